/** What raw SQL leaves alone, told by its first words. */

/** Text, quoted names, dollar quotes and comments. */
const hidden = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//g;

/** Nothing that begins so makes, drops or renames a table or a column. A body could, but it waits to be called. */
const harmless = new RegExp(
  `^(?:${[
    'insert|replace\\s+into|update|delete|merge|truncate|analyze|vacuum|comment|grant|revoke|lock|set|reset',
    'create\\s+(?:or\\s+replace\\s+)?(?:unique\\s+|fulltext\\s+|spatial\\s+)?(?:constraint\\s+)?(?:index|trigger|function|procedure|extension|policy|sequence|type|domain|role|user)',
    'drop\\s+(?:index|trigger|function|procedure|policy)',
    'alter\\s+(?:index|sequence|type|function|role|user|default)',
  ].join('|')})\\b`,
  'i',
);

/** Whether every statement of the text leaves the names of tables and columns as they are. */
export function keepsColumns(sql: string): boolean {
  const statements = sql
    .replace(hidden, (part) => (/^["`]/.test(part) ? 'x' : ' '))
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return statements.every((text) => harmless.test(text) && !/^drop\b.*\bcascade\b/is.test(text));
}
