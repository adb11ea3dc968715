/** Which files say everything that a row may be compared with. */

import { expect, test } from 'vitest';
import { requireSelfContained } from '../../../src/recorder/probes.ts';

test.each([
  "import type { Knex } from 'knex';\nexport async function up(knex: Knex) {}",
  "const { skip } = { skip: 'x' }; exports.up = async (knex) => { const half = 4 / 2; };",
  "import type { Row } from '../rows';\n// a comment\n/* and another */",
])('%s', (source) => {
  expect(() => requireSelfContained(source)).not.toThrow();
});

test.each([
  ["import { SKIP } from '../constants';", 'its file imports ../constants'],
  ["const { SKIP } = require('../constants');", 'its file imports ../constants'],
  ['const m = await import(name);', 'its file imports what it does not name'],
  ["if (name.match('^x')) return;", 'its file looks for a pattern, or at what is not in it'],
  ['const skipped = /^tmp_/;', 'its file looks for a pattern, or at what is not in it'],
  ['if (process.env.SKIP === name) return;', 'its file looks for a pattern, or at what is not in it'],
])('not: %s', (source, because) => {
  expect(() => requireSelfContained(source)).toThrow(because);
});
