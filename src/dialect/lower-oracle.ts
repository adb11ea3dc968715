/** Oracle's own SQL. */

import { changeColumn } from '../operation/column-verbs.ts';
import type { Of } from '../operation/operation.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Column } from '../schema/table.ts';
import { addKey } from './add-key.ts';
import { type Dialect, quoteName } from './dialect.ts';
import {
  addedConstraints,
  blankColumn,
  columnOf,
  defaultText,
  type Lowering,
  refusePartial,
  schemaStatement,
  unsupported,
} from './lower.ts';
import type { Statement } from './statement.ts';

type Accent = Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'>;
const title = 'Oracle';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/constraint.html, references_clause */
function refuseActions(operation: Of<'createTable'> | Of<'addConstraint'>): void {
  for (const constraint of addedConstraints(operation)) {
    if (constraint.kind !== 'foreign') continue;
    if (constraint.onUpdate !== undefined) {
      throw unsupported(
        `Oracle has no ON UPDATE: foreign key ${constraint.name}`,
        'leave onUpdate out, or write a trigger',
      );
    }
    if (constraint.onDelete !== undefined && !/^(cascade|set null)$/i.test(constraint.onDelete)) {
      throw unsupported(
        `Oracle has no ON DELETE ${constraint.onDelete}: foreign key ${constraint.name}`,
        'use CASCADE or SET NULL; without onDelete Oracle refuses to delete what is referred to',
      );
    }
  }
}

export function oracleLowering(accent: Accent): Lowering {
  return {
    createTable: (operation) => {
      for (const index of operation.table.indexes) refusePartial(title, index);
      refuseActions(operation);
      return undefined;
    },
    addConstraint: (operation) => {
      refuseActions(operation);
      return addKey(operation, accent, ' not deferrable');
    },
    createIndex: ({ index }) => {
      refusePartial(title, index);
      return undefined;
    },
    commentTable: ({ table, comment }) => [
      schemaStatement(`comment on table ${quoteName(accent, table)} is ${accent.text(comment ?? '')}`),
    ],
    alterColumn: (operation, before) =>
      alterColumn(operation, columnOf(before, operation.table, operation.column), accent),
    // knex's block also mends the trigger that feeds an increments column
    renameColumn: ({ table, column, to }, before) => {
      if (columnOf(before, table, column)?.autoIncrement !== false) return undefined;
      const names = `${accent.quote(column)} to ${accent.quote(to)}`;
      return [schemaStatement(`alter table ${quoteName(accent, table)} rename column ${names}`)];
    },
    renameTable: ({ table, to }, before) => {
      if (mayCount(table, before)) return undefined;
      return [schemaStatement(`alter table ${quoteName(accent, table)} rename to ${accent.quote(to)}`)];
    },
  };
}

function mayCount(table: Of<'renameTable'>['table'], before: Schema): boolean {
  return tableOf(before, table)?.columns.some((column) => column.autoIncrement) ?? true;
}

/** Only what changes may be said: https://docs.oracle.com/en/error-help/db/ora-01442/ and https://docs.oracle.com/en/error-help/db/ora-01451/ */
function alterColumn(operation: Of<'alterColumn'>, known: Column | undefined, accent: Accent): readonly Statement[] {
  const { table, column, change } = operation;
  const quoted = accent.quote(column);
  const modify = (what: string) => `alter table ${quoteName(accent, table)} modify (${quoted} ${what})`;
  const type = change.type !== undefined && change.type.sqlType !== known?.sqlType ? [change.type.sqlType] : [];
  const clauses = [...type, ...defaultClause(operation, known, accent)];
  const nullable = change.nullable === known?.nullable ? undefined : change.nullable;
  const word = nullable === undefined ? [] : [nullable ? 'null' : 'not null'];
  const certain = known === undefined ? clauses : [...clauses, ...word];
  return [
    ...(certain.length === 0 ? [] : [schemaStatement(modify(certain.join(' ')))]),
    ...(known === undefined ? word.map((one) => unlessSo(modify(one))) : []),
    ...(change.comment === undefined
      ? []
      : [
          schemaStatement(
            `comment on column ${quoteName(accent, table)}.${quoted} is ${accent.text(change.comment ?? '')}`,
          ),
        ]),
  ];
}

/** A default cannot be taken away, only made NULL. */
function defaultClause(
  { column, change }: Of<'alterColumn'>,
  known: Column | undefined,
  accent: Accent,
): readonly string[] {
  const given = change.default;
  if (given === undefined || (given === null && known !== undefined && known.default === undefined)) return [];
  if (given === null) return ['default null'];
  return [`default ${defaultText(given, changeColumn(known ?? blankColumn(column), change), accent.literal)}`];
}

/** For a column that replay does not know: it may be so already. */
function unlessSo(sql: string): Statement {
  const body = `begin execute immediate '${sql.replaceAll("'", "''")}'; exception when others then if sqlcode not in (-1442, -1451) then raise; end if; end;`;
  return { sql: body, transactional: true, sort: 'block' };
}
