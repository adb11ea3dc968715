/** What is said to happen to the schema without being written: operations, or directives that are only listened to. */

import type { Place } from '../errors.ts';
import type { Operation } from '../operation/operation.ts';
import type { Declaration, Op } from './op.ts';
import type { Session } from './session.ts';

/** Each finds the schema as the ones before it left it. */
export function declared(
  declarations: readonly Declaration[],
  op: Op,
  session: Session,
  place: Place | undefined,
): readonly Operation[] {
  return session.listen(place, () => {
    for (const one of declarations) {
      const answer: unknown = typeof one === 'function' ? one(op) : session.enter([one], [], place);
      if (answer instanceof Promise) return answer;
    }
    return undefined;
  });
}
