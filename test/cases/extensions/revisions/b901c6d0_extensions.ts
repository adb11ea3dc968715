/** An extension of the server */
import type { Op } from 'migrator';

export const revision = 'b901c6d0';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createExtension('citext', { ifNotExists: true });
}

export function downgrade(op: Op): void {
  op.dropExtension('citext', { ifExists: true });
}
