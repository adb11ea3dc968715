/** PostgreSQL's own SQL, and CockroachDB's: one line for each kind of operation. */

import type { Kind, Of } from '../../operation/operation.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Lowering } from '../lower.ts';
import type { Statement } from '../statement.ts';
import * as code from './code.ts';
import * as column from './column.ts';
import * as enums from './enum.ts';
import * as key from './key.ts';
import * as object from './object.ts';
import type { Accent, PostgresTraits, Server } from './server.ts';
import * as table from './table.ts';
import * as views from './views.ts';

type Lower<K extends Kind> = (operation: Of<K>, server: Server) => readonly Statement[] | undefined;
type Lowers = { readonly [K in Kind]?: Lower<K> };

const lowers: Lowers = {
  createTable: table.createTable,
  dropTable: table.dropTable,
  renameTable: table.renameTable,
  commentTable: table.commentTable,
  alterTable: table.alterTable,
  addPartition: table.addPartition,
  dropPartition: table.dropPartition,
  addColumn: column.addColumn,
  dropColumn: column.dropColumn,
  renameColumn: column.renameColumn,
  alterColumn: column.alterColumn,
  addConstraint: key.addConstraint,
  dropConstraint: key.dropConstraint,
  renameConstraint: key.renameConstraint,
  validateConstraint: key.validateConstraint,
  createIndex: key.createIndex,
  dropIndex: key.dropIndex,
  renameIndex: key.renameIndex,
  createSchema: object.createSchema,
  dropSchema: object.dropSchema,
  createSequence: object.createSequence,
  alterSequence: object.alterSequence,
  renameSequence: object.renameSequence,
  dropSequence: object.dropSequence,
  createExtension: object.createExtension,
  dropExtension: object.dropExtension,
  grant: object.grant,
  revoke: object.revoke,
  createView: views.createOrReplaceView,
  dropView: code.dropUnreadView,
  refreshView: code.refreshView,
  createRoutine: code.createRoutine,
  dropRoutine: code.dropRoutine,
  createTrigger: code.createTrigger,
  dropTrigger: code.dropTrigger,
  createEnum: enums.createEnum,
  addEnumValue: enums.addEnumValue,
  renameEnumValue: enums.renameEnumValue,
  dropEnumValue: enums.dropEnumValue,
  renameEnum: enums.renameEnum,
  dropEnum: enums.dropEnum,
};

export function postgresLowering(accent: Accent, traits: PostgresTraits): Lowering {
  const lowered = Object.entries(lowers).map(([kind, lower]) => [
    kind,
    (operation: Of<Kind>, before: Schema, version: string) =>
      (lower as Lower<Kind>)(operation, { ...accent, traits, version, before }),
  ]);
  return Object.fromEntries(lowered) as Lowering;
}
