/** Statements that run only where something is there, or is not: MySQL has IF EXISTS for whole objects alone. */

import type { ConstraintTarget } from '../../operation/operation.ts';
import type { Name } from '../../schema/name.ts';
import { mysqlText } from '../literal-mysql.ts';
import type { Statement } from '../statement.ts';

export function onlyIf(condition: string, sql: string, otherwise?: string): readonly Statement[] {
  const when = otherwise === undefined ? { condition } : { condition, otherwise };
  return [{ sql, transactional: true, sort: 'schema', when }];
}

function exists(view: string, { schema, name }: Name, more: string): string {
  const place = schema === undefined ? 'database()' : mysqlText(schema);
  return `exists (select 1 from information_schema.${view}\n    where table_schema = ${place} and table_name = ${mysqlText(name)} and ${more})`;
}

export function columnExists(table: Name, column: string): string {
  return exists('columns', table, `column_name = ${mysqlText(column)}`);
}

export function indexExists(table: Name, index: string): string {
  return exists('statistics', table, `index_name = ${mysqlText(index)}`);
}

const words = {
  primary: 'PRIMARY KEY',
  unique: 'UNIQUE',
  foreign: 'FOREIGN KEY',
  check: 'CHECK',
  exclude: '',
} as const;

export function constraintExists(table: Name, { kind, name = '' }: ConstraintTarget): string {
  const named = kind === 'primary' ? '' : ` and constraint_name = ${mysqlText(name)}`;
  return exists('table_constraints', table, `constraint_type = '${words[kind]}'${named}`);
}
