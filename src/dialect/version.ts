/** Server versions: `8.0`, `10.5.2`, `2019`. */

/** Missing parts count as 0, except that `8` alone means any 8. */
export function isAtLeast(version: string, wanted: string): boolean {
  const given = parts(version);
  for (const [at, part] of parts(wanted).entries()) {
    const own = given[at];
    if (own === undefined) return at > 0;
    if (own !== part) return own > part;
  }
  return true;
}

function parts(version: string): readonly number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}
