/** The sentence that names what a mistyped revision or branch was probably meant to be. */

import { nearestName } from '../nearest.ts';
import { show } from './names.ts';

/** `otherwise` when nothing is near. */
export function suggestion(name: string, known: Iterable<string>, otherwise: string): string {
  const candidates = [...known];
  if (candidates.length === 0) return 'There are no revisions yet.';
  const near = nearestName(name, candidates);
  return near === undefined ? otherwise : `Did you mean ${show(near)}?`;
}
