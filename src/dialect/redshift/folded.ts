/** Names that differ in case alone, of which Redshift makes one: https://docs.aws.amazon.com/redshift/latest/dg/r_names.html */

import type { Operation } from '../../operation/operation.ts';
import type { Schema } from '../../schema/schema.ts';
import { impossibleFor } from '../lower.ts';
import { folded, refuseColumnTwins, refuseObjectTwins } from '../twins.ts';

/** Keys have names among those of their table. */
function withoutKeys(operation: Operation): Operation | undefined {
  switch (operation.kind) {
    case 'createTable':
      return { ...operation, table: { ...operation.table, constraints: [], indexes: [] } };
    case 'renameTable':
    case 'createView':
      return operation;
    default:
      return undefined;
  }
}

function refuseSameName(operation: Operation, title: string): void {
  if (operation.kind !== 'renameTable' && operation.kind !== 'renameColumn') return;
  const [what, name] =
    operation.kind === 'renameTable' ? ['table', operation.table.name] : ['column', operation.column];
  if (name === operation.to || folded(name) !== folded(operation.to)) return;
  throw impossibleFor(
    `${title} keeps names in lower case: ${what} ${name} has the name ${operation.to} already`,
    'leave this change of name out for Redshift',
  );
}

/** Throws `impossible` where two would have one name, or one would get the name that it has. */
export function refuseFolded(operation: Operation, before: Schema, title: string): void {
  refuseSameName(operation, title);
  refuseColumnTwins(operation, before, title);
  const relation = withoutKeys(operation);
  if (relation !== undefined) refuseObjectTwins(relation, before, title);
}
