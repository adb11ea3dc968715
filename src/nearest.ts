/** The known name that a mistyped one most likely meant: of words, which may be begun and not ended, or of names, which may not. */

import { closest, distance } from 'fastest-levenshtein';

/** Undefined when nothing known is near enough to be worth naming. */
export function nearest(given: string, known: Iterable<string>): string | undefined {
  if (given === '') return undefined;
  const wanted = given.toLowerCase();
  let best: { readonly name: string; readonly far: number } | undefined;
  for (const name of known) {
    const candidate = name.toLowerCase();
    const far = sharesStart(candidate, wanted) ? 1 : distance(wanted, candidate);
    if (
      far <= Math.max(1, Math.floor(Math.max(name.length, given.length) / 3)) &&
      (best === undefined || far < best.far)
    )
      best = { name, far };
  }
  return best?.name;
}

function sharesStart(candidate: string, wanted: string): boolean {
  return wanted.length >= 3 && (candidate.startsWith(wanted) || wanted.startsWith(candidate)) && candidate.length >= 3;
}

/** The same for names whose beginnings and letter case say something, such as ids. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const near = closest(given, known);
  const longest = Math.max(given.length, near.length);
  const far = longest < 4 ? 1 : Math.max(2, Math.floor(longest / 3));
  return distance(given, near) <= far ? near : undefined;
}

/** `did you mean "locations"?`, or the whole list when nothing is near. */
export function suggestion(given: string, known: readonly string[]): string {
  const near = nearest(given, known);
  return near === undefined ? `known: ${known.join(', ')}` : `did you mean "${near}"?`;
}
