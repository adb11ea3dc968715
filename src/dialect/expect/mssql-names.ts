/** Which names SQL Server can be asked for before a script begins. */

import type { MadeOn } from '../../operation/names-made-on.ts';
import type { Name } from '../../schema/name.ts';
import { mssqlToken as text } from '../literal-mssql.ts';
import { nameOf } from '../mssql/taken.ts';
import { isAtLeast } from '../version.ts';
import {
  type Asked,
  type ExpectAccent,
  freeWords,
  grouped,
  type NamedKind,
  type TakenWords,
  takenWords,
} from './accent.ts';
import { type OnTables, onTables } from './on-tables.ts';

interface Named {
  readonly kind: NamedKind;
  readonly name: Name;
}

/** All that are taken, where the server can list them: https://learn.microsoft.com/sql/t-sql/functions/string-agg-transact-sql */
function taken({ start, place, end }: TakenWords, version: string): string {
  if (!isAtLeast(version, '2017')) return `MIN(${text(start[0] + place)} + name + ${text(end[0])})`;
  const byCount = ([one, more]: TakenWords['start']) => `IIF(COUNT(*) = 1, ${text(one)}, ${text(more)})`;
  const all = `STRING_AGG(CAST(${text(place)} + name AS nvarchar(max)), N', ') WITHIN GROUP (ORDER BY name)`;
  return `${byCount(start)} + ${all} + ${byCount(end)}`;
}

/** Tables, views, sequences and constraints share their names. */
const objects = (makes: readonly Named[], version: string): readonly Asked[] =>
  grouped(makes).map((group) => {
    const place = group.schema === undefined ? 'SCHEMA_ID()' : `SCHEMA_ID(${text(group.schema)})`;
    return {
      fault:
        `(SELECT ${taken(takenWords(group), version)} FROM sys.objects\n` +
        `      WHERE schema_id = ${place} AND name IN (${group.names.map(text).join(', ')}))`,
      expects: freeWords(group.kind),
    };
  });

/** Names of indexes belong to their table. */
export const freeNames: ExpectAccent['freeNames'] = (makes, version) =>
  objects(
    makes.filter(({ kind }) => kind !== 'index' && kind !== 'enum'),
    version,
  );

function namesOf(one: MadeOn): readonly Named[] {
  if (one.kind === 'trigger') return [{ kind: 'trigger', name: { ...one.table, name: one.name } }];
  if (one.kind !== 'key') return [];
  const name = nameOf(one.key, one.table, one.of);
  return name === undefined ? [] : [{ kind: 'constraint', name: { ...one.table, name } }];
}

function columns({ kind, schema, tables }: OnTables, version: string): readonly Asked[] {
  if (kind !== 'column') return [];
  const place = schema === undefined ? 'SCHEMA_ID()' : `SCHEMA_ID(${text(schema)})`;
  const which = tables.map(([table, names]) => `t.name = ${text(table)} AND c.name IN (${names.map(text).join(', ')})`);
  const found = `SELECT t.name + N'.' + c.name AS name FROM sys.columns c JOIN sys.tables t ON t.object_id = c.object_id\n      WHERE t.schema_id = ${place} AND (${which.join(' OR ')})`;
  return [
    {
      fault: `(SELECT ${taken(takenWords({ kind, schema }), version)} FROM (${found}) found)`,
      expects: freeWords(kind),
    },
  ];
}

export const freeOnTables: NonNullable<ExpectAccent['freeOnTables']> = (makes, version) => [
  ...objects(makes.flatMap(namesOf), version),
  ...onTables(makes.filter(({ isNew }) => !isNew)).flatMap((group) => columns(group, version)),
];
