/** Spells parts with a client's own words; knows no order. */

import type { Client, Frame, Part, PartKind, PartOf } from '../dialect/client.ts';
import { withPlace } from '../errors.ts';

/** Pieces of text; a generator, so that memory stays flat however much data a script carries. */
export function* print(parts: Iterable<Part>, client: Client, frame: Frame): Generator<string> {
  let first = true;
  for (const part of parts) {
    if (!first) yield '\n';
    first = false;
    if (frame.ascii) yield inAscii(part, client, frame);
    else yield* spell(part, client, frame);
  }
}

function inAscii(part: Part, client: Client, frame: Frame): string {
  const text = [...spell(part, client, frame)].join('');
  try {
    return client.ascii(text);
  } catch (error) {
    throw withPlace(error, 'place' in part ? part.place : undefined);
  }
}

function spell<K extends PartKind>(
  part: PartOf<K> & { readonly part: K },
  client: Client,
  frame: Frame,
): Iterable<string> {
  return client.spell[part.part](part, frame);
}
