/** What a catalog says beside what the revisions say: SELECTs that find nothing but differences. */

import { listed } from '../../dialect/client/spelling.ts';
import type { Name } from '../../schema/name.ts';
import type { Schema } from '../../schema/schema.ts';
import { groupBy } from '../facts.ts';
import type { Fact, FactKind, Facts, Manner } from './fact.ts';

/** A kind, a schema, a name and what is said of it. */
export type Row = readonly [kind: string, place: string, name: string, says: string];

/** How a client writes text in SQL. */
export type Text = (value: string) => string;

/** SELECTs of a kind, a schema, a name and what is said of it; only of what the schema knows. */
export type Found = { readonly [K in keyof Facts]: readonly string[] };

export interface Survey {
  readonly manner: (version: string) => Manner;
  found(schema: Schema, text: Text, version: string): Found;
  /** Things that the engine cannot use as they are, and mends by itself when somebody does; undefined where there are none to look at. */
  stale?(schema: Schema, text: Text): string | undefined;
  readonly words: Words;
}

/** What differs in how the comparison itself is spelled. */
export interface Words {
  /** The schema where the session is. */
  readonly here: string;
  /** A source of these rows, whose columns are `kind`, `place`, `name` and `says`. */
  readonly rows: (rows: readonly Row[], text: Text) => string;
  readonly joined: (...parts: readonly string[]) => string;
  /** Both sides are text of one type, and names are the same where the engine says so. */
  readonly cast: (expression: string) => string;
  /** The same for text that must be equal letter by letter. */
  readonly exact: (expression: string) => string;
}

/** Whatever a table has too many of these is told. */
const complete: readonly FactKind[] = ['column', 'primary key', 'unique', 'foreign key', 'check', 'exclude', 'index'];
/** Compared where both sides know of them: what is missing is told once. */
const details: readonly FactKind[] = ['type', 'default'];

const home = '.';

/** `open`: things that the revisions do not know are let be. */
export function differences(
  facts: readonly Fact[],
  found: readonly string[],
  { here, rows, joined, cast }: Words,
  text: Text,
  open: boolean,
): string {
  const kinds = (some: readonly FactKind[]) => some.map(text).join(', ');
  const expected = facts.map(({ kind, schema = home, name, says }): Row => [kind, schema, name, says]);
  const place = `CASE place WHEN ${text(home)} THEN ${here} ELSE place END`;
  const sides = [
    ...(facts.length === 0
      ? []
      : [
          `SELECT ${cast('kind')} AS kind, ${cast(place)} AS place, ${cast('name')} AS name, ${cast('says')} AS expected, ${cast('NULL')} AS found\n  FROM ${rows(expected, text)}`,
        ]),
    ...found.map(
      (select) =>
        `SELECT ${cast('kind')} AS kind, ${cast('place')} AS place, ${cast('name')} AS name, ${cast('NULL')} AS expected, ${cast('says')} AS found\n  FROM (${select}) here`,
    ),
  ];
  const arms = [
    ...(open ? [] : [`MAX(expected) IS NULL AND kind IN (${kinds(complete)})`]),
    `MAX(found) IS NULL AND kind NOT IN (${kinds(details)})`,
    'MAX(expected) <> MAX(found)',
  ];
  return [
    `SELECT kind, ${joined('place', text('.'), 'name')} AS name,\n`,
    `    COALESCE(MAX(expected), ${text('nothing')}) AS expected, COALESCE(MAX(found), ${text('nothing')}) AS found\n`,
    `FROM (\n${sides.join('\nUNION ALL\n')}\n) facts\n`,
    `GROUP BY kind, place, name\nHAVING ${arms.map((arm) => `(${arm})`).join('\n    OR ')}\nORDER BY kind, place, name`,
  ].join('');
}

export const valuesRows: Words['rows'] = (rows, text) =>
  `(VALUES\n${rows.map((row) => `    (${row.map(text).join(', ')})`).join(',\n')}\n  ) AS told (kind, place, name, says)`;

const names = ['kind', 'place', 'name', 'says'] as const;

/** SELECTs one after the other. */
export const selectedRows: Words['rows'] = (rows, text) => {
  const selects = rows.map((row, n) => {
    const cells = row.map(text);
    return `SELECT ${(n > 0 ? cells : cells.map((cell, at) => `${cell} AS ${names[at]}`)).join(', ')}`;
  });
  return `(\n    ${selects.join('\n    UNION ALL ')}\n  ) told`;
};

/** Engines limit how long a list may be. */
const longest = 500;

/** A condition: schema and name are one of these. `1 = 0` where there is none. */
export function among(
  [place, name]: readonly [place: string, name: string],
  names: readonly Name[],
  text: Text,
  here: string,
): string {
  const lists = [...groupBy(names, ({ schema }) => (schema === undefined ? here : text(schema)))].flatMap(
    ([schema, group]) => chunks(group).map((some) => within(schema, some)),
  );
  if (lists.length === 0) return '1 = 0';
  return lists.length === 1 ? lists[0]! : `(${lists.map((list) => `(${list})`).join('\n    OR ')})`;

  function within(schema: string, some: readonly Name[]): string {
    return `${place} = ${schema} AND ${name} IN (\n    ${listed(some.map((one) => text(one.name)))})`;
  }
}

function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / longest);
  return Array.from({ length: count }, (_, n) => items.slice(n * longest, (n + 1) * longest));
}
