/** Ranges of a script: where it starts, where it ends, and the steps between. */

import { MigratorError } from '../errors.ts';
import type { Graph } from './graph.ts';
import { headsOf } from './node.ts';
import { planDowngrade, planUpgrade } from './plan.ts';
import { parseRange, resolve } from './reference.ts';
import type { Heads, Step } from './revision.ts';
import { stateOf } from './rows.ts';

/** Steps from one set of version rows to another. */
export interface Walk {
  readonly from: Heads;
  readonly to: Heads;
  readonly steps: readonly Step[];
}

/** The version rows that the texts stand for; refuses rows that no version table can hold. */
export function rowsAt(graph: Graph, texts: readonly string[]): Heads {
  return headsOf(stateOf(graph, headsOf(texts.flatMap((text) => resolve(graph, text)))).rows);
}

function walkOf(from: Heads, steps: readonly Step[]): Walk {
  return { from, to: steps.at(-1)?.after ?? from, steps };
}

function startTexts(text: string | undefined, from: readonly string[]): readonly string[] {
  if (text === undefined) return from;
  if (from.length === 0) return [text];
  throw new MigratorError('two-starts', 'the start is given twice: before the colon and with --from', {
    hint: 'Give it once.',
  });
}

/** `a:b`, `a:`, `:b` or `b`; without an end, `heads`; without a start, `from` or base. */
export function upgradeWalk(graph: Graph, text: string | undefined, from: readonly string[] = []): Walk {
  const range = text === undefined ? {} : (parseRange(text) ?? { to: text });
  const start = rowsAt(graph, startTexts(range.from, from));
  return walkOf(start, planUpgrade(graph, start, range.to ?? 'heads'));
}

/** `b:a`, or `a` with `from`; nothing is assumed of either end. */
export function downgradeWalk(graph: Graph, text: string, from: readonly string[] = []): Walk {
  const range = parseRange(text) ?? { to: text };
  const texts = startTexts(range.from, from);
  if (texts.length === 0 || range.to === undefined) {
    throw new MigratorError(
      'needs-start',
      `a downgrade as a script needs both ends, and ${JSON.stringify(text)} gives one`,
      {
        hint: 'Write from:to, for example ab12:base.',
      },
    );
  }
  const start = rowsAt(graph, texts);
  return walkOf(start, planDowngrade(graph, start, range.to));
}

/** The same way back, revision by revision. */
export function reversed({ from, to, steps }: Walk): Walk {
  const back = steps.toReversed().map((step): Step => {
    const direction = step.direction === 'up' ? 'down' : 'up';
    return { revision: step.revision, direction, before: step.after, after: step.before };
  });
  return { from: to, to: from, steps: back };
}
