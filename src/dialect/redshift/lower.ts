/** Redshift's own SQL: one line for each kind of operation. */

import type { Kind, Of } from '../../operation/operation.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Lowering } from '../lower.ts';
import { createSchema, dropSchema } from '../postgres/object.ts';
import type { Statement } from '../statement.ts';
import * as code from './code.ts';
import * as column from './column.ts';
import { grant, revoke } from './grant.ts';
import * as key from './key.ts';
import { type Accent, refuse, type Server } from './server.ts';
import * as table from './table.ts';

type Lower<K extends Kind> = (operation: Of<K>, server: Server) => readonly Statement[] | undefined;
type Lowers = { readonly [K in Kind]?: Lower<K> };

/** https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html */
const noSequence = refuse('it has no sequences', 'use increments() or identity() where a table is made');
const noTrigger = refuse('it has no triggers', 'do it in the statements that change the rows, or in a procedure');
const noExtension = refuse('it has no extensions', 'leave it out for Redshift');
const noEnum = refuse('it has no types of its own', 'use a varchar for Redshift, with the longest value as its length');
const noKeyName = refuse('it has no RENAME CONSTRAINT', 'drop the key, and make it again under the new name');
const noValidity = refuse('it enforces no keys', 'look for the rows that break it with a query');

const lowers: Lowers = {
  createTable: table.createTable,
  dropTable: table.dropTable,
  renameTable: table.renameTable,
  commentTable: table.commentTable,
  alterTable: table.alterTable,
  addPartition: (operation) => table.refusePartitions(operation.table),
  dropPartition: (operation) => table.refusePartitions(operation.table),
  addColumn: column.addColumn,
  dropColumn: column.dropColumn,
  renameColumn: column.renameColumn,
  alterColumn: column.alterColumn,
  addConstraint: key.addConstraint,
  dropConstraint: key.dropConstraint,
  renameConstraint: noKeyName,
  validateConstraint: noValidity,
  createIndex: ({ index }) => key.refuseIndex(index.name),
  dropIndex: ({ index }) => key.refuseIndex(index),
  renameIndex: ({ index }) => key.refuseIndex(index),
  createSchema,
  dropSchema,
  createSequence: noSequence,
  alterSequence: noSequence,
  renameSequence: noSequence,
  dropSequence: noSequence,
  createView: code.createView,
  dropView: code.dropView,
  refreshView: code.refreshView,
  createRoutine: code.createRoutine,
  dropRoutine: code.dropRoutine,
  createTrigger: noTrigger,
  dropTrigger: noTrigger,
  createExtension: noExtension,
  dropExtension: noExtension,
  grant,
  revoke,
  createEnum: noEnum,
  addEnumValue: noEnum,
  renameEnumValue: noEnum,
  dropEnumValue: noEnum,
  renameEnum: noEnum,
  dropEnum: noEnum,
};

export function redshiftLowering(accent: Accent): Lowering {
  const bound = Object.entries(lowers).map(([kind, lower]) => [
    kind,
    (operation: Of<Kind>, before: Schema) => (lower as Lower<Kind>)(operation, { ...accent, before }),
  ]);
  return Object.fromEntries(bound) as Lowering;
}
