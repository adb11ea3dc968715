/** Random tests are the same on every run; `SEED=7 npx vitest run test/laws` tries others. */

import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261126) });
