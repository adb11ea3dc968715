/** Keeps a revision from ending the process, or from waiting for ever without a word. */

import { setImmediate } from 'node:timers/promises';
import { MigratorError } from '../errors.ts';

function exits(): never {
  throw new MigratorError('revision-exits', 'the revision called process.exit, so nothing could be written', {
    hint: 'Throw an error instead.',
  });
}

function neverEnds(): MigratorError {
  return new MigratorError('never-ends', 'the revision waits for something that will never come', {
    hint: 'See which promise of it is never resolved.',
  });
}

/** Runs the author's code: `process.exit` inside it throws; what its timers throw, or a promise that can no longer settle, is its error. */
export async function quarantined(go: () => unknown): Promise<void> {
  const { exit } = process;
  let refuse: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  /** What nobody waited for, and comes when the rest is done. */
  const stray: unknown[] = [];
  let isDone = false;
  const fail = (error: unknown): void => void (isDone ? stray.push(error) : refuse(error));
  const giveUp = () => fail(neverEnds());
  const captures = !process.hasUncaughtExceptionCaptureCallback();
  if (captures) process.setUncaughtExceptionCaptureCallback(fail);
  process.exit = exits;
  process.once('beforeExit', giveUp);
  try {
    await Promise.race([go(), failed]);
    isDone = true;
    await setImmediate();
    if (stray.length > 0) throw stray[0];
  } finally {
    process.exit = exit;
    process.off('beforeExit', giveUp);
    if (captures) process.setUncaughtExceptionCaptureCallback(null);
  }
}
