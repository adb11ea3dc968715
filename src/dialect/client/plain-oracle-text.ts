/** Statements for SQL*Plus as PL/SQL blocks with an empty line after each. */

/** No literal of these scripts has a line that begins with a slash, so such a line ends a statement. */
const slash = /^\/\n/gm;
export const apart = (text: string): string => text.replace(slash, '\n').replace(/\n+$/, '\n');

/** Settings are no blocks yet. */
const setting = /^((?:ALTER SESSION|SET TRANSACTION) .*)\n\/\n/gm;
export const settingsAsBlocks = (text: string): string =>
  text.replace(setting, (_, sql: string) => `BEGIN\n  EXECUTE IMMEDIATE '${sql.replaceAll("'", "''")}';\nEND;\n/\n`);
