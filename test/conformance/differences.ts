/** Where we answer otherwise on purpose: each a rule over question and answers, never a list of graphs. */

import { resolveOne } from '../../src/history/reference.ts';
import type { Comparison } from './check.ts';
import type { FactPlan } from './facts.ts';

export interface Difference {
  /** Also its heading in docs/differences-from-alembic.md. */
  readonly title: string;
  readonly holds: (comparison: Comparison) => boolean;
}

const isOk = (result: Comparison['theirs']): boolean => 'ok' in result;
const errorOf = (result: Comparison['theirs']): string => ('error' in result ? result.error : '');
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const plan = (comparison: Comparison): FactPlan => (comparison.theirs as { ok: FactPlan }).ok;

export const differences: readonly Difference[] = [
  {
    title: 'An upgrade the wrong way round is refused',
    holds: (it) =>
      it.group === 'upgrade' && isOk(it.theirs) && plan(it).steps.length === 0 && errorOf(it.ours) === 'wrong-way',
  },
  {
    title: 'A count down from several rows is refused',
    holds: (it) =>
      it.group === 'downgrade' &&
      isOk(it.theirs) &&
      errorOf(it.ours) === 'ambiguous-start' &&
      /^-\d+$/.test(text(it.query.to)) &&
      (it.query.from?.length ?? 0) > 1,
  },
  {
    title: 'label@head names one revision in a downgrade too',
    holds: (it) =>
      it.group === 'downgrade' &&
      /^Multiple head revisions/.test('message' in it.theirs ? it.theirs.message : '') &&
      isOk(it.ours) &&
      /@head$/.test(text(it.query.to)) &&
      isOk(asked(it)),
  },
  {
    title: 'Both ends of a listed range may be counted',
    holds: (it) =>
      it.group === 'iterate' &&
      ['ResolutionError', 'RevisionError'].includes(errorOf(it.theirs)) &&
      isOk(it.ours) &&
      /^(.+@)?-\d+$/.test(text(it.query.from)) &&
      /^(.+@)?\+\d+$/.test(text(it.query.to)),
  },
  {
    title: 'A count down may end exactly at base',
    holds: (it) =>
      it.group === 'iterate' &&
      errorOf(it.theirs) === 'RangeNotAncestorError' &&
      isOk(it.ours) &&
      endsAtBase(it, text(it.query.from)),
  },
  {
    title: 'A stamp keeps the rows that it was asked for',
    holds: (it) =>
      it.group === 'stamp' &&
      isOk(it.theirs) &&
      isOk(it.ours) &&
      it.query.to === 'heads' &&
      it.graph!.realHeads.some((head) => !plan(it).heads.includes(head.id)),
  },
  {
    title: 'A stamp takes no counted reference',
    holds: (it) =>
      it.group === 'stamp' &&
      isOk(it.theirs) &&
      errorOf(it.ours) === 'relative-stamp' &&
      it.query.from?.length === 0 &&
      /-\d+$/.test(text(it.query.to)),
  },
];

function asked(it: Comparison): Comparison['theirs'] {
  const node = resolveOne(it.graph!, text(it.query.to));
  return node === undefined ? { error: 'none', message: '' } : { ok: node.id };
}

/** Some head has exactly so many revisions on the single line below it, itself included. */
function endsAtBase(it: Comparison, from: string): boolean {
  const count = Number(/^-(\d+)$/.exec(from)?.[1] ?? Number.NaN);
  return it.graph!.realHeads.some((head) => {
    let at: typeof head | undefined = head;
    for (let done = 0; done < count && at !== undefined; done++) {
      at = at.parents[0];
      if (at === undefined) return done + 1 === count;
    }
    return false;
  });
}
