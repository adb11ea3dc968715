/** Who ends the transactions of a script for Oracle: the script itself, or whoever runs it. */

import { forbid } from './sqlplus-words.ts';
import { transactionUndone, undone } from './words.ts';

export interface Ending {
  /** Statements of a block: what the session must not have when the script begins. */
  readonly first: string;
  /** A statement of a block: what was done so far stays. */
  readonly keep: string;
  /** What a refusal begins with once something was done, and what became of it. */
  readonly word: string;
  readonly happened: string;
  /** A block that takes the go-ahead away when anything in it fails. */
  block(declares: string, body: string, repair?: string): string;
}

/** `repair` runs where what failed is undone. */
export const byScript: Ending = {
  first: '',
  keep: '  COMMIT;\n',
  word: undone,
  happened: transactionUndone,
  block: (declares, body, repair = '') =>
    `${declares}BEGIN\n${body}EXCEPTION WHEN OTHERS THEN\n  ROLLBACK;\n${repair}${forbid}  RAISE;\nEND;\n/\n`,
};
