/** Keys that cannot be deferred: knex writes `deferrable initially not deferrable` for them, which no engine reads. */

import type { Of } from '../operation/operation.ts';
import type { CheckConstraint, Constraint } from '../schema/table.ts';
import { type Dialect, quoteName } from './dialect.ts';
import { addedConstraints, schemaStatement, unsupported } from './lower.ts';
import type { Statement } from './statement.ts';

type Accent = Pick<Dialect, 'title' | 'quote'>;
type Key = Exclude<Constraint, CheckConstraint>;

/** The whole statement for a key that is said to be `not deferrable`; every other constraint is knex's. */
export function addKey(
  { table, constraint }: Of<'addConstraint'>,
  accent: Accent,
  suffix: string,
): readonly Statement[] | undefined {
  if (constraint.kind === 'check' || constraint.deferrable !== 'not deferrable') return undefined;
  const name = accent.quote(constraint.name ?? `${table.name}_pkey`);
  const added = `alter table ${quoteName(accent, table)} add constraint ${name} ${keyClause(constraint, accent)}`;
  return [schemaStatement(added + suffix)];
}

function keyClause(key: Key, accent: Accent): string {
  const list = (columns: readonly string[]) => `(${columns.map(accent.quote).join(', ')})`;
  if (key.kind === 'primary') return `primary key ${list(key.columns)}`;
  if (key.kind === 'unique') return `unique ${list(key.columns)}`;
  const target = `${quoteName(accent, key.references.table)} ${list(key.references.columns)}`;
  const update = key.onUpdate === undefined ? '' : ` on update ${key.onUpdate}`;
  const remove = key.onDelete === undefined ? '' : ` on delete ${key.onDelete}`;
  return `foreign key ${list(key.columns)} references ${target}${update}${remove}`;
}

/** For engines that have no deferred constraints, which knex is not aware of. */
export function refuseDeferred(operation: Of<'createTable'> | Of<'addConstraint'>, title: string): void {
  for (const constraint of addedConstraints(operation)) {
    if (constraint.kind === 'check' || constraint.deferrable === undefined) continue;
    if (constraint.deferrable === 'not deferrable' && operation.kind === 'addConstraint') continue;
    const shown = constraint.name ?? `the ${constraint.kind} key`;
    throw unsupported(`${title} has no deferrable constraints: ${shown}`, 'leave deferrable out');
  }
}
