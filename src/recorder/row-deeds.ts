/** Statements that knex has compiled, taken apart into what they do to one row each: the same deed is known again with other values. */

import { isDeepStrictEqual } from 'node:util';
import type { Name } from '../schema/name.ts';
import type { Compiled } from './knex-shapes.ts';

export interface RowDeed {
  readonly verb: 'insert' | 'update' | 'delete';
  /** As it stands in the SQL, quoted. */
  readonly table: string;
  /** Those that take the first of the values. */
  readonly columns: readonly string[];
  /** Those that are compared with the others. */
  readonly keys: readonly string[];
  readonly values: readonly unknown[];
}

const name = '(?:"[^"?]+"|`[^`?]+`)';
const table = `${name}(?:\\.${name})?`;
const tuple = '\\(\\?(?:, \\?)*\\)';
const selected = `select \\? as ${name}(?:, \\? as ${name})*`;
const rows = `(?:values ${tuple}(?:, ${tuple})*|${selected}(?: union all ${selected})*)`;
/** What it gives back is asked for by itself. */
const returning = `(?: returning (?:\\*|${name}(?:, ${name})*))?`;
const conditions = `${name} = \\?(?: and ${name} = \\?)*`;
const forms = {
  insert: new RegExp(`^insert into (${table}) \\((${name}(?:, ${name})*)\\) ${rows}${returning}$`),
  update: new RegExp(`^update (${table}) set (${name} = \\?(?:, ${name} = \\?)*) where (${conditions})$`),
  delete: new RegExp(`^delete from (${table})() where (${conditions})$`),
} as const;
const names = new RegExp(name, 'g');

const namesIn = (text: string = ''): readonly string[] => text.match(names) ?? [];

/** Undefined where it does anything else. */
export function rowDeeds({ sql, bindings = [] }: Compiled): readonly RowDeed[] | undefined {
  for (const verb of ['insert', 'update', 'delete'] as const) {
    const [, into = '', first, second] = forms[verb].exec(sql) ?? [];
    const [columns, keys] = [namesIn(first), namesIn(second)];
    const width = columns.length + keys.length;
    if (width === 0 || bindings.length % width !== 0) continue;
    return Array.from({ length: bindings.length / width }, (_, at) => ({
      verb,
      table: into,
      columns,
      keys,
      values: bindings.slice(at * width, (at + 1) * width),
    }));
  }
  return undefined;
}

/** A name without its quotes. */
export const bare = (quoted: string): string => quoted.slice(1, -1).replace(/""|``/g, (twice) => twice.charAt(0));

export function sameForm({ values: _, ...one }: RowDeed, { values: __, ...other }: RowDeed): boolean {
  return isDeepStrictEqual(one, other);
}

/** The table that a deed names. */
export function nameOf({ deed: { table } }: { readonly deed: Pick<RowDeed, 'table'> }): Name {
  const [name = '', schema] = (table.match(/"(?:[^"]|"")*"|`(?:[^`]|``)*`/g) ?? []).map(bare).reverse();
  return schema === undefined ? { name } : { schema, name };
}
