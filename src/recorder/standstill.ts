/** While a revision is run again and again, the clock stands still and chance repeats what it was the first time: only what it was answered tells its runs apart. */

import nodeCrypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

export interface Standstill {
  /** `hurried`: what sleeps wakes up at once. */
  run<T>(hurried: boolean, go: () => Promise<T>): Promise<T>;
}

/** `new Date()` is the moment; whatever is given a moment keeps it, and every date is still a `Date`. */
function standing(moment: number): DateConstructor {
  return new Proxy(Date, {
    construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [moment] : args, self) as object,
    get: (target, key) => (key === 'now' ? () => moment : Reflect.get(target, key)),
  });
}

type Draw<A extends readonly unknown[], T> = (...args: A) => T;

/** Draws as before where it has been drawn before; each run begins anew. */
function taped<A extends readonly unknown[], T>(draw: Draw<A, T>): () => Draw<A, T> {
  const tape: T[] = [];
  return () => {
    let at = 0;
    return (...args) => {
      if (at === tape.length) tape.push(draw(...args));
      return tape[at++]!;
    };
  };
}

function changed<O extends object, K extends keyof O>(owner: O, key: K, value: O[K]): () => void {
  const before = owner[key];
  owner[key] = value;
  return () => {
    owner[key] = before;
  };
}

const hurrying = (wait: typeof setTimeout): typeof setTimeout =>
  Object.assign((call: () => void, _: unknown, ...args: []) => wait(call, 0, ...args), wait) as typeof setTimeout;

/** What is printed of answers that are none would only be noise. */
function silenced(): readonly (() => void)[] {
  const words = ['log', 'info', 'debug', 'dir', 'table', 'warn', 'error'] as const;
  return words.map((word) => changed(console, word, () => undefined));
}

/** For one revision: its first run is what the others repeat. */
export function createStandstill(): Standstill {
  const clock = standing(Date.now());
  const { random } = Math;
  const { randomUUID } = nodeCrypto;
  const numbers = taped(() => random());
  const ids = taped(() => randomUUID());
  const webIds = taped(() => randomUUID());
  return {
    async run(hurried, go) {
      const back = [
        changed(globalThis, 'Date', clock),
        changed(Math, 'random', numbers()),
        changed(nodeCrypto, 'randomUUID', ids()),
        changed(globalThis.crypto, 'randomUUID', webIds()),
        ...(hurried ? [changed(globalThis, 'setTimeout', hurrying(globalThis.setTimeout)), ...silenced()] : []),
      ];
      syncBuiltinESMExports();
      try {
        return await go();
      } finally {
        for (const restore of back) restore();
        syncBuiltinESMExports();
      }
    },
  };
}
