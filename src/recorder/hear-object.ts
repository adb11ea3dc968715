/** What knex's schema builder does beside tables, heard as operations: schemas, extensions and views. */

import type { Operation } from '../operation/operation.ts';
import type { Name } from '../schema/name.ts';
import { type Named, tableName } from './hear-keys.ts';
import type { SchemaEntry } from './knex-shapes.ts';

type Hear = (name: string, second: unknown, view: () => Name) => Operation;

const heard: Readonly<Record<string, Hear>> = {
  createSchema: (schema) => ({ kind: 'createSchema', schema }),
  createSchemaIfNotExists: (schema) => ({ kind: 'createSchema', schema, ifNotExists: true }),
  dropSchema: (schema, cascade) => ({ kind: 'dropSchema', schema, ...(cascade === true ? { cascade } : {}) }),
  dropSchemaIfExists: (schema, cascade) => ({
    kind: 'dropSchema',
    schema,
    ifExists: true,
    ...(cascade === true ? { cascade } : {}),
  }),
  createExtension: (name) => ({ kind: 'createExtension', extension: { name } }),
  createExtensionIfNotExists: (name) => ({ kind: 'createExtension', extension: { name }, ifNotExists: true }),
  dropExtension: (extension) => ({ kind: 'dropExtension', extension }),
  dropExtensionIfExists: (extension) => ({ kind: 'dropExtension', extension, ifExists: true }),
  dropView: (_name, _second, view) => ({ kind: 'dropView', view: view(), materialized: false }),
  dropViewIfExists: (_name, _second, view) => ({
    kind: 'dropView',
    view: view(),
    materialized: false,
    ifExists: true,
  }),
  dropMaterializedView: (_name, _second, view) => ({ kind: 'dropView', view: view(), materialized: true }),
  dropMaterializedViewIfExists: (_name, _second, view) => ({
    kind: 'dropView',
    view: view(),
    materialized: true,
    ifExists: true,
  }),
  refreshMaterializedView: (_name, concurrently, view) => ({
    kind: 'refreshView',
    view: view(),
    concurrently: concurrently === true,
  }),
};

/** Undefined for what is not understood. */
export function hearObject(
  { method, args }: SchemaEntry,
  schema: string | undefined,
  named: Named,
): Operation | undefined {
  const [first, second] = args;
  const view = () => tableName(String(first), schema, named);
  return Object.hasOwn(heard, method) ? heard[method]!(String(first), second, view) : undefined;
}

/** `columns` and `query` of `create view "v" (a) as select …`, as knex compiles it. */
const creation =
  /^create (?:or (?:replace|alter) )?(?:materialized )?view (?:"[^"]*"|`[^`]*`|\[[^\]]*\]|[\w.])+(?: \((.*?)\))? as ([\s\S]*)$/i;

const views: Readonly<Record<string, { readonly materialized: boolean; readonly replace: boolean }>> = {
  createView: { materialized: false, replace: false },
  createViewOrReplace: { materialized: false, replace: true },
  createMaterializedView: { materialized: true, replace: false },
};

/** A view that knex's builder makes, from the SQL that it compiles to. Undefined for anything else. */
export function hearView(
  { method, args }: SchemaEntry,
  schema: string | undefined,
  named: Named,
  sql: string,
): Operation | undefined {
  const manner = Object.hasOwn(views, method) ? views[method] : undefined;
  const [, columns, query] = creation.exec(sql) ?? [];
  if (manner === undefined || query === undefined) return undefined;
  const inView = columns?.split(', ').map((column) => column.slice(1, -1));
  const view = {
    name: tableName(String(args[0]), schema, named),
    query,
    materialized: manner.materialized,
    indexes: [],
    ...(inView === undefined ? {} : { columns: inView }),
  };
  return { kind: 'createView', view, replace: manner.replace };
}
