/** Redshift's own SQL, and refusals of what it does not have. */

import type { Of } from '../operation/operation.ts';
import { showName } from '../schema/name.ts';
import { addKey, refuseDeferred } from './add-key.ts';
import { type Dialect, quoteName } from './dialect.ts';
import { addedConstraints, type Lowering, schemaStatement, unsupported } from './lower.ts';
import type { Statement } from './statement.ts';

type Accent = Pick<Dialect, 'title' | 'quote' | 'text'>;

function refuseIndex(name: string): never {
  throw unsupported(
    `Redshift has no indexes: ${name}`,
    'leave the index out for Redshift, and choose a sort key and a distribution key instead',
  );
}

/** https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html, under table constraints */
function refuseConstraints(operation: Of<'createTable'> | Of<'addConstraint'>): void {
  refuseDeferred(operation, 'Redshift');
  for (const constraint of addedConstraints(operation)) {
    if (constraint.kind === 'check') {
      throw unsupported(`Redshift has no checks: ${constraint.expression}`, 'leave the check out for Redshift');
    }
    if (constraint.kind === 'foreign' && (constraint.onUpdate ?? constraint.onDelete) !== undefined) {
      throw unsupported(
        `Redshift does not enforce foreign keys, so ${constraint.name} can do nothing on update or delete`,
        'leave onUpdate and onDelete out for Redshift',
      );
    }
  }
}

export function redshiftLowering(accent: Accent): Lowering {
  const alter = ({ table }: Of<'alterColumn'> | Of<'dropColumn'> | Of<'renameColumn'>) =>
    `alter table ${quoteName(accent, table)}`;
  return {
    createTable: (operation) => {
      const [index] = operation.table.indexes;
      if (index !== undefined) refuseIndex(index.name);
      refuseConstraints(operation);
      return undefined;
    },
    addConstraint: (operation) => {
      refuseConstraints(operation);
      return addKey(operation, accent, '');
    },
    createIndex: ({ index }) => refuseIndex(index.name),
    dropIndex: ({ index }) => refuseIndex(index),
    // one column a statement, and the word COLUMN is not optional when renaming
    dropColumn: (operation) => [schemaStatement(`${alter(operation)} drop column ${accent.quote(operation.column)}`)],
    renameColumn: (operation) => [
      schemaStatement(
        `${alter(operation)} rename column ${accent.quote(operation.column)} to ${accent.quote(operation.to)}`,
      ),
    ],
    commentTable: ({ table, comment }) => [
      schemaStatement(`comment on table ${quoteName(accent, table)} is ${commentText(comment, accent)}`),
    ],
    alterColumn: (operation) => alterColumn(operation, alter(operation), accent),
  };
}

function commentText(comment: string | null, accent: Accent): string {
  return comment === null || comment === '' ? 'null' : accent.text(comment);
}

/** Only the length of a varchar can change, and outside a transaction: https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html */
function alterColumn(
  { table, column, change }: Of<'alterColumn'>,
  alter: string,
  accent: Accent,
): readonly Statement[] {
  const shown = `${showName(table)}.${column}`;
  const quoted = accent.quote(column);
  if (change.nullable !== undefined || change.default !== undefined) {
    throw unsupported(
      `Redshift cannot change whether ${shown} may be null, nor its default`,
      'alter only the type: .alter({ alterNullable: false, alterDefault: false }); or add a column, copy, drop and rename',
    );
  }
  if (change.type !== undefined && !/^(varchar|character varying)\b/i.test(change.type.sqlType)) {
    throw unsupported(
      `Redshift cannot change ${shown} to ${change.type.sqlType}: only the length of a varchar can change`,
      'add a column, copy the values, drop the old column and rename the new one',
    );
  }
  return [
    ...(change.type === undefined
      ? []
      : [schemaStatement(`${alter} alter column ${quoted} type ${change.type.sqlType}`, false)]),
    ...(change.comment === undefined
      ? []
      : [
          schemaStatement(
            `comment on column ${quoteName(accent, table)}.${quoted} is ${commentText(change.comment, accent)}`,
          ),
        ]),
  ];
}
