/**
 * Histories that nobody thought of, applied by the real clients: after each script the catalog is what replay says and
 * the rows are what they were. Several histories stand in one project, side by side, each with a base and a head of its own.
 * `HISTORIES=300 npx vitest run test/laws/round-trip` tries more of them.
 */

import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeEngines } from '../engines/describe-engines.ts';
import { historyOf } from './round-trip/history.ts';
import { travel, write } from './round-trip/travel.ts';

const side = 12;
const asked = process.env.HISTORIES;
/** How many projects, fewer where a server takes its time for each. */
const usual = { postgresql: 2, 'postgresql-embedded': 2, mariadb: 4, mysql: 2, sqlite: 7 } as const;
const engines = Object.keys(usual) as (keyof typeof usual)[];

const oneMove = fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 });
const oneHistory = fc.array(oneMove, { minLength: 6, maxLength: 24 });
const drawn = fc.array(oneHistory, { minLength: side, maxLength: side });

describeEngines(
  'random histories',
  (engine) => {
    const runs = asked === undefined ? usual[engine.name as keyof typeof usual] : Math.ceil(Number(asked) / side);
    test(
      `${side * runs} go there and back`,
      async () => {
        let histories = 0;
        await fc.assert(
          fc.asyncProperty(drawn, async (moves) => {
            const made = moves.map((one, number) => historyOf(number, one, engine.dialect));
            const root = write(made, engine);
            try {
              await travel(engine, root, made);
              histories += made.length;
            } finally {
              rmSync(root, { recursive: true, force: true });
            }
          }),
          { numRuns: runs, endOnFailure: process.env.CI === 'true' },
        );
        expect(histories).toBeGreaterThanOrEqual(side * runs);
      },
      300_000 * runs,
    );
  },
  engines,
);
