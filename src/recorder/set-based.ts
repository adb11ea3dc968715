/** Statements over all rows of a read, in place of those that a revision made for each row. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Statement } from '../dialect/statement.ts';
import { MigratorError } from '../errors.ts';
import type { Of } from '../operation/operation.ts';
import type { Name } from '../schema/name.ts';
import { tableOf } from '../schema/schema.ts';
import { Hindrance } from './hindrance.ts';
import { spellValue } from './inline.ts';
import { type Question, type Traits, tablesOf } from './question.ts';
import type { Change } from './recording.ts';
import type { Rewritten } from './rewrite.ts';
import { bare, nameOf } from './row-deeds.ts';
import type { Template } from './row-plan.ts';
import { statementOf } from './statements.ts';
import { tell } from './tell.ts';

const alias = 'migrator_read';

/** Throws a hindrance where the database would not do it as the revision did. `unsteady`: why the read may have other rows when it is asked twice in one statement. */
function spell(
  template: Template,
  { sql, schema }: Question,
  needsRow: boolean,
  unsteady: string | undefined,
  dialect: Dialect,
): string {
  const { deed, values } = template;
  const read = `(${sql}) ${alias}`;
  const columns = tableOf(schema, nameOf(template))?.columns ?? [];
  const constant = (is: unknown, into: string): string => {
    const column = columns.find(({ name }) => name === bare(into));
    try {
      return column === undefined ? spellValue(is, dialect) : dialect.literal(is, column);
    } catch (error) {
      if (error instanceof MigratorError) return spellValue(is, dialect);
      throw error;
    }
  };
  const term = (at: number): string => {
    const value = values[at]!;
    return 'column' in value
      ? `${alias}.${dialect.quote(value.column)}`
      : constant(value.is, [...deed.columns, ...deed.keys][at]!);
  };
  if (deed.verb === 'insert') {
    const terms = deed.columns.map((_, at) => term(at));
    return `insert into ${deed.table} (${deed.columns.join(', ')}) select ${terms.join(', ')} from ${read}`;
  }
  const keys = deed.keys.map((key, at) => ({ key, at: at + deed.columns.length }));
  const [walked, ...more] = keys.filter(({ at }) => 'column' in values[at]!);
  if (needsRow) throw new Hindrance(`the revision stops where there is no row, and the ${deed.verb} would not`);
  if (walked === undefined) throw new Hindrance(`the ${deed.verb} does not find its rows by what was read`);
  if (more.length > 0) throw new Hindrance(`the ${deed.verb} finds its rows by several values that were read`);
  if (unsteady !== undefined) throw new Hindrance(unsteady);
  const wheres = keys.map(({ key, at }) =>
    at === walked.at ? `${key} in (select ${term(at)} from ${read})` : `${key} = ${term(at)}`,
  );
  if (deed.verb === 'delete') return `delete from ${deed.table} where ${wheres.join(' and ')}`;
  const mine = `${term(walked.at)} = ${deed.table}.${walked.key}`;
  const sets = deed.columns.map((column, at) =>
    'column' in values[at]! ? `${column} = (select ${term(at)} from ${read} where ${mine})` : `${column} = ${term(at)}`,
  );
  return `update ${deed.table} set ${sets.join(', ')} where ${wheres.join(' and ')}`;
}

function unsteadiness({ name }: Name, { limited }: Traits, read: readonly string[], { snapshots }: Dialect) {
  if (limited) return 'a read with a limit may have other rows when it is asked again';
  // a table that is read while it is written shows each row's change to the next, unless the engine keeps them apart
  return snapshots !== true && read.includes(name) ? 'the table that is read is the one that is written' : undefined;
}

/** The change that stands in place of others. */
export function setBased(
  { templates, needsRow }: Rewritten,
  question: Question,
  traits: Traits,
  dialect: Dialect,
): Change {
  const read = tablesOf(question, traits).map(({ name }) => name.name);
  const statements: Statement[] = [];
  const operations: Of<'data'>[] = [];
  for (const template of templates) {
    const table = nameOf(template);
    const sql = spell(template, question, needsRow, unsteadiness(table, traits, read, dialect), dialect);
    const expects = needsRow ? { expectRows: { min: 1, max: 1 } } : {};
    statements.push({ ...statementOf(sql, 'data'), ...expects });
    operations.push({ kind: 'data', verb: template.deed.verb, table });
  }
  return {
    operations,
    statements: operations.flatMap((one, at) => tell([one], [statements[at]!], dialect)),
    ...(question.place === undefined ? {} : { place: question.place }),
  };
}

/** By the number of an old change: the number that it has now. */
export interface Moved {
  readonly changes: readonly Change[];
  to(change: number): number;
}

export function inPlace(
  changes: readonly Change[],
  others: readonly { readonly at: number; readonly count: number; readonly change: Change }[],
): Moved | undefined {
  const sorted = others.toSorted((a, b) => a.at - b.at);
  const made: Change[] = [];
  const moved: number[] = [];
  let next = 0;
  for (const { at, count, change } of sorted) {
    if (at < next) return undefined;
    for (; next < at; next++) moved[next] = made.push(changes[next]!) - 1;
    const place = made.push(change) - 1;
    for (; next < at + count; next++) moved[next] = place;
  }
  for (; next < changes.length; next++) moved[next] = made.push(changes[next]!) - 1;
  return { changes: made, to: (change) => moved[change] ?? change };
}
