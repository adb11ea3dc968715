/** Whether two pieces of data hold the same. */

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length || !keys.every((key) => key in b && equal(a[key], b[key]))) return false;
  // Moments have no keys.
  const [plain, other] = [a.valueOf(), b.valueOf()];
  return isObject(plain) || Object.is(plain, other);
}
