/** No directive leaves an option out that it does not know. */
import { expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
import { options } from '../../../src/recorder/option-names.ts';
import { sqlOf } from './recorded.ts';

type Directive = (...args: readonly unknown[]) => unknown;

/** What of `op` takes no options. */
const others = ['dialect', 'version', 'x', 'knex', 'schema', 'autocommitBlock'];

test('the table names every directive', async () => {
  let names: readonly string[] = [];
  await sqlOf('postgresql', (op) => {
    names = Object.keys(op).filter((name) => !others.includes(name));
  });
  expect([...names].sort()).toEqual(Object.keys(options).sort());
});

test.each(Object.entries(options))('op.%s', async (name, [count, known]) => {
  const call = (given: unknown) => async (op: Op) =>
    (op[name as keyof Op] as Directive)(...Array(count - 1).fill('a'), given);
  const refused = sqlOf('postgresql', call({ zzz: 1 }));
  await expect(refused).rejects.toMatchObject({
    code: 'bad-argument',
    message: `op.${name} has no option zzz`,
    hint: `op.${name} takes ${Object.keys(known).join(', ')}.`,
    place: { file: 'revisions/a1.ts' },
  });
});
