/** Each gap is there for SQL that the dialects write: a golden file has it, or a unit test that has the grammar read it. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { caseNames, expectedFile } from '../cases/case.ts';
import { repository } from '../project.ts';
import { type Grammar, parseWith } from './antlr.ts';
import { gaps } from './gaps.ts';
import { statementsIn } from './script.ts';

const clients = { mssql: 'sqlcmd', oracle: 'sqlplus', mysql: 'mysql', mariadb: 'mariadb' } as const;

function golden(grammar: Grammar): readonly string[] {
  return caseNames.flatMap((name) =>
    (['upgrade', 'downgrade'] as const).flatMap((direction) =>
      statementsIn(clients[grammar], readFileSync(expectedFile(name, grammar, direction), 'utf8')),
    ),
  );
}

/** The strings of the tests of lowering and of literals, among them the SQL that they expect; a literal stands in a list. */
function expectedByUnits(): readonly string[] {
  const folder = join(repository, 'test/unit/dialect');
  const files = readdirSync(folder).map((file) => join(folder, file));
  return [...files, join(repository, 'test/grammars/literals.test.ts')].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(['"`])((?:\\.|(?!\1).)*)\1/g)].map(([, , text = '']) => `${text}, `),
  );
}

const units = expectedByUnits();
const written = new Map<Grammar, readonly string[]>();

test.each(gaps)('$grammar: $why', ({ grammar, text, since }) => {
  const known = written.get(grammar) ?? golden(grammar);
  written.set(grammar, known);
  const meets = (sql: string) => sql.search(text) >= 0;
  expect(known.some(meets) || units.some(meets)).toBe(true);
  if (since !== undefined) expect(known.filter(meets)).toEqual([]);
});

test.each(gaps)('hides no mistake beside it: $grammar, $why', ({ grammar, example }) => {
  expect(parseWith(grammar, { sql: `${example} )`, line: 1 })).not.toEqual([]);
  expect(parseWith(grammar, { sql: example.replace(/^\w+/, '$&S'), line: 1 })).not.toEqual([]);
});
