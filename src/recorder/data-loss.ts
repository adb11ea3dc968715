/** The words in which a revision accepts that something is lost. */

import { MigratorError } from '../errors.ts';

/** Nothing where nothing was said; empty words are refused. */
export function dataLossIn(directive: string, words: unknown): { readonly dataLoss?: string } {
  if (words === undefined) return {};
  if (typeof words === 'string' && /\S/.test(words)) return { dataLoss: words.trim() };
  throw new MigratorError('bad-argument', `${directive} is told dataLoss without words`, {
    hint: "Say why what is lost may go: { dataLoss: 'moved to profile.bio in 3f2a' }.",
  });
}
