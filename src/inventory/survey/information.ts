/** Catalogs of PostgreSQL's kin by the standard's information schema, and by as little of pg_catalog as can be. */

import type { Name } from '../../schema/name.ts';
import { entries } from '../../schema/registry.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { checkName, type Manner, unvalidated } from './fact.ts';
import { familyIn } from './family.ts';
import { among, type Text } from './survey.ts';

export const here = 'current_schema()';

const families = {
  integer: ['smallint', 'integer', 'bigint'],
  decimal: ['numeric'],
  float: ['real', 'double precision'],
  text: ['character varying', 'character', 'text', 'char', '"char"', 'bpchar'],
  timestamp: ['timestamp without time zone', 'timestamp with time zone'],
  time: ['time without time zone', 'time with time zone'],
  binary: ['bytea', 'varbyte', 'binary varying'],
} as const;

export const tablesOf = (schema: Schema): readonly Table[] => entries(schema.tables).map(([, table]) => table);

export const manner: Pick<Manner, 'foreign' | 'tellsColumns' | 'implies' | 'part'> = {
  foreign: 'name',
  tellsColumns: false,
  implies: () => false,
  part: (part) => (typeof part === 'string' ? part : (part.column ?? 'an expression')),
};

/** A literal in a query within a query has no type there. */
const word = (says: string): string => `CAST('${says}' AS varchar(64))`;

/** `full` is a condition: a column that is given no value has one. */
export function columns(schema: Schema, text: Text, full: string, shown = '1 = 1'): readonly string[] {
  const known = among(
    ['table_schema', 'table_name'],
    tablesOf(schema).map(({ name }) => name),
    text,
    here,
  );
  const from = `FROM information_schema.columns\n  WHERE ${shown} AND ${known}`;
  const named = "table_schema AS place, table_name || '.' || column_name AS name";
  return [
    `SELECT ${word('table')} AS kind, table_schema AS place, table_name AS name, ${word('table')} AS says\n    FROM information_schema.tables\n  WHERE table_type = 'BASE TABLE' AND ${known}`,
    `SELECT ${word('column')} AS kind, ${named}, CASE is_nullable WHEN 'YES' THEN 'null' ELSE 'not null' END AS says\n    ${from}`,
    `SELECT ${word('type')} AS kind, ${named},\n      ${familyIn('data_type', families, text)} AS says\n    ${from}`,
    `SELECT ${word('default')} AS kind, ${named}, CASE WHEN ${full} THEN 'yes' ELSE 'no' END AS says\n    ${from}`,
  ];
}

const inSpace = 'JOIN pg_namespace n ON n.oid = c.relnamespace';

/** Checks that the history does not know by name are let be. `own` leaves out keys that the engine made. */
export function keys(
  schema: Schema,
  text: Text,
  kinds: Readonly<Record<string, string>>,
  valid: boolean,
  own = '1 = 1',
): readonly string[] {
  const names = tablesOf(schema).map(({ name }) => name);
  const kind = `CASE k.contype ${Object.entries(kinds)
    .map(([letter, word]) => `WHEN ${text(letter)} THEN ${text(word)}`)
    .join(' ')} END`;
  const says = valid ? `${kind} || CASE WHEN k.convalidated THEN '' ELSE '${unvalidated}' END` : kind;
  const from = `FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid ${inSpace}`;
  const letters = Object.keys(kinds).map(text).join(', ');
  const checks = tablesOf(schema).flatMap(({ name, constraints }): readonly Name[] =>
    constraints.flatMap((key) =>
      key.kind === 'check' && key.name !== undefined ? [{ ...name, name: `${name.name}.${checkName(key.name)}` }] : [],
    ),
  );
  const checkSays = valid ? `'check' || CASE WHEN k.convalidated THEN '' ELSE '${unvalidated}' END` : "'check'";
  return [
    `SELECT ${kind} AS kind, n.nspname AS place, c.relname || CASE k.contype WHEN 'p' THEN '' ELSE '.' || k.conname END AS name,\n      ${says} AS says\n    ${from}\n` +
      `  WHERE k.contype IN (${letters}) AND ${own} AND ${among(['n.nspname', 'c.relname'], names, text, here)}`,
    ...(checks.length === 0
      ? []
      : [
          `SELECT ${word('check')} AS kind, n.nspname AS place, c.relname || '.' || k.conname AS name, ${checkSays} AS says\n    ${from}\n` +
            `  WHERE k.contype = 'c' AND ${among(['n.nspname', "c.relname || '.' || k.conname"], checks, text, here)}`,
        ]),
  ];
}

/** Views and their like, by the letters of pg_class. */
export function relations(
  schema: Schema,
  text: Text,
  kinds: Readonly<Record<string, string>>,
  registries: readonly ('views' | 'sequences')[],
): readonly string[] {
  const names = registries.flatMap((registry) =>
    entries<{ readonly name: Name }>(schema[registry]).map(([, { name }]) => name),
  );
  if (names.length === 0) return [];
  const kind = `CASE c.relkind ${Object.entries(kinds)
    .map(([letter, word]) => `WHEN ${text(letter)} THEN ${text(word)}`)
    .join(' ')} END`;
  return [
    `SELECT ${kind} AS kind, n.nspname AS place, c.relname AS name, ${kind} AS says\n    FROM pg_class c ${inSpace}\n` +
      `  WHERE c.relkind IN (${Object.keys(kinds).map(text).join(', ')}) AND ${among(['n.nspname', 'c.relname'], names, text, here)}`,
  ];
}
