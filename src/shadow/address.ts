/** Where the server of a shadow is, and what the shadow's database is called there. */

import { MigratorError } from '../errors.ts';

/** Throws `no-shadow`, which does not repeat the address: it may hold a password. */
export function addressOf(text: string, schemes: readonly string[], title: string): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address !== undefined && schemes.includes(address.protocol.slice(0, -1))) return address;
  throw new MigratorError('no-shadow', `the address of the shadow is not that of a ${title} server`, {
    hint: `It looks like "${schemes[0]}://user:password@localhost".`,
  });
}

/** The address may name a database: histories with different ones do not meet on one server. */
export function shadowName(address: URL): string {
  const named = decodeURIComponent(address.pathname.slice(1)).replace(/\W+/g, '_');
  return named === '' ? 'migrator_shadow' : `migrator_shadow_${named}`;
}

export function unreachable(error: unknown): MigratorError {
  const { message, code = '' } = error as { message: string; code?: string };
  return new MigratorError('no-shadow', `the server of the shadow cannot be used: ${message || code}`, {
    hint: 'Start it, or mend its address: the user must be able to make a database.',
    cause: error,
  });
}

export function occupied(name: string): MigratorError {
  return new MigratorError('no-shadow', `the shadow's database ${name} is in use by another run`, {
    hint: 'Wait for its end, or name another database in the address: each has a shadow of its own.',
  });
}
