/**
 * A foreign key for tables that are there.
 *
 * Revision ID: fla02
 * Revises: fla01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'fla02';
export const downRevision = 'fla01';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createForeignKey('child_of', 'child', 'parent', ['of'], ['id'], { onDelete: 'CASCADE' });
}

export function downgrade(op: Op): void {
  op.dropConstraint('child_of', 'child');
}
