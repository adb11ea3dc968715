/** The errors of a command line that cannot be read: exit status 64. */

import { exitCode, MigratorError } from '../errors.ts';

export function usageError(code: string, message: string, hint: string): MigratorError {
  return new MigratorError(code, message, { hint, exit: exitCode.usage });
}
