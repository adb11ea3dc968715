/** Rights on a table are granted and revoked */
import type { Op } from 'migrator';

export const revision = 'b158885c';
export const downRevision = 'a158885c';

export function upgrade(op: Op): void {
  const reader = op.dialect === 'mysql' ? 'root@localhost' : 'public';
  op.grant(['select', 'update'], 'item', reader);
  op.revoke(['update'], 'item', reader);
}

export function downgrade(op: Op): void {
  op.revoke(['select'], 'item', op.dialect === 'mysql' ? 'root@localhost' : 'public');
}
