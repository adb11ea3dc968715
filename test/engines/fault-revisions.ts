/** Two revisions, up and down, that a database in any state is asked to take. */
import { data, type Made } from '../unit/script/made.ts';
import type { Catalog } from './engine.ts';
import { type Direction, path } from './fault-matrix.ts';

const table = (id: string): string => `create table t_${id} (id integer not null primary key)`;

const revisions: Readonly<Record<Direction, readonly Made[]>> = {
  up: ['c3', 'd4'].map((id, n) => ({
    id,
    before: [path.up[n]!],
    after: [id],
    statements: [table(id), data(`insert into t_${id} (id) values (1)`)],
  })),
  down: ['d4', 'c3'].map((id, n) => ({
    id,
    before: [id],
    after: [path.down[n + 1]!],
    direction: 'down' as const,
    statements: [data(`delete from t_${id}`), `drop table t_${id}`],
  })),
};

/** What stands where both are applied. */
const tables: string = ['c3', 'd4'].map((id) => `${table(id)};\ninsert into t_${id} (id) values (1);\n`).join('');

export const faultRevisions: {
  readonly revisions: Readonly<Record<Direction, readonly Made[]>>;
  readonly tables: string;
} = { revisions, tables };

/** The log's moments are never the same. */
export const timeless = (catalog: Catalog): Catalog =>
  Object.fromEntries(
    Object.entries(catalog).map(([key, line]) => [
      key,
      line.replace(/"\d{4}-\d\d-\d\d[T ][\d:.]+(?:Z|\+00)?"/, '"then"'),
    ]),
  );
