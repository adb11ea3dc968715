import {
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

const useless = /has no use for/;
const atStatements = /^(?:PRAGMA|BEGIN IMMEDIATE|COMMIT|DROP|CREATE|INSERT|create|insert)\b/;
const within = /^\s+(?:SELECT|WHERE|AND|`|\()/;
const dots = ['.quit', '.exit 0', '.read other.sql', '.shell ls', '.bail off', '.open other.db', '.mode csv', '#note'];

export const sqliteMutations: readonly Mutation[] = [
  { name: '.bail on is dropped', told: /goes on after errors/, places: drop(/^\.bail on\n;\n\.bail on\n/gm) },
  { name: '.timeout is dropped', told: list, places: drop(/^\.timeout \d+\n/gm) },
  ...dots.map((line) => ({ name: line, told: useless, places: insertLine('sqlite', line, atStatements) })),
  ...dots.map((line) => ({ name: `${line} within`, told: list, places: insertLine('sqlite', line, within) })),
  { name: 'a line go', told: /only \/ or go/, places: insertLine('sqlite', 'go', /^\s+(?:WHERE|AND|`|\()/) },
  { name: 'a line /', told: /only \/ or go/, places: insertLine('sqlite', '  /', /^\s+(?:WHERE|AND|`|\()/) },
  { name: 'a string that is never closed', told: listOr(open), places: unclose('sqlite') },
  { name: 'a name that is never closed', told: listOr(open), places: unclose('sqlite', 'name') },
  { name: 'a quote more', told: listOr(open), places: insideStrings('sqlite', "'") },
  { name: 'a carriage return in a string', told: /carriage returns/, places: insideStrings('sqlite', 'a\r\n') },
  { name: 'a comment that is never closed', told: listOr(open), places: insertLine('sqlite', '/* note', /\S/) },
  { name: '-- in a statement', told: list, places: beforeWords('sqlite', '-- ') },
  { name: 'a ; is dropped', told: listOr(/has no ;/), places: swap(/;$/gm, '') },
  { name: 'a ; in the middle', told: list, places: beforeWords('sqlite', '; ') },
  { name: "a trigger's END is dropped", told: listOr(/has no ;/), places: swap(/\bEND;$/gim, '') },
  { name: 'BEGIN is dropped', told: list, places: drop(/^BEGIN IMMEDIATE;\n/gm) },
  { name: 'COMMIT is dropped', told: list, places: drop(/^COMMIT;\n/gm) },
];
