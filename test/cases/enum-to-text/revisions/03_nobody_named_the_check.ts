import type { Op } from 'migrator';

export const revision = 'ex03';
export const downRevision = 'ex02';

export function upgrade(op: Op): void {
  op.createTable('guest', (t) => {
    t.integer('id').notNullable().primary();
    t.specificType('feels', 'mood').notNullable().checkIn(['calm', 'sad']);
    t.specificType('felt', 'mood');
    t.check("feels <> 'sad' or felt <> 'calm'");
    t.check("felt <> feels or felt = 'calm'");
  });
  op.renameTable('guest', 'visitor');
  op.dropEnumValue('mood', 'gone');
  op.addEnumValue('mood', 'glad');
}
