/** A column that cannot be altered is made anew beside itself: added, filled, put in its place. It is the last of its table then. */

import { grantsOn, keysTo } from '../../operation/dependents.ts';
import { describeTarget } from '../../operation/key-verbs.ts';
import type { Of } from '../../operation/operation.ts';
import { viewsOf } from '../../operation/verb.ts';
import type { Column } from '../../schema/column.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { speaksOf } from '../../schema/expression.ts';
import { type Name, showName } from '../../schema/name.ts';
import { quoteName } from '../dialect.ts';
import { step, steps, unsupported } from '../lower.ts';
import { alterTable } from '../postgres/words.ts';
import type { Statement } from '../statement.ts';
import { definition, numbering } from './definition.ts';
import { grant } from './grant.ts';
import { constraintClause, dropKeys, keysHolding } from './key.ts';
import type { Server } from './server.ts';
import { refuseLaidBy } from './storage.ts';

type Lowered = readonly Statement[];

const textual = /^(?:n?varchar|character varying|n?char|character|bpchar|text)\b/i;

/**
 * JSON is no text: https://docs.aws.amazon.com/redshift/latest/dg/JSON_PARSE.html, https://docs.aws.amazon.com/redshift/latest/dg/JSON_SERIALIZE.html.
 * A cast to a length would cut text where an assignment fails.
 */
function converted(quoted: string, from: string, to: string): string {
  if (from === to || (textual.test(from) && textual.test(to))) return quoted;
  if (to === 'super') return textual.test(from) ? `json_parse(${quoted})` : quoted;
  const value = from === 'super' && textual.test(to) ? `json_serialize(${quoted})` : quoted;
  return `${value}::${textual.test(to) ? 'varchar(max)' : to}`;
}

/** https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html, under ADD and DROP COLUMN */
function refuseRemaking(table: Name, known: Column, next: Column, server: Server): void {
  const shown = `${showName(table)}.${known.name}`;
  if (numbering(known) !== undefined) {
    throw unsupported(
      `Redshift cannot change ${shown}, which it numbers, nor add such a column`,
      'make another table with it, copy the rows, drop this one and rename the new one',
    );
  }
  if (!next.nullable && next.default === undefined) {
    throw unsupported(
      `Redshift cannot change ${shown}, nor add a NOT NULL column without a default in its place`,
      'give it a default; or make another table with it, copy the rows, drop this one and rename the new one',
    );
  }
  refuseLaidBy(table, known.name, server);
  const view = viewsOf(server.before).find(
    ({ query }) => speaksOf(query, table.name, 'table') && (speaksOf(query, known.name) || query.includes('*')),
  );
  if (view === undefined) return;
  throw unsupported(
    `Redshift cannot change ${shown} while view ${showName(view.name)} reads it`,
    'drop the view first and create it again after',
  );
}

interface Held {
  readonly table: Name;
  readonly key: Constraint;
}

/** The keys go first, or the engine would keep the column; they come back with it, and so do the rights on it. */
export function remake(
  { table, column, change }: Of<'alterColumn'>,
  known: Column,
  next: Column,
  server: Server,
): Lowered {
  refuseRemaking(table, known, next, server);
  const own = keysHolding(table, column, server);
  const others = keysTo(server.before, table).filter(({ key }) => key.references.columns.includes(column));
  const held: readonly Held[] = [
    ...own.map((key) => ({ table, key })),
    ...others.map((other) => ({ table: other.table.name, key: other.key })),
  ];
  const [old, made] = [server.quote(column), server.quote(`migrator_new_${column}`)];
  const value = change.using ?? converted(old, known.sqlType, next.sqlType);
  const rights = grantsOn(server.before, ['table'], table).filter(({ on }) => on.columns?.includes(column));
  const shown = `${showName(table)}.${column}`;
  const act = (says: string, action: string) => step(says, alterTable(table, action, server));
  return [
    ...steps('take its keys out of the way', [
      ...others.flatMap((other) => dropKeys(other.table.name, [other.key], server)),
      ...dropKeys(table, own, server),
    ]),
    act(
      `make column ${shown} anew, as migrator_new_${column}`,
      `add column ${definition(table, { ...next, name: `migrator_new_${column}` }, false, server)}`,
    ),
    {
      sql: `update ${quoteName(server, table)} set ${made} = ${value}`,
      transactional: true,
      sort: 'data',
      says: `copy the values of column ${shown}`,
    },
    act(`drop the old column ${shown}`, `drop column ${old}`),
    act(`put the new column in the place of ${shown}`, `rename column ${made} to ${old}`),
    ...held.map((one) =>
      step(
        `add ${describeTarget(one.key)} to table ${showName(one.table)} again`,
        alterTable(one.table, `add ${constraintClause(one.key, one.table, server)}`, server),
      ),
    ),
    ...steps(
      `grant the rights on column ${shown} again`,
      rights.flatMap((one) => grant({ kind: 'grant', grant: one }, server)),
    ),
  ];
}
