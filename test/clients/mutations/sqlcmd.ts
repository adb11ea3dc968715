import {
  append,
  drop,
  grammar,
  insertLine,
  insideStrings,
  list,
  listOr,
  type Mutation,
  open,
  swap,
  textIn,
  unclose,
} from './mutation.ts';

const executed = /^ *EXEC\((N'(?:[^']|'')*')\);\n/gm;
const unwrapped = (verb: RegExp, more = (_: string): string => '') =>
  swap(executed, ({ 1: literal = '' }) => {
    const sql = textIn(literal);
    return verb.test(sql) ? `${sql};\n${more(sql)}` : undefined;
  });
const command = /command of its own/;
const commands = ['EXIT', '  exit', 'QUIT', 'RESET', 'ED', 'ON ERROR EXIT', '!!dir', ':r other.sql', ':setvar a b'];

export const sqlcmdMutations: readonly Mutation[] = [
  { name: 'a GO is dropped', told: listOr(/no GO/), places: drop(/^GO\n/gm) },
  { name: 'GO 5', told: /repeats the batch/, places: swap(/^GO$/gm, 'GO 5') },
  { name: 'GO with a semicolon', told: listOr(/no GO/), places: swap(/^GO$/gm, 'GO;') },
  { name: 'GO on a line of a string', told: /only GO/, places: insideStrings('mssql', '\nGO\n') },
  { name: 'GO on a line of a comment', told: /only GO/, places: insertLine('mssql', '/*\nGO\n*/') },
  { name: 'a variable in a string', told: /replaces \$/, places: insideStrings('mssql', '$(x)') },
  { name: 'a variable in a comment', told: /replaces \$/, places: insertLine('mssql', '-- $(PATH)') },
  ...commands.map((line) => ({ name: `the line ${line}`, told: command, places: insertLine('mssql', line) })),
  { name: 'EXIT on a line of a string', told: command, places: insideStrings('mssql', '\nEXIT\n') },
  { name: 'a setting is dropped', told: list, places: drop(/^SET [A-Z_]+ (?:ON|OFF|ymd|\d+);\n/gm) },
  { name: 'the settings are dropped', told: list, places: drop(/^SET NOEXEC OFF;\nSET NOCOUNT[\s\S]*?GO\n/gm) },
  {
    name: 'a view or program that is not first in its batch',
    told: /first statement of its batch/,
    places: unwrapped(/^\s*create\s+(?:view|trigger|procedure|function|schema)\b/i),
  },
  {
    name: 'a view in the middle of a batch',
    told: /first statement of its batch/,
    places: append(/^ *BEGIN TRANSACTION;$/, '\n  CREATE VIEW [v] AS SELECT 1 AS [a];'),
  },
  {
    name: 'a column used in the batch that adds it',
    told: /Msg 207/,
    places: unwrapped(/^alter table \[\w+\] add \[/i, (sql) =>
      sql.replace(/^alter table (\[\w+\]) add (\[\w+\])[\s\S]*$/i, 'update $1 set $2 = $2;\n'),
    ),
  },
  {
    name: 'a variable declared twice',
    told: /declared twice/,
    places: insertLine('mssql', '  DECLARE @migrator_fits int;', /^ *DECLARE @migrator_fits/),
  },
  { name: 'a comment that is never closed', told: listOr(open), places: insertLine('mssql', '/* note') },
  { name: 'a comment in a comment', told: /nest comments/, places: insertLine('mssql', '/* a /* b */ c */') },
  { name: 'a string that is never closed', told: listOr(open), places: unclose('mssql') },
  { name: 'a name that is never closed', told: listOr(open), places: unclose('mssql', 'name') },
  {
    name: 'a string without its N',
    told: /without N/,
    places: swap(/N'(?:[^']|'')*[^\p{ASCII}](?:[^']|'')*'/gu, ([text]) => text.slice(1)),
  },
  { name: 'a statement is left out', told: list, places: drop(executed) },
  { name: 'a statement stands twice', told: list, places: swap(executed, ([text]) => text + text) },
  {
    name: 'a quote within a statement is lost',
    told: listOr(open),
    places: swap(/(?<=EXEC\(N'(?:[^']|'')*)''/g, "'"),
  },
  { name: 'a state other than 127', told: list, places: swap(/, 127(?=[;,])/g, ', 1') },
  { name: 'END TRY is dropped', told: grammar, places: drop(/^END TRY\n/gm) },
  { name: 'END CATCH is dropped', told: grammar, places: drop(/^END CATCH;\n/gm) },
];
