import { expect, test } from 'vitest';
import { addressOf, shadowName } from '../../../src/shadow/address.ts';

test.each([
  ['mysql://root@localhost', 'migrator_shadow'],
  ['mysql://root@localhost/', 'migrator_shadow'],
  ['mysql://root:a%2Fb@localhost:3307/shop', 'migrator_shadow_shop'],
  ['mysql://localhost/a%20b-c?socketPath=%2Ftmp%2Fmysql.sock', 'migrator_shadow_a_b_c'],
  ['postgresql://postgres@%2Ftmp%2Fsocket/shop', 'migrator_shadow_shop'],
])('%s: %s', (url, name) => {
  expect(shadowName(addressOf(url, ['mysql', 'postgresql'], 'MySQL'))).toBe(name);
});
