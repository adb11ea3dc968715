/** SQL Server's own SQL: one line for each kind of operation. */

import type { Kind, Of, Operation } from '../../operation/operation.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import type { Lowering } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { alterColumn } from './alter-column.ts';
import * as code from './code.ts';
import { addColumn, dropColumn, renameColumn } from './column.ts';
import * as key from './key.ts';
import * as object from './object.ts';
import type { Accent, Server } from './server.ts';
import { inMemory } from './storage.ts';
import * as table from './table.ts';

type Lower<K extends Kind> = (operation: Of<K>, server: Server) => readonly Statement[] | undefined;
type Lowers = { readonly [K in Kind]?: Lower<K> };

const lowers: Lowers = {
  createTable: table.createTable,
  dropTable: table.dropTable,
  renameTable: table.renameTable,
  commentTable: table.commentTable,
  alterTable: table.alterTable,
  addPartition: (operation) => table.refusePartitions(operation.table),
  dropPartition: (operation) => table.refusePartitions(operation.table),
  addColumn,
  dropColumn,
  renameColumn,
  alterColumn,
  addConstraint: key.addConstraint,
  dropConstraint: key.dropConstraint,
  renameConstraint: key.renameConstraint,
  validateConstraint: key.validateConstraint,
  createIndex: key.createIndex,
  dropIndex: key.dropIndex,
  renameIndex: key.renameIndex,
  createView: code.createView,
  dropView: code.dropView,
  refreshView: code.refuseMaterialized,
  createRoutine: code.createRoutine,
  dropRoutine: code.dropRoutine,
  createTrigger: code.createTrigger,
  dropTrigger: code.dropTrigger,
  createSchema: object.createSchema,
  dropSchema: object.dropSchema,
  createSequence: object.createSequence,
  alterSequence: object.alterSequence,
  renameSequence: object.renameSequence,
  dropSequence: object.dropSequence,
  grant: object.grant,
  revoke: object.revoke,
  createExtension: object.refuseExtension,
  dropExtension: object.refuseExtension,
  createEnum: object.refuseEnum,
  addEnumValue: object.refuseEnum,
  renameEnumValue: object.refuseEnum,
  dropEnumValue: object.refuseEnum,
  renameEnum: object.refuseEnum,
  dropEnum: object.refuseEnum,
};

/** DDL of a memory-optimized table stands in no transaction: https://learn.microsoft.com/sql/relational-databases/in-memory-oltp/transactions-with-memory-optimized-tables */
function standsOutside(operation: Operation, before: Schema): boolean {
  if (operation.kind === 'createTable') return inMemory(operation.table.options);
  return 'table' in operation && inMemory(tableOf(before, operation.table)?.options);
}

export function mssqlLowering(accent: Accent): Lowering {
  const bound = Object.entries(lowers).map(([kind, lower]) => [
    kind,
    (operation: Of<Kind>, before: Schema, version: string) => {
      const statements = (lower as Lower<Kind>)(operation, { ...accent, version, before });
      if (!standsOutside(operation, before)) return statements;
      return statements?.map((statement) => ({ ...statement, transactional: false }));
    },
  ]);
  return Object.fromEntries(bound) as Lowering;
}
