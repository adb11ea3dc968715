/** `npm run conformance [-- FILE]`: holds our history against what was observed of Alembic. */

import { readFacts, report, tally } from './tally.ts';

const counted = tally(readFacts(process.argv[2]));
for (const line of report(counted)) console.log(line);
if (counted.failures.length > 0) process.exitCode = 1;
