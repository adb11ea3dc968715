/**
 * A column comes.
 *
 * Revision ID: col02
 * Revises: col01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'col02';
export const downRevision = 'col01';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.addColumn('thing', (t) => t.string('colour', 10));
  op.addColumn('thing', (t) => t.integer('weight').notNullable().defaultTo(0).comment("In grams: it's exact"));
  op.addColumn('thing', (t) => t.boolean('checked').notNullable().defaultTo(false));
}

export function downgrade(op: Op): void {
  op.dropColumn('thing', 'checked');
  op.dropColumn('thing', 'weight');
  op.dropColumn('thing', 'colour');
}
