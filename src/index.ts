/** The public face: what revisions and users of the library import. */

export { type ErrorDetail, type ExitCode, exitCode, MigratorError, type Place } from './errors.ts';
export type {
  AlterColumnOptions,
  CreateIndexOptions,
  CreateTableOptions,
  DropConstraintOptions,
  DropIndexOptions,
  ForeignKeyOptions,
  InSchema,
  Op,
  UniqueOptions,
} from './recorder/op.ts';
export type { Row } from './recorder/rows.ts';
