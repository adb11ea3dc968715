/** PostgreSQL's dollar quotes. https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-DOLLAR-QUOTING */

/** An anonymous block whose body cannot end its own quotes. */
export function anonymousBlock(body: string): string {
  let tag = '$migrator$';
  for (let n = 1; body.includes(tag); n++) tag = `$migrator_${n}$`;
  return `DO ${tag}\n${body}${tag};\n`;
}
