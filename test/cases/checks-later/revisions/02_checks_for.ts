/**
 * Checks for a table that is there.
 *
 * Revision ID: cl02
 * Revises: cl01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'cl02';
export const downRevision = 'cl01';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  const [id, price] = op.dialect === 'oracle' ? ['"id"', '"price"'] : ['id', 'price'];
  op.createCheckConstraint('offer_price', 'offer', `${price} > 0`);
  op.createCheckConstraint('offer_odd', 'offer', `${id} <> 13 and ${price} < 1000000`);
}

export function downgrade(op: Op): void {
  op.dropConstraint('offer_odd', 'offer');
  op.dropConstraint('offer_price', 'offer');
}
