/** No value from a shadow reaches a bundle unmarked: two histories differ in one value alone, and what differs in the script is marked in both. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Op } from '../../src/recorder/op.ts';
import type { Recording } from '../../src/recorder/recording.ts';
import { openShadow } from '../../src/shadow/open.ts';
import { recordedAfter } from '../unit/recorder/recorded.ts';

/** Planted where the history has it: nothing else may tell two histories apart. */
interface Planted {
  readonly text: string | null;
  readonly number: number;
  /** Rows beside the one that is looked for. */
  readonly others: number;
}

const history =
  ({ text, number, others }: Planted) =>
  async (op: Op) => {
    op.createTable('planted', (t) => {
      t.integer('id').notNullable().primary();
      t.text('text');
      t.bigInteger('number');
    });
    op.createTable('written', (t) => {
      t.increments('id');
      t.text('text');
    });
    await op.knex('planted').insert({ id: 1, text, number });
    for (let n = 0; n < others; n++) await op.knex('planted').insert({ id: 2 + n, text: `other ${n}`, number: n });
  };

interface Got {
  readonly text: string | null;
  readonly number: number;
}

type Read = (op: Op) => Promise<readonly Got[]>;

const reads: Readonly<Record<string, Read>> = {
  select: (op) => op.knex('planted').select('text', 'number').orderBy('id'),
  first: async (op) => [await op.knex('planted').where({ id: 1 }).first()],
  pluck: async (op) =>
    (await op.knex('planted').orderBy('id').pluck('text')).map((text: string) => ({ text, number: 0 })),
  raw: (op) => op.knex.raw('select text, number from planted order by id'),
  count: async (op) => {
    const [row] = await op.knex('planted').count('* as n');
    return [{ text: String(row?.n), number: Number(row?.n) }];
  },
  async stream(op) {
    const found: Got[] = [];
    for await (const row of op.knex('planted').select().orderBy('id').stream()) found.push(row);
    return found;
  },
  returning: (op) => op.knex('planted').where('id', 1).update({ id: 1 }).returning(['text', 'number']),
  touched: async (op) => {
    const touched = await op.knex('planted').where('id', '>', 1).update({ number: 5 });
    return [{ text: `${touched}`, number: touched }];
  },
  nested: async (op) => {
    const { text } = await op.knex('planted').where({ id: 1 }).first('text');
    return op.knex('planted').where({ text }).select('text', 'number');
  },
};

type Turn = (got: readonly Got[]) => string;

const text = (got: readonly Got[]): string => got[0]?.text ?? 'none';

const turns: Readonly<Record<string, Turn>> = {
  'the text': text,
  'all texts': (got) => got.map((one) => one.text).join(),
  'a part of it': (got) => text(got).slice(1, 3),
  'its last character': (got) => text(got).at(-1) ?? 'empty',
  'its length': (got) => String(text(got).length),
  'in capitals': (got) => text(got).toUpperCase(),
  backwards: (got) => [...text(got)].reverse().join(''),
  'a code of it': (got) => String(text(got).charCodeAt(0)),
  'whether there is one': (got) => (got[0]?.text === null ? 'none' : 'some'),
  JSON: (got) => JSON.stringify(got),
  'the number': (got) => String(got[0]?.number),
  'its last digit': (got) => String(Math.abs(Number(got[0]?.number)) % 10),
  'its sign': (got) => (Number(got[0]?.number) > 0 ? 'more' : 'less'),
  'how many': (got) => String(got.length),
  nothing: () => 'always',
};

type Sink = (op: Op, value: string) => Promise<unknown> | unknown;

const quoted = (value: string) => `'${value.replaceAll("'", "''").replace(/[^ -~]/g, '?')}'`;

const sinks: Readonly<Record<string, Sink>> = {
  insert: (op, value) => op.knex('written').insert({ text: value }),
  where: (op, value) => op.knex('written').where({ text: value }).del(),
  execute: (op, value) => op.execute(`delete from written where text = ${quoted(value)}`),
  default: (op, value) => op.addColumn('written', (t) => t.string('more', 400).defaultTo(value)),
  column: (op, value) => op.addColumn('written', (t) => t.string(`c_${value.replace(/\W/g, '_').slice(0, 20)}`, 9)),
  branch: (op, value) => (value.length > 4 ? op.knex('written').insert({ text: 'long' }) : undefined),
  choice: (op, value) => op.knex('written').insert({ text: value.startsWith('a') ? 'yes' : 'no' }),
  loop: async (op, value) => {
    for (let n = 0; n < Math.min(value.length, 4); n++) await op.knex('written').insert({ text: 'again' });
  },
};

const oneOf = (of: object) => fc.constantFrom(...Object.keys(of));

const planted = fc.record({
  text: fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('admin', 'a', '', '2024-05-06', '17', '{"a":[1,"x"]}', 'ä€', null),
    fc.uuid(),
    fc.integer().map(String),
  ),
  number: fc.integer({ min: -2000, max: 2000 }),
  others: fc.integer({ min: 0, max: 2 }),
});

const steps = fc.array(fc.record({ read: oneOf(reads), turn: oneOf(turns), sink: oneOf(sinks) }), {
  minLength: 1,
  maxLength: 2,
});

const signs = ({ changes }: Recording): readonly string[] =>
  changes.map(({ statements }) => statements.map(({ statement }) => String(statement.sql)).join(';'));

function marksOf({ reads: all = [] }: Recording): { readonly at: ReadonlySet<number>; readonly decides: boolean } {
  return { at: new Set(all.flatMap(({ reaches }) => reaches)), decides: all.some(({ decides }) => decides) };
}

test('whatever is made of a value that was read', async () => {
  await fc.assert(
    fc.asyncProperty(planted, planted, steps, async (one, other, program) => {
      const revision = async (op: Op) => {
        await op.knex('written').insert({ text: 'before' });
        for (const { read, turn, sink } of program) {
          const value = turns[turn]!(await reads[read]!(op));
          await sinks[sink]!(op, value);
        }
        await op.knex('written').insert({ text: 'after' });
      };
      // as if it stood in the revision itself
      const code = program.map(({ turn, sink }) => `${turns[turn]}; ${sinks[sink]}`).join(';');
      revision.toString = () => code;
      const record = (row: Planted) =>
        recordedAfter('sqlite', [history(row), revision], {
          shadow: () => openShadow({ dialect: 'sqlite' }),
          accepts: () => 'told',
        }).catch((error: unknown) => error as Error);
      const [first, second] = [await record(one), await record(other)];
      fc.pre(!(first instanceof Error) && !(second instanceof Error));
      const [a, b] = [signs(first), signs(second)];
      for (const recording of [first, second]) {
        const { at, decides } = marksOf(recording);
        if (a.length !== b.length) expect(decides).toBe(true);
        else expect([...at, -1]).toEqual(expect.arrayContaining(a.flatMap((sign, n) => (sign === b[n] ? [] : [n]))));
      }
    }),
    { numRuns: 30 },
  );
});
