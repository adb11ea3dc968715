/** Which names MySQL and MariaDB can be asked for before a script begins. */

import type { Made } from '../../operation/names-made.ts';
import type { MadeOn } from '../../operation/names-made-on.ts';
import { mysqlToken as text } from '../literal-mysql.ts';
import { isAtLeast } from '../version.ts';
import { type Asked, freeWords, grouped, type NamedKind, takenWords } from './accent.ts';
import { list, placeOf } from './mysql-rights.ts';
import { type OnTables, onTables } from './on-tables.ts';

const byCount = ([one, more]: readonly [string, string]): string => `IF(COUNT(*) = 1, ${text(one)}, ${text(more)})`;

interface Where {
  readonly kind: NamedKind;
  readonly schema: string | undefined;
  /** What a name is shown as. */
  readonly shown: string;
  readonly from: string;
}

function taken({ kind, schema, shown, from }: Where): Asked {
  const { start, place, end } = takenWords({ kind, schema });
  const named = place === '' ? shown : `CONCAT(${text(place)}, ${shown})`;
  const all = `GROUP_CONCAT(DISTINCT ${named} ORDER BY ${shown} SEPARATOR ', ')`;
  return {
    fault: `(SELECT CONCAT(${byCount(start)}, ${all}, ${byCount(end)})\n      FROM ${from})`,
    expects: freeWords(kind),
  };
}

/** Names of indexes belong to their table; sequences are tables of a kind, where there are any. */
export function freeNames(makes: readonly Made[]): readonly Asked[] {
  return grouped(makes.filter(({ kind }) => kind !== 'index' && kind !== 'enum')).map(({ kind, schema, names }) =>
    taken({
      kind,
      schema,
      shown: 'table_name',
      from: `information_schema.tables\n      WHERE table_schema = ${placeOf(schema)} AND ${list('table_name', names)}`,
    }),
  );
}

type View = readonly [view: string, schema: string, name: string];

const views: Readonly<Partial<Record<NamedKind, View>>> = {
  constraint: ['table_constraints', 'table_schema', 'constraint_name'],
  column: ['columns', 'table_schema', 'column_name'],
  partition: ['partitions', 'table_schema', 'partition_name'],
};

/** A unique key is an index: https://dev.mysql.com/doc/refman/8.0/en/create-table.html */
const indexes: View = ['statistics', 'table_schema', 'index_name'];
const isIndex = (one: MadeOn): boolean => one.kind === 'key' && one.key.kind === 'unique';

function onGroup({ kind, schema, tables }: OnTables, found = views[kind]): readonly Asked[] {
  if (found === undefined) return [];
  const [view, place, name] = found;
  const which = tables.map(
    ([table, names]) => `${list('table_name', [table])} AND ${name} IN (${names.map(text).join(', ')})`,
  );
  const from = `information_schema.${view}\n      WHERE ${place} = ${placeOf(schema)} AND (${which.join(' OR ')})`;
  return [taken({ kind, schema, shown: `CONCAT(table_name, '.', ${name})`, from })];
}

type Sort = 'FOREIGN KEY' | 'CHECK';

/** Names that a database has once. */
function inDatabase(makes: readonly MadeOn[], sorts: readonly Sort[]): readonly Asked[] {
  const wide = makes
    .filter((one) => isWide(one, sorts))
    .map(({ table, name }) => ({ kind: 'constraint' as const, name: { ...table, name } }));
  return grouped(wide).map(({ kind, schema, names }) =>
    taken({
      kind,
      schema,
      shown: 'constraint_name',
      from:
        `information_schema.table_constraints\n      WHERE constraint_schema = ${placeOf(schema)} AND constraint_name IN (${names.map(text).join(', ')})\n` +
        `        AND constraint_type IN (${sorts.map(text).join(', ')})`,
    }),
  );
}

function isWide(one: MadeOn, sorts: readonly Sort[]): boolean {
  if (one.kind !== 'key') return false;
  return one.key.kind === 'foreign'
    ? sorts.includes('FOREIGN KEY')
    : one.key.kind === 'check' && sorts.includes('CHECK');
}

/** Whatever tables they stand on: https://dev.mysql.com/doc/refman/8.0/en/create-trigger.html */
function triggers(makes: readonly MadeOn[]): readonly Asked[] {
  const all = makes.flatMap(({ kind, table, name }) =>
    kind === 'trigger' ? [{ kind, name: { ...table, name } }] : [],
  );
  return grouped(all).map(({ kind, schema, names }) =>
    taken({
      kind,
      schema,
      shown: 'trigger_name',
      from: `information_schema.triggers\n      WHERE trigger_schema = ${placeOf(schema)} AND ${list('trigger_name', names)}`,
    }),
  );
}

/** Before 8.0.16 checks are read over: https://dev.mysql.com/doc/refman/8.0/en/create-table-check-constraints.html */
function freeOnTables(makes: readonly MadeOn[], sorts: readonly Sort[]): readonly Asked[] {
  const others = makes.filter((one) => !one.isNew && !isWide(one, sorts));
  return [
    ...inDatabase(makes, sorts),
    ...triggers(makes),
    ...onTables(others.filter(isIndex)).flatMap((group) => onGroup(group, indexes)),
    ...onTables(others.filter((one) => !isIndex(one))).flatMap((group) => onGroup(group)),
  ];
}

/** https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html */
export const mysqlFree = (makes: readonly MadeOn[]): readonly Asked[] => freeOnTables(makes, ['FOREIGN KEY', 'CHECK']);

/** https://jira.mariadb.org/browse/MDEV-28933 */
export const mariadbFree = (makes: readonly MadeOn[], version: string): readonly Asked[] =>
  freeOnTables(makes, isAtLeast(version, '12.1') ? [] : ['FOREIGN KEY']);
