/** Names of 30 bytes for the servers that have no longer ones. */

import { MigratorError } from '../../errors.ts';
import type { Operation } from '../../operation/operation.ts';
import { isAtLeast } from '../version.ts';

/** Since 12.2 it is 128: https://docs.oracle.com/en/database/oracle/oracle-database/12.2/newft/new-features.html */
const longestBefore = 30;

const named = new Set([
  'name',
  'schema',
  'column',
  'columns',
  'to',
  'table',
  'index',
  'constraint',
  'trigger',
  'partition',
  'sequence',
  'view',
]);
/** What is under these is no name, whatever its keys are called. */
const other = new Set(['type', 'default', 'identity', 'computed', 'options', 'storage', 'args']);
const unnamed = new Set<Operation['kind']>(['raw', 'unread', 'custom', 'data', 'insert']);

function* namesIn(value: unknown, key: string): Generator<string> {
  if (typeof value === 'string') {
    if (named.has(key)) yield value;
  } else if (Array.isArray(value)) {
    for (const item of value) yield* namesIn(item, key);
  } else if (typeof value === 'object' && value !== null) {
    for (const [inner, item] of Object.entries(value)) if (!other.has(inner)) yield* namesIn(item, inner);
  }
}

/** Refuses what is too long for the version; `quote` knows only the limit of the newest. */
export function checkNames(operation: Operation, version: string): void {
  if (isAtLeast(version, '12.2') || unnamed.has(operation.kind)) return;
  for (const name of namesIn(operation, '')) requireShort(name, version);
}

export function requireShort(name: string, version: string): void {
  const size = Buffer.byteLength(name);
  if (size <= longestBefore || isAtLeast(version, '12.2')) return;
  throw new MigratorError(
    'bad-name',
    `the name ${JSON.stringify(name)} has ${size} bytes, and Oracle ${version} allows ${longestBefore}`,
    { hint: 'choose a shorter name; Oracle has had names of 128 bytes since 12.2' },
  );
}
