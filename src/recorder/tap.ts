/** Catches the table builders that knex compiles while one entry of a schema builder is heard. */

import type { HeardTable } from './hear-keys.ts';
import type { ColumnBuilder, ColumnCompiler, TableBuilder, TableCompiler } from './knex-shapes.ts';

export interface TableTap {
  start(): void;
  /** A table builder whose callback has run, before knex's compiler takes it apart. */
  compiling(table: TableBuilder): void;
  compiled(table: TableBuilder, compiler: TableCompiler): void;
  column(compiler: ColumnCompiler): void;
  /** The compiler that knex made for a column, whose types are worked out already. */
  compilerOf(column: ColumnBuilder): ColumnCompiler;
  stop(): readonly HeardTable[];
}

export function createTap(): TableTap {
  let tables: HeardTable[] = [];
  let columns = new Map<ColumnBuilder, ColumnCompiler>();
  let comment: string | undefined;
  return {
    start() {
      tables = [];
      columns = new Map();
    },
    column(compiler) {
      columns.set(compiler.columnBuilder, compiler);
    },
    compilerOf(column) {
      const compiler = columns.get(column);
      if (compiler === undefined) throw new Error('knex compiled no such column');
      return compiler;
    },
    compiling({ _single: single }) {
      comment = typeof single.comment === 'string' ? single.comment : undefined;
    },
    compiled(builder, compiler) {
      tables.push({ builder, compiler, comment });
    },
    stop: () => tables,
  };
}
