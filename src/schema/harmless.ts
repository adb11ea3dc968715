/** What raw SQL leaves alone, told by its first words. */

/** Text, quoted names, dollar quotes and comments. */
const hidden = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//g;

/** Nothing that begins so makes, drops or renames a table or a column. A body could, but it waits to be called. */
const harmless = new RegExp(
  `^(?:${[
    'insert|replace\\s+into|update|delete|merge|truncate|analyze|vacuum|comment|grant|revoke|lock|set|reset|pragma(?!\\s+(?:\\w+\\s*\\.\\s*)?writable_schema)',
    'create\\s+(?:or\\s+replace\\s+)?(?:unique\\s+|fulltext\\s+|spatial\\s+)?(?:constraint\\s+)?(?:index|trigger|function|procedure|extension|policy|sequence|type|domain|role|user)',
    'drop\\s+(?:index|trigger|function|procedure|policy)',
    'alter\\s+(?:index|sequence|type|function|role|user|default)',
  ].join('|')})\\b`,
  'i',
);

function statementsOf(sql: string): readonly string[] {
  return sql
    .replace(hidden, (part) => (/^["`]/.test(part) ? 'x' : ' '))
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** Whether every statement of the text leaves the names of tables and columns as they are. */
export function keepsColumns(sql: string): boolean {
  return statementsOf(sql).every((text) => harmless.test(text) && !/^drop\b.*\bcascade\b/is.test(text));
}

const view = /^create\s+(?:or\s+replace\s+)?(?:temp(?:orary)?\s+)?view\b[\s\S]*?\bas\s*\(?\s*(?:select|with|values)\b/i;

/** Whether the text makes views and does nothing else: what they read stays as it is. */
export function makesViews(sql: string): boolean {
  return statementsOf(sql).every((text) => view.test(text));
}
