/** While a revision is run to be compared with itself, the clock stands still, chance repeats itself, and nobody sleeps: only what it was answered tells its runs apart. */

export type Moment = number;

export function now(): Moment {
  return Date.now();
}

/** `new Date()` is the moment; whatever is given a moment keeps it, and every date is still a `Date`. */
function standing(moment: Moment): DateConstructor {
  return new Proxy(Date, {
    construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [moment] : args, self) as object,
    get: (target, key) => (key === 'now' ? () => moment : Reflect.get(target, key)),
  });
}

/** The same numbers again: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function repeating(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function changed<O extends object, K extends keyof O>(owner: O, key: K, value: O[K]): () => void {
  const before = owner[key];
  owner[key] = value;
  return () => {
    owner[key] = before;
  };
}

/** `hurried`: what sleeps wakes up at once. */
export async function atStandstill<T>(moment: Moment, hurried: boolean, go: () => Promise<T>): Promise<T> {
  const { setTimeout: wait } = globalThis;
  const hurrying = Object.assign((call: () => void, _: unknown, ...args: []) => wait(call, 0, ...args), wait);
  const back = [
    changed(globalThis, 'Date', standing(moment)),
    changed(Math, 'random', repeating()),
    ...(hurried ? [changed(globalThis, 'setTimeout', hurrying as typeof setTimeout)] : []),
  ];
  try {
    return await go();
  } finally {
    for (const restore of back) restore();
  }
}
