/**
 * Keys for tables that are there.
 *
 * Revision ID: kl02
 * Revises: kl01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'kl02';
export const downRevision = 'kl01';
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createPrimaryKey('country_key', 'country', ['code']);
  op.createPrimaryKey('city_key', 'city', ['id']);
  op.createUniqueConstraint('city_name_once', 'city', ['country', 'name']);
  op.createForeignKey('city_country', 'city', 'country', ['country'], ['code']);
}

export function downgrade(op: Op): void {
  op.dropConstraint('city_country', 'city');
  op.dropConstraint('city_name_once', 'city');
  op.dropConstraint('city_key', 'city');
  op.dropConstraint('country_key', 'country');
}
