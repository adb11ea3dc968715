/** One case for every client but the best, and under the house rules that spell a script otherwise, byte by byte. */

import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Client } from '../../src/dialect/client.ts';
import { dialects } from '../../src/dialect/dialects.ts';
import { obeying } from '../../src/dialect/house-rules.ts';
import { type DialectName, dialectNames, type HouseRule } from '../../src/dialect/names.ts';
import { toolVersion } from '../../src/version.ts';
import { textFor } from '../clients/profiles.ts';
import { type Scripts, scriptsOf } from '../clients/scripts.ts';

interface Profile {
  readonly file: string;
  readonly case: string;
  readonly dialect: DialectName;
  readonly client: Client;
}

const online = 'index-concurrently';
const lossy = 'data';

/** It has no indexes. */
const caseFor = (dialect: DialectName): string => (dialect === 'redshift' ? lossy : online);

const ruled = (dialect: DialectName, ...rules: readonly HouseRule[]): Profile => ({
  file: `${dialect}-${rules.join('-').replaceAll(' ', '-')}`,
  case: lossy,
  dialect,
  client: obeying(dialects[dialect].clients[0]!, rules),
});

const profiles: readonly Profile[] = [
  ...dialectNames.flatMap((dialect) =>
    dialects[dialect].clients
      .slice(1)
      .map((client): Profile => ({ file: `${dialect}-${client.tool}`, case: caseFor(dialect), dialect, client })),
  ),
  ruled('postgresql', 'no commit'),
  ruled('oracle', 'no commit'),
  ruled('oracle', 'no commit', 'no whenever', 'own spool'),
  ruled('oracle', 'no whenever', 'own spool'),
  ruled('mariadb', 'own spool'),
  ruled('mssql', 'no commit', 'own spool'),
];

const made = new Map<string, Scripts>();
beforeAll(async () => {
  for (const name of [online, lossy]) made.set(name, await scriptsOf(name));
});

test.each(profiles)('$file', ({ file, case: name, dialect, client }) => {
  const path = new URL(`../profiles/${file}.sql`, import.meta.url);
  const text = textFor(made.get(name)![dialect]!.downgrade, client);
  const script = text.replace(`made by migrator ${toolVersion()} for`, 'made by migrator for');
  if (process.env.MIGRATOR_GOLDEN === 'write') writeFileSync(path, script);
  expect(script).toBe(readFileSync(path, 'utf8'));
});
