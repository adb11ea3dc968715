/** What stands on a column and is in its way: taken away before the column changes, and put back after it. */

import { referringTables } from '../../operation/dependents.ts';
import { describeTarget } from '../../operation/key-verbs.ts';
import type { Of } from '../../operation/operation.ts';
import type { Column } from '../../schema/column.ts';
import type { CheckConstraint, ForeignKey, PrimaryKey, UniqueConstraint } from '../../schema/constraint.ts';
import { renamedIn, speaksOf } from '../../schema/expression.ts';
import { showName } from '../../schema/name.ts';
import type { Table } from '../../schema/table.ts';
import { columnNames, type Index, type IndexPart } from '../../schema/table-index.ts';
import { schemaStatement, steps } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { addComment } from './comment.ts';
import { isRealConstraint } from './constraint.ts';
import { columnDefinition } from './definition.ts';
import { indexSql } from './index-clause.ts';
import { addKeySql, dropIndexSql, dropKey, leavesNullOut, uniqueIndex } from './key.ts';
import { dropFoundChecks } from './name.ts';
import { alter, plain, type Server } from './server.ts';

interface Foreign {
  readonly of: Table;
  readonly key: ForeignKey;
}

export interface Standing {
  /** The column and the computed columns that are worked out from it. */
  readonly columns: readonly string[];
  readonly foreign: readonly Foreign[];
  readonly keys: readonly (PrimaryKey | UniqueConstraint)[];
  readonly indexes: readonly Index[];
  readonly checks: readonly CheckConstraint[];
  readonly computed: readonly Column[];
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one));
}

/** Keys of this table and of others that have one of the columns at either end. */
function foreignOver(table: Table, columns: readonly string[], { before }: Server): readonly Foreign[] {
  return [table, ...referringTables(before, table.name)].flatMap((of) =>
    of.constraints.flatMap((key) => {
      if (key.kind !== 'foreign') return [];
      const from = of === table && overlap(key.columns, columns);
      const to = showName(key.references.table) === showName(table.name) && overlap(key.references.columns, columns);
      return from || to ? [{ of, key }] : [];
    }),
  );
}

function mentionsAny(sql: string | undefined, columns: readonly string[]): boolean {
  return columns.some((column) => speaksOf(sql ?? '', column));
}

function indexedOver({ columns, include = [], where }: Index, names: readonly string[]): boolean {
  return overlap([...columnNames(columns), ...include], names) || mentionsAny(where, names);
}

function dependents(table: Table, column: string): readonly Column[] {
  return table.columns.filter(({ name, computed }) => name !== column && speaksOf(computed?.expression ?? '', column));
}

/** https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql#alter-column */
export function standingOn(table: Table, column: string, server: Server): Standing {
  const computed = dependents(table, column);
  const columns = [column, ...computed.map(({ name }) => name)];
  return {
    columns,
    foreign: foreignOver(table, columns, server),
    keys: table.constraints.filter(
      (key) =>
        (key.kind === 'primary' || key.kind === 'unique') && overlap([...key.columns, ...(key.include ?? [])], columns),
    ) as Standing['keys'],
    indexes: table.indexes.filter((index) => indexedOver(index, columns)),
    checks: table.constraints.filter(
      (key) => key.kind === 'check' && mentionsAny(key.expression, columns),
    ) as CheckConstraint[],
    computed,
  };
}

/** A condition is in the way of a change of which the index itself knows nothing. */
function isConditional(index: Index, table: Table): boolean {
  return index.where !== undefined || leavesNullOut(index, table);
}

/** Text that only becomes longer leaves alone what needs no new pages. */
export function standingOnLength(all: Standing, table: Table): Standing {
  return {
    ...all,
    keys: all.keys.filter(
      (key) =>
        key.kind === 'primary' ||
        overlap(key.columns, all.columns.slice(1)) ||
        (!isRealConstraint(key, table) && isConditional(uniqueIndex(key), table)),
    ),
    indexes: all.indexes.filter((index) => isConditional(index, table) || indexedOver(index, all.columns.slice(1))),
    checks: all.checks.filter(({ expression }) => mentionsAny(expression, all.columns.slice(1))),
  };
}

/** What speaks of the column in words; keys and indexes follow its name by themselves. */
export function standingOnName(all: Standing, table: Table, server: Server): Standing {
  const computed = all.columns.slice(1);
  return {
    ...all,
    foreign: foreignOver(table, computed, server),
    keys: all.keys.filter(
      (key) =>
        overlap(key.columns, computed) ||
        (key.kind === 'unique' && !isRealConstraint(key, table) && isConditional(uniqueIndex(key), table)),
    ),
    indexes: all.indexes.filter((index) => isConditional(index, table) || indexedOver(index, computed)),
  };
}

export function takenAway(table: Table, standing: Standing, server: Server): readonly Statement[] {
  const { name } = table;
  const [named, nameless] = [true, false].map((is) => standing.checks.filter((key) => (key.name !== undefined) === is));
  const away = (what: string, ...statements: readonly Statement[]) => steps(`take ${what} out of the way`, statements);
  return [
    ...standing.foreign.flatMap(({ of, key }) => away(describeTarget(key), ...dropKey(of.name, key, server))),
    ...standing.indexes.flatMap((index) =>
      away(`index ${index.name}`, schemaStatement(dropIndexSql(name, index.name, server, false))),
    ),
    ...standing.keys.flatMap((key) => away(describeTarget(key), ...dropKey(name, key, server))),
    ...(named ?? []).flatMap((key) => away(describeTarget(key), ...dropKey(name, key, server))),
    ...(nameless === undefined || nameless.length === 0
      ? []
      : away('its nameless checks', dropFoundChecks(name, standing.columns, server))),
    ...standing.computed.flatMap((column) =>
      away(
        `computed column ${column.name}`,
        schemaStatement(alter(name, `DROP COLUMN ${server.quote(column.name)}`, server)),
      ),
    ),
  ];
}

/** `table` and `server` are as they are after the change. */
export function putBack(table: Table, standing: Standing, server: Server): readonly Statement[] {
  const { name } = table;
  const again = (what: string, ...sql: readonly string[]) => steps(`${what} again`, plain(...sql));
  return [
    ...standing.computed.flatMap((column) =>
      again(
        `add computed column ${column.name}`,
        alter(name, `ADD ${columnDefinition(name, column, table, server)}`, server),
        ...(column.comment === undefined ? [] : [addComment(name, column.name, column.comment, server)]),
      ),
    ),
    ...[...standing.checks, ...standing.keys].flatMap((key) =>
      again(`add ${describeTarget(key)}`, addKeySql(name, key, table, server)),
    ),
    ...standing.indexes.flatMap((index) => again(`create index ${index.name}`, indexSql(name, index, table, server))),
    ...standing.foreign.flatMap(({ of, key }) =>
      again(
        `add ${describeTarget(key)}`,
        addKeySql(of.name, key, showName(of.name) === showName(name) ? table : of, server),
      ),
    ),
  ];
}

/** The same with the column's new name. */
export function renamedStanding(standing: Standing, operation: Of<'renameColumn'>): Standing {
  const { table, column, to } = operation;
  const sql = (text: string) => renamedIn(text, column, to, '[');
  const names = (columns: readonly string[]) => columns.map((one) => (one === column ? to : one));
  const part = (one: IndexPart): IndexPart => {
    if (typeof one === 'string') return one === column ? to : one;
    return one.column === column ? { ...one, column: to } : one;
  };
  const own = ({ name }: Table) => showName(name) === showName(table);
  return {
    ...standing,
    foreign: standing.foreign.map(({ of, key }) => ({
      of,
      key: {
        ...key,
        columns: own(of) ? names(key.columns) : key.columns,
        references:
          showName(key.references.table) === showName(table)
            ? { ...key.references, columns: names(key.references.columns) }
            : key.references,
      },
    })),
    keys: standing.keys.map((key) => ({ ...key, columns: names(key.columns) })),
    indexes: standing.indexes.map((index) => ({
      ...index,
      columns: index.columns.map(part),
      ...(index.include === undefined ? {} : { include: names(index.include) }),
      ...(index.where === undefined ? {} : { where: sql(index.where) }),
    })),
    checks: standing.checks.map((key) => ({ ...key, expression: sql(key.expression) })),
    computed: standing.computed.map((one) => ({
      ...one,
      ...(one.computed === undefined
        ? {}
        : { computed: { ...one.computed, expression: sql(one.computed.expression) } }),
    })),
  };
}
