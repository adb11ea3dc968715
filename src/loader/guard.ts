/** While the author's files are loaded: `process.exit` throws, and what they throw becomes an error that says what they want. */

import { MigratorError } from '../errors.ts';
import { failureOf, type Loaded } from './failure.ts';

/** Modules import each other deeper than the few frames that a stack has otherwise. */
const frames = 200;

export async function guarded<T>(loaded: Loaded, go: () => Promise<T>): Promise<T> {
  const { exit, env } = process;
  const { stackTraceLimit } = Error;
  process.exit = () => {
    throw new Error('process.exit was called');
  };
  Error.stackTraceLimit = frames;
  try {
    return await go();
  } catch (error) {
    throw error instanceof MigratorError ? error : failureOf(error, loaded, env);
  } finally {
    process.exit = exit;
    Error.stackTraceLimit = stackTraceLimit;
  }
}
