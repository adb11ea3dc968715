/** The models of the clients on trial: good scripts made wrong in one place, each of which they must tell, and for its reason. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DialectName } from '../../src/dialect/names.ts';
import { scriptText } from '../../src/script/script-text.ts';
import type { Fault } from '../clients/fault.ts';
import { models } from '../clients/model.ts';
import { applied, type Mutation } from '../clients/mutations/mutation.ts';
import { mysqlMutations } from '../clients/mutations/mysql.ts';
import { psqlMutations } from '../clients/mutations/psql.ts';
import { sqlcmdMutations } from '../clients/mutations/sqlcmd.ts';
import { sqliteMutations } from '../clients/mutations/sqlite3.ts';
import { sqlplusMutations } from '../clients/mutations/sqlplus.ts';
import { planOf, unplanned } from '../clients/plan.ts';
import { type Direction, scriptsOf } from '../clients/scripts.ts';
import { parseScript } from './script.ts';

/** Tables, rows, programs, columns added later and texts with quotes. */
const cases: readonly (readonly [string, Direction])[] = [
  ['rows', 'upgrade'],
  ['triggers', 'upgrade'],
  ['views', 'downgrade'],
  ['computed-later', 'upgrade'],
  ['raw', 'upgrade'],
  ['comments', 'downgrade'],
];
/** Scripts that one mutation makes wrong, each in one place. */
const enough = 4;

interface Good {
  readonly name: string;
  readonly dialect: DialectName;
  readonly text: string;
  readonly planned: readonly string[];
}

async function goodScripts(dialects: readonly DialectName[]): Promise<readonly Good[]> {
  const good: Good[] = [];
  for (const [name, direction] of cases) {
    const scripts = await scriptsOf(name, dialects);
    for (const dialect of dialects) {
      const script = scripts[dialect]?.[direction];
      if (script === undefined) continue;
      good.push({ name, dialect, text: [...scriptText(script)].join(''), planned: planOf(script) });
    }
  }
  return good;
}

const parsed: Readonly<Partial<Record<DialectName, Parameters<typeof parseScript>[0]>>> = {
  mssql: 'sqlcmd',
  oracle: 'sqlplus',
};

/** The client's own rules and the recordings. */
function* toldByClient({ dialect, planned }: Good, text: string): Generator<Fault> {
  const split = models[dialect].split(text);
  yield* split.faults;
  yield* unplanned(planned, split);
}

/** The grammars take long, so they are asked last. */
function* told(good: Good, text: string): Generator<Fault> {
  yield* toldByClient(good, text);
  const client = parsed[good.dialect];
  if (client !== undefined) yield* parseScript(client, text);
}

/** What was said of a mutant that is not told for its reason; undefined for the others. */
function missed(good: Good, mutation: Mutation, mutant: string): unknown {
  const said: string[] = [];
  for (const { message, line } of told(good, mutant)) {
    if (mutation.told.test(message)) return undefined;
    said.push(`${line}: ${message}`);
  }
  return said;
}

function oneOf<T>(items: readonly T[]): readonly T[] {
  return items.length === 0 ? [] : fc.sample(fc.constantFrom(...items), 1);
}

/** From the nth on, around. */
function turned<T>(items: readonly T[], nth: number): readonly T[] {
  const at = nth % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

const clients: readonly (readonly [string, readonly DialectName[], readonly Mutation[]])[] = [
  ['sqlcmd', ['mssql'], sqlcmdMutations],
  ['SQL*Plus', ['oracle'], sqlplusMutations],
  ['psql', ['postgresql', 'cockroachdb', 'redshift'], psqlMutations],
  ['mysql and mariadb', ['mysql', 'mariadb'], mysqlMutations],
  ['sqlite3', ['sqlite'], sqliteMutations],
];

describe.each(clients)('%s', (_, dialects, mutations) => {
  let scripts: readonly Good[];
  beforeAll(async () => {
    scripts = await goodScripts(dialects);
  });

  test('says nothing of good scripts', () => {
    for (const good of scripts) expect([...toldByClient(good, good.text)], good.name).toEqual([]);
  });

  test.each(mutations.map((mutation) => [mutation.name, mutation] as const))('%s', (_, mutation) => {
    let mutants = 0;
    for (const good of turned(scripts, mutations.indexOf(mutation))) {
      if (mutants === enough) break;
      for (const edits of oneOf(mutation.places(good.text))) {
        const mutant = applied(good.text, edits);
        expect(mutant).not.toBe(good.text);
        expect(missed(good, mutation, mutant), `${good.name} ${good.dialect} ${JSON.stringify(edits)}`).toBeUndefined();
        mutants++;
      }
    }
    expect(mutants).toBeGreaterThan(0);
  });
});
