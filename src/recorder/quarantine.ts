/** Keeps a revision from ending the process, or from waiting for ever without a word. */

import { MigratorError } from '../errors.ts';

const exits = 'the revision called process.exit, which would end migrator before anything is written';
const stuck = 'the revision waits for something that will never come';

/** Runs the author's code: `process.exit` inside it throws, what its timers throw is its error, and so is a promise that cannot settle any more. */
export async function quarantined(go: () => unknown): Promise<void> {
  const { exit } = process;
  let giveUp: () => void = () => undefined;
  const nothingLeft = new Promise<never>((_, reject) => {
    giveUp = () =>
      reject(new MigratorError('never-ends', stuck, { hint: 'See which promise of it is never resolved.' }));
  });
  process.exit = () => {
    throw new MigratorError('revision-exits', exits, { hint: 'Throw an error instead.' });
  };
  process.once('beforeExit', giveUp);
  try {
    await Promise.race([go(), failed]);
  } finally {
    process.exit = exit;
    if (captures) process.setUncaughtExceptionCaptureCallback(null);
    process.off('beforeExit', giveUp);
  }
}
