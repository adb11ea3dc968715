/** The roles that a script gives rights to, takes them from, or makes the owners of schemas: whom the database has to know before. */

import type { Step } from './done.ts';
import type { Operation } from './operation.ts';

export interface NamedRole {
  readonly name: string;
  /** SQL of the author's that comes before may make it. */
  readonly mayBeMade: boolean;
}

/** What is called may make anything. */
const makesRoles = /\b(?:role|user|group|login)\b|^\s*(?:begin|call|declare|do|exec\w*|select|with)\b/i;

function mayMakeRoles(operation: Operation): boolean {
  if (operation.kind === 'raw') return makesRoles.test(operation.sql);
  return operation.kind === 'custom' || operation.kind === 'unread';
}

function roleOf(operation: Operation): string | undefined {
  switch (operation.kind) {
    case 'grant':
    case 'revoke':
      return operation.grant.to;
    case 'createSchema':
      return operation.authorization;
    default:
      return undefined;
  }
}

/** Each once, in the order of the script. */
export function rolesOf(steps: readonly Step[]): readonly NamedRole[] {
  const roles = new Map<string, NamedRole>();
  let mayBeMade = false;
  const see = (operation: Operation): void => {
    mayBeMade ||= mayMakeRoles(operation);
    const name = roleOf(operation);
    if (name !== undefined && !roles.has(name)) roles.set(name, { name, mayBeMade });
    if (operation.kind === 'raw' || operation.kind === 'custom') operation.does?.forEach(see);
  };
  for (const { changes } of steps) {
    for (const { operations, statements } of changes) if (statements.length > 0) operations.forEach(see);
  }
  return [...roles.values()];
}
