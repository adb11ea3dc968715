/** MySQL's and MariaDB's own SQL: one line for each kind of operation. */

import type { Kind, Of } from '../../operation/operation.ts';
import type { Schema } from '../../schema/schema.ts';
import { quoteName } from '../dialect.ts';
import { type Lowering, schemaStatement } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { addColumn, alterColumn, dropColumn } from './column.ts';
import { notValidated } from './foreign.ts';
import { addConstraint, createIndex, dropConstraint, dropIndex, renameConstraint, renameIndex } from './key.ts';
import { renameColumn } from './neighbour.ts';
import * as object from './object.ts';
import { movedColumnRights } from './rights.ts';
import type { Accent, MysqlTraits, Server } from './server.ts';
import { addPartition, alterTable, createTable, dropPartition, dropTable, renameTable } from './table.ts';

type Lower<K extends Kind> = (operation: Of<K>, server: Server) => readonly Statement[] | undefined;
type Lowers = { readonly [K in Kind]?: Lower<K> };

const lowers: Lowers = {
  createTable,
  dropTable,
  renameTable,
  commentTable: ({ table, comment }, server) => [
    schemaStatement(`alter table ${quoteName(server, table)} comment = ${server.text(comment ?? '')}`),
  ],
  alterTable,
  addPartition,
  dropPartition,
  addColumn,
  dropColumn,
  renameColumn: (operation, server) => [...renameColumn(operation, server), ...movedColumnRights(operation, server)],
  alterColumn,
  addConstraint,
  dropConstraint,
  renameConstraint,
  validateConstraint: ({ constraint }, { title }) => {
    throw notValidated(title, constraint);
  },
  createIndex,
  dropIndex,
  renameIndex,
  createView: object.createView,
  dropView: object.dropView,
  refreshView: object.refreshView,
  createRoutine: object.createRoutine,
  dropRoutine: object.dropRoutine,
  createTrigger: object.createTrigger,
  dropTrigger: object.dropTrigger,
  createSequence: object.createSequence,
  alterSequence: object.alterSequence,
  renameSequence: object.renameSequence,
  dropSequence: object.dropSequence,
  createSchema: object.createSchema,
  dropSchema: object.dropSchema,
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

export function mysqlLowering(accent: Accent, traits: MysqlTraits): Lowering {
  const bound = Object.entries(lowers).map(([kind, lower]) => [
    kind,
    (operation: Of<Kind>, before: Schema, version: string) =>
      (lower as Lower<Kind>)(operation, { ...accent, traits, version, before }),
  ]);
  return Object.fromEntries(bound) as Lowering;
}
