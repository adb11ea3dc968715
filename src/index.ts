/** The public face: what revisions, plugins and users of the library import. */

import type { Op as Directives } from './recorder/op.ts';

export { type ErrorDetail, type ExitCode, exitCode, MigratorError, type Place } from './errors.ts';
export type { Operation } from './operation/operation.ts';
export type { ComputedOptions, IdentityOptions } from './recorder/column-words.ts';
export type { ExpectRows } from './recorder/expect-rows.ts';
export type * from './recorder/in-schema.ts';
export type { CsvFile, Declaration, ExecuteOptions, Rows } from './recorder/op.ts';
export type * from './recorder/op-object.ts';
export type * from './recorder/op-table.ts';
export type { PerDialect } from './recorder/per-dialect.ts';
export type { PluginContext, PluginOperation } from './recorder/plugin.ts';
export type { Row } from './recorder/rows.ts';
export type { DeclaredAnswer as Answer } from './recorder/said.ts';
export type { Schema } from './schema/schema.ts';

/** What a revision's `upgrade` and `downgrade` are given. A plugin declares its own directives by adding to it. */
export interface Op extends Directives {}
