/** Directives about constraints and indexes. */

import { MigratorError } from '../errors.ts';
import type { ConstraintTarget } from '../operation/operation.ts';
import { type Name, showName } from '../schema/name.ts';
import { tableOf } from '../schema/schema.ts';
import type { Constraint } from '../schema/table.ts';
import { optional } from './hear-keys.ts';
import type { Op } from './op.ts';
import type { Performer } from './performer.ts';
import type { Session } from './session.ts';

type Keys = Pick<
  Op,
  | 'createPrimaryKey'
  | 'createUniqueConstraint'
  | 'createCheckConstraint'
  | 'createForeignKey'
  | 'dropConstraint'
  | 'createIndex'
  | 'dropIndex'
>;

/** The constraint that the history knows by this name; Alembic's `type` is needed only where it knows none. */
function targetOf(session: Session, table: Name, name: string, type: Constraint['kind'] | undefined): ConstraintTarget {
  if (type !== undefined) return { kind: type, name };
  const constraints = tableOf(session.schema, table)?.constraints ?? [];
  const known = constraints.find((constraint) => constraint.name === name);
  if (known !== undefined) return { kind: known.kind, name };
  throw new MigratorError(
    'impossible',
    `there is no constraint ${name} on table ${showName(table)} at this point of the history`,
    {
      hint: "Name one that an earlier revision creates, or say what it is with { type: 'foreign' }.",
    },
  );
}

export function keyDirectives({ session, name, do: doing }: Performer): Keys {
  const directives: Keys = {
    createPrimaryKey: (key, table, columns, options) =>
      doing(
        { kind: 'addConstraint', table: name(table, options), constraint: { kind: 'primary', name: key, columns } },
        directives.createPrimaryKey,
      ),
    createUniqueConstraint(key, table, columns, options) {
      const constraint = {
        kind: 'unique',
        name: key,
        columns,
        ...optional('deferrable', options?.deferrable),
      } as const;
      doing({ kind: 'addConstraint', table: name(table, options), constraint }, directives.createUniqueConstraint);
    },
    createCheckConstraint: (key, table, expression, options) =>
      doing(
        { kind: 'addConstraint', table: name(table, options), constraint: { kind: 'check', name: key, expression } },
        directives.createCheckConstraint,
      ),
    createForeignKey(key, source, referent, columns, remote, options = {}) {
      const constraint = {
        kind: 'foreign',
        name: key,
        columns,
        references: { table: name(referent, optional('schema', options.referentSchema)), columns: remote },
        ...optional('onUpdate', options.onUpdate),
        ...optional('onDelete', options.onDelete),
        ...optional('deferrable', options.deferrable),
      } as const;
      const table = name(source, optional('schema', options.sourceSchema));
      doing({ kind: 'addConstraint', table, constraint }, directives.createForeignKey);
    },
    dropConstraint(key, table, options) {
      const from = name(table, options);
      const constraint = targetOf(session, from, key, options?.type);
      doing({ kind: 'dropConstraint', table: from, constraint }, directives.dropConstraint);
    },
    createIndex(index, table, columns, options = {}) {
      const made = {
        name: index,
        columns,
        unique: options.unique === true,
        ...optional('where', options.where),
        ...optional('method', options.using),
        ...(options.concurrently ? { concurrently: true } : {}),
      };
      doing({ kind: 'createIndex', table: name(table, options), index: made }, directives.createIndex);
    },
    dropIndex: (index, table, options) =>
      doing(
        {
          kind: 'dropIndex',
          table: name(table, options),
          index,
          ...(options?.concurrently ? { concurrently: true } : {}),
        },
        directives.dropIndex,
      ),
  };
  return directives;
}
