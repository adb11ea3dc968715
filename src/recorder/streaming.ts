/** `.stream()` and `.pipe()` over rows that are all there. */

import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

type Handler = (stream: Readable) => unknown;

/** knex's runner has the same two: a handler may stand where the options do. */
export function streaming(rows: () => Promise<unknown>): {
  stream(first?: unknown, second?: unknown): Readable | Promise<void>;
  pipe(to: NodeJS.WritableStream): NodeJS.WritableStream;
} {
  const open = (): Readable => {
    const coming = rows();
    return Readable.from(
      (async function* () {
        const found = await coming;
        yield* Array.isArray(found) ? found : [found];
      })(),
    );
  };
  return {
    stream(first, second) {
      const handler = [first, second].find((one) => typeof one === 'function') as Handler | undefined;
      const stream = open();
      if (handler === undefined) return stream;
      handler(stream);
      return finished(stream);
    },
    pipe: (to) => open().pipe(to),
  };
}
