/** What a catalog says beside what the revisions say: SELECTs that find nothing but differences. */

import type { Name } from '../../schema/name.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Fact, FactKind, Facts, Manner } from './fact.ts';

/** How a client writes text in SQL. */
export type Text = (value: string) => string;

/** SELECTs of a kind, a schema, a name and what is said of it; only of what the schema knows. */
export type Found = { readonly [K in keyof Facts]: readonly string[] };

export interface Survey {
  readonly manner: (version: string) => Manner;
  found(schema: Schema, text: Text, version: string): Found;
  readonly words: Words;
}

/** What differs in how the comparison itself is spelled. */
export interface Words {
  /** The schema where the session is. */
  readonly here: string;
  /** Rows of VALUES in brackets, or SELECTs in a row. */
  readonly rows: (rows: readonly (readonly string[])[]) => string;
  readonly joined: (...parts: readonly string[]) => string;
  /** Types of text are the same on both sides. */
  readonly cast: (expression: string) => string;
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
  const expected = facts.map(({ kind, schema = home, name, says }) => [kind, schema, name, says].map(text));
  const place = `CASE place WHEN ${text(home)} THEN ${here} ELSE place END`;
  const sides = [
    ...(facts.length === 0
      ? []
      : [
          `SELECT ${cast('kind')} AS kind, ${cast(place)} AS place, ${cast('name')} AS name, ${cast('says')} AS expected, ${cast('NULL')} AS found\n  FROM ${rows(expected)}`,
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

export const valuesRows: Words['rows'] = (rows) =>
  `(VALUES\n${rows.map((row) => `    (${row.join(', ')})`).join(',\n')}\n  ) AS told (kind, place, name, says)`;

/** `end`: what a SELECT from no table ends with. */
export function selectRows(end = ''): Words['rows'] {
  return (rows) => {
    const names = ['kind', 'place', 'name', 'says'];
    const selects = rows.map((row, n) => {
      const cells = n > 0 ? row : row.map((cell, at) => `${cell} AS ${names[at]}`);
      return `SELECT ${cells.join(', ')}${end}`;
    });
    return `(\n    ${selects.join('\n    UNION ALL ')}\n  ) told`;
  };
}

/** Engines limit how long a list may be. */
const longest = 500;

/** A condition: the pair is one of these names. `1 = 0` where there is none. */
export function among(pair: readonly [string, string], names: readonly Name[], text: Text, here: string): string {
  if (names.length === 0) return '1 = 0';
  const lists: string[] = [];
  for (let n = 0; n < names.length; n += longest) {
    const items = names.slice(n, n + longest).map(({ schema, name }) => {
      const place = schema === undefined ? here : text(schema);
      return `(${place}, ${text(name)})`;
    });
    lists.push(`(${pair.join(', ')}) IN (\n    ${items.join(',\n    ')})`);
  }
  return lists.length === 1 ? lists[0]! : `(${lists.join(' OR ')})`;
}
