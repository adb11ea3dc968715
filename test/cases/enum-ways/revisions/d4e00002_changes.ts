/** Each of the two changes for itself */
import type { Op } from 'migrator';

export const revision = 'd4e00002';
export const downRevision = 'd4e00001';

export function upgrade(op: Op): void {
  op.dropEnumValue('far.mood', 'calm');
  op.renameEnumValue('mood', 'sad', 'blue');
  op.renameEnum('mood', 'feeling');
  op.dropEnumValue('feeling', 'happy');
}

export function downgrade(op: Op): void {
  op.addEnumValue('feeling', 'happy', { before: 'calm' });
  op.renameEnum('feeling', 'mood');
  op.renameEnumValue('mood', 'blue', 'sad');
  op.addEnumValue('far.mood', 'calm');
}
