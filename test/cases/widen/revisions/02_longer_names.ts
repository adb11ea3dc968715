/**
 * A column becomes longer and gets a comment.
 *
 * Revision ID: wid02
 * Revises: wid01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'wid02';
export const downRevision = 'wid01';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.alterColumn('person', 'name', { type: (t, name) => t.string(name, 120) });
  op.alterColumn('person', 'name', { comment: 'The whole name' });
}

export function downgrade(op: Op): void {
  op.alterColumn('person', 'name', { comment: null });
  op.alterColumn('person', 'name', { type: (t, name) => t.string(name, 40) });
}
