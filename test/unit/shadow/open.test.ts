import { expect, test } from 'vitest';
import { dialectNames } from '../../../src/dialect/names.ts';
import { openShadow } from '../../../src/shadow/open.ts';

const refused = (message: string | RegExp, hint: string | RegExp) => ({
  code: 'no-shadow',
  message: expect.stringMatching(message),
  hint: expect.stringMatching(hint),
});

test.each(dialectNames.filter((name) => !['postgresql', 'sqlite'].includes(name)))(
  '%s has no engine inside the process',
  async (dialect) => {
    await expect(openShadow({ dialect })).rejects.toMatchObject(refused(/has no (engine|shadow)/, /./));
  },
);

test('a server can be named where there may be one', async () => {
  await expect(openShadow({ dialect: 'mariadb' })).rejects.toMatchObject(
    refused(/^MariaDB has no engine inside this process/, /shadow = "mysql:\/\/root@localhost"/),
  );
  await expect(openShadow({ dialect: 'cockroachdb' })).rejects.toMatchObject(refused(/^CockroachDB/, /"postgresql:/));
});

test.each(['mssql', 'oracle', 'redshift'] as const)('%s has none, wherever it is said to be', async (dialect) => {
  const url = `${dialect}://localhost`;
  const expected = refused(/has no shadow/, /^There is one for PostgreSQL, CockroachDB, MySQL, MariaDB, SQLite\.$/);
  await expect(openShadow({ dialect, url })).rejects.toMatchObject(expected);
});

test('SQLite is on no server', async () => {
  const settings = { dialect: 'sqlite', url: 'sqlite:///tmp/a' } as const;
  await expect(openShadow(settings)).rejects.toMatchObject(refused(/has no address/, /Leave the address out/));
});

test.each(['localhost', 'mysql://root:secret@localhost', 'http://secret@a'])(
  '"%s" is no address of a PostgreSQL server, and is not repeated',
  async (url) => {
    const fault = await openShadow({ dialect: 'postgresql', url }).catch((error: unknown) => error);
    expect(fault).toMatchObject(
      refused(/^the address of the shadow is not that of a PostgreSQL server$/, /postgresql:/),
    );
    expect(String(fault)).not.toContain('secret');
  },
);
