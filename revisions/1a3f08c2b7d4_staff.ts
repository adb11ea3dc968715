/**
 * Departments, employees, and who works where.
 *
 * Revision ID: 1a3f08c2b7d4
 * Revises:
 * Create Date: 2026-03-02 09:15:00+00:00
 */
import type { Op } from 'migrator';

export const revision = '1a3f08c2b7d4';
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(op: Op): void {
  op.createTable(
    'department',
    (t) => {
      t.string('code', 8).notNullable().primary();
      t.string('name', 80).notNullable().unique();
      t.decimal('budget', 14, 2).comment("The year's money, in the company's currency");
    },
    { comment: 'The departments of the company' },
  );
  op.createTable('employee', (t) => {
    t.integer('number').notNullable().primary();
    t.string('first_name', 80).notNullable();
    t.string('last_name', 80).notNullable();
    t.date('born_on');
    t.boolean('part_time').notNullable().defaultTo(false);
    t.text('remark');
    t.timestamp('entered_at').notNullable().defaultTo(op.knex.fn.now());
  });
  op.createTable('department_employee', (t) => {
    t.string('department_code', 8).notNullable().references('code').inTable('department');
    t.integer('employee_number').notNullable().references('number').inTable('employee');
    t.date('since').notNullable();
    t.primary(['department_code', 'employee_number']);
  });
}

export function downgrade(op: Op): void {
  op.dropTable('department_employee');
  op.dropTable('employee');
  op.dropTable('department');
}
