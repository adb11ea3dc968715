/**
 * Other names and other comments.
 *
 * Revision ID: tab02
 * Revises: tab01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'tab02';
export const downRevision = 'tab01';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.renameTable('book', 'publication');
  op.createTableComment('publication', "It's new");
  op.dropTableComment('author');
}

export function downgrade(op: Op): void {
  op.createTableComment('author', "Who wrote it: it's O'Neill's list");
  op.dropTableComment('publication');
  op.renameTable('publication', 'book');
}
