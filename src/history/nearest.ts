/** The known name that a mistyped one was probably meant to be. */

import { closest, distance } from 'fastest-levenshtein';
import { show } from './names.ts';

/** `otherwise` when nothing is near. */
export function suggestion(name: string, known: Iterable<string>, otherwise: string): string {
  const candidates = [...known];
  if (candidates.length === 0) return 'There are no revisions yet.';
  const near = closest(name, candidates);
  const longest = Math.max(name.length, near.length);
  const far = longest < 4 ? 1 : Math.max(2, Math.floor(longest / 3));
  return distance(name, near) <= far ? `Did you mean ${show(near)}?` : otherwise;
}
