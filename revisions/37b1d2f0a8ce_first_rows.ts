/**
 * The first rows of every table.
 *
 * Revision ID: 37b1d2f0a8ce
 * Revises: 2c90e5d41f6a
 * Create Date: 2026-03-10 08:05:00+00:00
 */
import type { Op } from 'migrator';
import { accounts, assignments, departments, employees, products } from './_seed/first-rows.js';

export const revision = '37b1d2f0a8ce';
export const downRevision = '2c90e5d41f6a';
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
  await op.bulkInsert('department', departments);
  await op.bulkInsert('employee', employees);
  await op.bulkInsert('department_employee', assignments);
  await op.bulkInsert('account', accounts);
  await op.bulkInsert('product', products);
}

export async function downgrade(op: Op): Promise<void> {
  const { knex } = op;
  await knex('product')
    .whereIn(
      'sku',
      products.map((row) => row.sku),
    )
    .del();
  await knex('account')
    .whereIn(
      'holder',
      accounts.map((row) => row.holder),
    )
    .del();
  await knex('department_employee')
    .whereIn(
      'employee_number',
      employees.map((row) => row.number),
    )
    .del();
  await knex('employee')
    .whereIn(
      'number',
      employees.map((row) => row.number),
    )
    .del();
  await knex('department')
    .whereIn(
      'code',
      departments.map((row) => row.code),
    )
    .del();
}
