/**
 * A unique constraint for a table that is there.
 *
 * Revision ID: ul02
 * Revises: ul01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ul02';
export const downRevision = 'ul01';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createUniqueConstraint('person_email_once', 'person', ['email']);
}

export function downgrade(op: Op): void {
  op.dropConstraint('person_email_once', 'person');
}
