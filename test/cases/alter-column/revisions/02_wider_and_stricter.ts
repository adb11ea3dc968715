/**
 * Wider and stricter.
 *
 * Revision ID: ac02
 * Revises: ac01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'ac02';
export const downRevision = 'ac01';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.alterColumn('account', 'holder', { type: (t, name) => t.string(name, 120) });
  op.alterColumn('account', 'points', { type: (t, name) => t.bigInteger(name), nullable: false, default: 10 });
  op.alterColumn('account', 'iban', { nullable: false });
  op.alterColumn('account', 'iban', { default: "it's missing" });
  op.alterColumn('account', 'balance', { comment: "In the account's currency" });
  op.alterColumn('account', 'balance', { type: (t, name) => t.decimal(name, 14, 4) });
  op.alterColumn('account', 'open', { default: null });
}

export function downgrade(op: Op): void {
  op.alterColumn('account', 'open', { default: true });
  op.alterColumn('account', 'balance', { type: (t, name) => t.decimal(name, 10, 2) });
  op.alterColumn('account', 'balance', { comment: null });
  op.alterColumn('account', 'iban', { default: null });
  op.alterColumn('account', 'iban', { nullable: true });
  op.alterColumn('account', 'points', { type: (t, name) => t.integer(name), nullable: true, default: 0 });
  op.alterColumn('account', 'holder', { type: (t, name) => t.string(name, 40) });
}
