import type { Op } from 'migrator';

export const revision = 'ex02';
export const downRevision = 'ex01';

export function upgrade(op: Op): void {
  op.alterColumn('person', 'feels', { type: (t, name) => t.text(name) });
  op.alterColumn('person', 'thinks', { type: (t, name) => t.specificType(name, 'mood') });
}
