import {
  append,
  beforeWords,
  drop,
  insertLine,
  insideStrings,
  list,
  listOr,
  type Mutation,
  open,
  swap,
  unclose,
} from './mutation.ts';

const own = /command of its own/;
const backslash = /backslash command/;
const atStatements = /^(?:SET|create|insert|CREATE|DO|PREPARE|COMMIT)\b/;
const commands = [
  'source a.sql',
  'source a.sql;',
  'system ls',
  'quit',
  'exit;',
  'tee log',
  'use other;',
  'status',
  '? help',
];
const outOfStrings = ['\\G', '\\q', '\\! ls', '\\c', '\\. other.sql'];

export const mysqlMutations: readonly Mutation[] = [
  { name: 'DELIMITER is dropped', told: listOr(/put back|has no/), places: drop(/^DELIMITER (?!;).*\n/gm) },
  { name: 'DELIMITER is another', told: listOr(/has no/), places: swap(/^DELIMITER (?!;).*$/gm, 'DELIMITER %%') },
  {
    name: 'the delimiter within a body',
    told: list,
    places: swap(/(?<=^DELIMITER \/\/\n.*) (?=\w)/gm, ' // '),
  },
  { name: 'delimiter in a statement', told: /word delimiter/, places: beforeWords('mysql', 'delimiter ') },
  ...commands.map((line) => ({ name: line, told: own, places: insertLine('mysql', line, atStatements) })),
  ...outOfStrings.map((put) => ({ name: `${put} in a statement`, told: backslash, places: beforeWords('mysql', put) })),
  ...outOfStrings.map((put) => ({ name: `${put} on a line`, told: backslash, places: insertLine('mysql', put) })),
  { name: 'a string that is never closed', told: listOr(open), places: unclose('mysql') },
  { name: 'a name that is never closed', told: listOr(open), places: unclose('mysql', 'name') },
  { name: 'a quote more', told: listOr(open), places: insideStrings('mysql', "'", /^'/) },
  {
    name: 'a backslash before the last quote',
    told: listOr(open),
    places: swap(/(?<!^--.*)(?<=\w)'(?=[),;])/gm, "\\'"),
  },
  { name: 'a carriage return in a string', told: /carriage returns/, places: insideStrings('mysql', 'a\r\n') },
  { name: 'a conditional comment', told: /conditional comment/, places: insertLine('mysql', '/*!50000 SELECT 1 */;') },
  { name: 'a comment that is never closed', told: listOr(open), places: insertLine('mysql', '/* note') },
  { name: '# in a statement', told: list, places: beforeWords('mysql', '# ') },
  { name: '-- in a statement', told: list, places: beforeWords('mysql', '-- ') },
  { name: 'a ; is dropped', told: listOr(/has no/), places: swap(/;$(?<!^DELIMITER ;)/gm, '') },
  { name: 'a ; in the middle', told: list, places: insertLine('mysql', ';', /^\s+(?:WHEN|ELSE|CONCAT|`|INTO)/) },
  { name: 'a last ; is dropped', told: /has no/, places: swap(/;\n$(?![\s\S])/g, '\n') },
  { name: 'COMMIT is dropped', told: list, places: drop(/^(?:COMMIT|ROLLBACK);\n/gm) },
  { name: 'a line of its own for the client', told: list, places: append(atStatements, ' SELECT 1;') },
];
