/** No directive takes what it does not know: an option, a value of another shape, nothing where something is wanted. */
import { describe, expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
import type { AlterColumnOptions } from '../../../src/recorder/op-table.ts';
import { signatures } from '../../../src/recorder/signatures.ts';
import { sqlOf } from './recorded.ts';

type Directive = (...args: readonly unknown[]) => unknown;

/** What of `op` takes no options. */
const others = ['dialect', 'version', 'x', 'knex', 'schema', 'autocommitBlock'];

test('the table names every directive', async () => {
  let names: readonly string[] = [];
  await sqlOf('postgresql', (op) => {
    names = Object.keys(op).filter((name) => !others.includes(name));
  });
  expect([...names].sort()).toEqual(Object.keys(signatures).sort());
});

const call = (name: string, ...args: readonly unknown[]): Promise<unknown> =>
  sqlOf('postgresql', (op: Op) => (op[name as keyof Op] as Directive)(...args));

describe.each(Object.entries(signatures))('op.%s', (name, [takes, options]) => {
  test('has no other option', async () => {
    await expect(call(name, ...Array(takes.length).fill('a'), { zzz: 1 })).rejects.toMatchObject({
      code: 'bad-argument',
      message: `op.${name} has no option zzz`,
      hint: `op.${name} takes ${Object.keys(options).join(', ')}.`,
      place: { file: 'revisions/a1.ts' },
    });
  });

  test.each(takes.filter(([, { fits }]) => !fits(undefined)).map(([called]) => called))(
    'takes no number for %s',
    async (called) => {
      const args = takes.map(([each, { what }]) => {
        if (each === called) return 7;
        return what.startsWith('a list') ? ['a'] : what === 'an object' ? {} : what === 'text' ? 'a' : () => undefined;
      });
      await expect(call(name, ...args)).rejects.toMatchObject({
        code: 'bad-argument',
        message: expect.stringMatching(new RegExp(`^op.${name} takes .*, not 7$`)),
        place: { file: 'revisions/a1.ts' },
      });
    },
  );
});

test.each([
  ['createIndex', ['t_n', 't', 'n'], 'op.createIndex takes a list for columns, not "n"'],
  ['createIndex', ['t', ['n']], 'op.createIndex takes text for table, not a list'],
  ['createForeignKey', ['f', 't', 't', ['q']], 'op.createForeignKey takes a list of texts for remoteColumns'],
  ['createCheckConstraint', ['c', 't'], 'op.createCheckConstraint takes text for condition'],
  ['alterColumn', ['t', 'n'], 'op.alterColumn is told no options'],
  [
    'alterColumn',
    ['t', 'n', { nullable: 'no' }],
    'op.alterColumn takes true or false for its option nullable, not "no"',
  ],
  ['dropColumn', ['t'], 'op.dropColumn takes text for column'],
])('op.%s(%j) is refused', async (name, args, message) => {
  await expect(call(name, ...args)).rejects.toMatchObject({ code: 'bad-argument', message });
});

test('a word that is not known is asked about', async () => {
  const given = ['f', 't', 't', ['q'], ['id'], { onDelete: 'casacde' }];
  await expect(call('createForeignKey', ...given)).rejects.toMatchObject({
    message:
      'op.createForeignKey takes one of cascade, restrict, no action, set null, set default for its option onDelete, not "casacde"',
    hint: 'Did you mean cascade?',
  });
});

test.each([
  ['onDelete', 'casacde', 'Did you mean cascade?'],
  ['onUpdate', 'nothing', undefined],
  ['deferrable', 'defered', 'Did you mean deferred?'],
] as const)('a foreign key of a table builder has no %s(%j)', async (word, given, hint) => {
  const made = sqlOf('postgresql', (op) => {
    op.createTable('t', (t) => {
      const key = t.integer('a').references('id').inTable('t');
      (key as unknown as Record<string, (word: string) => unknown>)[word]!(given);
    });
  });
  await expect(made).rejects.toMatchObject({
    code: 'bad-argument',
    message: expect.stringMatching(new RegExp(`^${word} takes one of .*, not "${given}"$`)),
    hint,
    place: { file: 'revisions/a1.ts' },
  });
});

test('the words of a foreign key may be in upper case', async () => {
  const made = sqlOf('postgresql', (op) => {
    op.createTable('t', (t) => {
      t.increments('id');
      t.integer('a').references('id').inTable('t').onDelete('SET NULL');
    });
  });
  await expect(made).resolves.toBeDefined();
});

type Type = NonNullable<AlterColumnOptions['type']>;

test.each<[string, Type, string]>([
  ['nullable', (t, n) => t.bigInteger(n).notNullable(), 'Say it beside the type: { type: …, nullable: false }.'],
  ['defaultTo', (t, n) => t.bigInteger(n).defaultTo(5), 'Say it beside the type: { type: …, default: … }.'],
  ['checkPositive', (t, n) => t.bigInteger(n).checkPositive(), 'Say it with op.createCheckConstraint.'],
])('a type of op.alterColumn with %s is refused', async (word, type, hint) => {
  await expect(call('alterColumn', 't', 'q', { type })).rejects.toMatchObject({
    code: 'bad-argument',
    message: `the type given to op.alterColumn says more than a type: ${word}`,
    hint,
    place: { file: 'revisions/a1.ts' },
  });
});

test('a type of op.alterColumn is returned', async () => {
  const type = (t: { integer(name: string): unknown }, n: string) => void t.integer(n);
  await expect(call('alterColumn', 't', 'q', { type })).rejects.toMatchObject({
    code: 'bad-argument',
    message: 'the function given to op.alterColumn returns no type',
    place: { file: 'revisions/a1.ts' },
  });
});
