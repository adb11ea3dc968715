/** Runs the same tests on every engine that this computer has, and says loudly which one it has not. */
import { describe, test } from 'vitest';
import type { Engine, Find } from './engine.ts';
import { finds } from './engines.ts';

const found = new Map<Engine['name'], ReturnType<Find>>();

/**
 * One `describe` for each engine, all dialects unless some are named. The server starts when the first database is asked
 * for, is shared by all that the process tests and ends with it. An engine that is missing is a skipped test; with `CI=true` a failure.
 */
export function describeEngines(
  title: string,
  body: (engine: Engine) => void,
  names: readonly Engine['name'][] = withOnePostgres,
): void {
  for (const name of names) {
    const known = found.get(name);
    const engine = known ?? finds[name]();
    found.set(name, engine);
    if ('missing' in engine) {
      const sentence = `${name.toUpperCase()} IS NOT TESTED: ${engine.missing} is not here; get it by: ${engine.get}`;
      if (!known) console.warn(sentence);
      if (isRequired()) {
        test(`${title}: ${name}`, () => {
          throw new Error(sentence);
        });
      } else test.skip(`${title}: ${sentence}`, () => {});
      continue;
    }
    describe(`${title}: ${name} ${engine.version}`, () => body(engine));
  }
}

const onePostgres = 'missing' in finds.postgresql() ? 'postgresql-embedded' : 'postgresql';

/** Of PostgreSQL the one that is installed, or else that from npm; some of the cases go through both. */
export const withOnePostgres: readonly Engine['name'][] = [onePostgres, 'mariadb', 'mysql', 'sqlite'];

/** For what MySQL does as MariaDB does: each server that is started takes its seconds. */
export const oneOfEachFamily: readonly Engine['name'][] = [onePostgres, 'mariadb', 'sqlite'];

function isRequired(): boolean {
  return process.env.CI === 'true';
}
