/** No directive takes what it does not know: an option, a value of another shape, nothing where something is wanted. */
import { describe, expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
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
