/** Catches the table builders that knex compiles while one entry of a schema builder is heard. */

import type { HeardTable } from './hear-keys.ts';
import type { TableBuilder, TableCompiler } from './knex-shapes.ts';

export interface TableTap {
  start(): void;
  /** A table builder whose callback has run, before knex's compiler takes it apart. */
  compiling(table: TableBuilder): void;
  compiled(table: TableBuilder, compiler: TableCompiler): void;
  stop(): readonly HeardTable[];
}

export function createTap(): TableTap {
  let tables: HeardTable[] = [];
  let comment: string | undefined;
  return {
    start() {
      tables = [];
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
