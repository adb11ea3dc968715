/** Which files say everything that a row may be compared with. */

import { expect, test } from 'vitest';
import { isSelfContained } from '../../../src/recorder/probes.ts';

test.each([
  "import type { Knex } from 'knex';\nexport async function up(knex: Knex) {}",
  "const { skip } = { skip: 'x' }; exports.up = async (knex) => { const half = 4 / 2; };",
  "import type { Row } from '../rows';\n// a comment\n/* and another */",
])('%s', (source) => {
  expect(isSelfContained(source)).toBe(true);
});

test.each([
  "import { SKIP } from '../constants';",
  "const { SKIP } = require('../constants');",
  'const m = await import(name);',
  "if (name.match('^x')) return;",
  'const skipped = /^tmp_/;',
  'if (process.env.SKIP === name) return;',
])('not: %s', (source) => {
  expect(isSelfContained(source)).toBe(false);
});
