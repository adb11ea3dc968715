/** Spells parts with a client's own words; knows no order. */

import type { Client, Frame, Part, PartKind, PartOf } from '../dialect/client.ts';

/** Pieces of text; a generator, so that memory stays flat however much data a script carries. */
export function* print(parts: Iterable<Part>, client: Client, frame: Frame): Generator<string> {
  let first = true;
  for (const part of parts) {
    if (!first) yield '\n';
    first = false;
    yield* spell(part, client, frame);
  }
}

function spell<K extends PartKind>(
  part: PartOf<K> & { readonly part: K },
  client: Client,
  frame: Frame,
): Iterable<string> {
  return client.spell[part.part](part, frame);
}
