/** Oracle's own SQL. */

import { changeColumn } from '../operation/column-verbs.ts';
import type { Of } from '../operation/operation.ts';
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
    // knex makes a constraint of a unique index, which DROP INDEX then refuses to drop
    createIndex: ({ table, index }) => {
      refusePartial(title, index);
      if (!index.unique) return undefined;
      const columns = index.columns.map(accent.quote).join(', ');
      return [
        schemaStatement(`create unique index ${accent.quote(index.name)} on ${quoteName(accent, table)} (${columns})`),
      ];
    },
    // knex looks for the sequences and triggers of its own increments columns, which are identity columns here
    dropTable: ({ table, ifExists }) => {
      const drop = `drop table ${quoteName(accent, table)}`;
      return [ifExists ? unlessError(drop, [942]) : schemaStatement(drop)];
    },
    commentTable: ({ table, comment }) => [
      schemaStatement(`comment on table ${quoteName(accent, table)} is ${accent.text(comment ?? '')}`),
    ],
    alterColumn: (operation, before) =>
      alterColumn(operation, columnOf(before, operation.table, operation.column), accent),
    renameColumn: ({ table, column, to }) => [
      schemaStatement(
        `alter table ${quoteName(accent, table)} rename column ${accent.quote(column)} to ${accent.quote(to)}`,
      ),
    ],
    renameTable: ({ table, to }) => [
      schemaStatement(`alter table ${quoteName(accent, table)} rename to ${accent.quote(to)}`),
    ],
  };
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
    ...(known === undefined ? word.map((one) => unlessError(modify(one), [1442, 1451])) : []),
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

/** The errors that say that it is so already. */
function unlessError(sql: string, errors: readonly number[]): Statement {
  const codes = errors.map((code) => `-${code}`).join(', ');
  const body = `begin execute immediate '${sql.replaceAll("'", "''")}'; exception when others then if sqlcode not in (${codes}) then raise; end if; end;`;
  return { sql: body, transactional: true, sort: 'block' };
}
