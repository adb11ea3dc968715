/** Follows what was read to the statements that it reaches: the revision is run again, one answer changed at a time, and what it does is compared. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError, type Place } from '../errors.ts';
import type { Answer } from '../shadow/shadow.ts';
import type { Applied } from './applied.ts';
import { changeSign, compare } from './compare.ts';
import { type Effect, type Exchange, isGenerated, isIdGenerated, kindOf, malleable } from './exchange.ts';
import { type Question, traitsOf } from './question.ts';
import type { Change, ReadKind } from './recording.ts';
import type { RowDeed } from './row-deeds.ts';
import { saidValues } from './said-values.ts';
import type { Respondent } from './session.ts';
import { copyOfAnswer, type Variation, variationsOf } from './tell-tale.ts';
import type { Writes } from './writes.ts';

/** One run of the revision: what it did, and whether it came to its end. */
export interface Rerun {
  readonly signs: readonly string[];
  /** What each change does to rows, where knex says so. */
  readonly deeds: readonly (readonly RowDeed[] | undefined)[];
  readonly whole: boolean;
  /** It broke off where a value has no spelling, or has no room in its column: that value has come to the next statement. */
  readonly unspelled?: true;
}

export type Run = (respondent: Respondent) => Promise<Rerun>;

/** What one answer came to. */
export interface Traced {
  readonly kind: ReadKind;
  readonly reaches: readonly number[];
  readonly decides: boolean;
  /** Rows beside the history's would have statements of their own. */
  readonly repeats: boolean;
  /** A statement holds something of it. */
  readonly carries: boolean;
  /** It reaches other questions whose answers matter. */
  readonly asks: boolean;
}

export interface Tracing {
  readonly dialect: Pick<Dialect, 'formatter'>;
  readonly writes: Writes;
  readonly applied: Pick<Applied, 'mayHold'>;
  /** What the author wrote. */
  readonly code: string;
  /** The real run. */
  readonly exchanges: readonly Exchange[];
  readonly changes: readonly Change[];
  /** The exchanges that are worth a look. */
  readonly traced: readonly number[];
  readonly run: Run;
  /** What the real run's respondent took upon itself. */
  readonly asking: Asking;
}

export type Asking = Pick<Respondent, 'reads' | 'declares'>;

const samePlace = (a: Question, b: Question): boolean =>
  a.kind === b.kind && a.method === b.method && a.place?.file === b.place?.file && a.place?.line === b.place?.line;

/** Gives the answers of the real run again, but for those that are replaced. */
export function replaying(
  exchanges: readonly Exchange[],
  replaced: ReadonlyMap<number, Answer>,
  reached: Set<number>,
  asking: Asking,
): Respondent {
  const free = new Set(exchanges.keys());
  const find = (question: Question): number | undefined => {
    for (const at of free) {
      const { question: one } = exchanges[at]!;
      if (one.kind === question.kind && one.sql === question.sql && one.tail === question.tail) return at;
    }
    for (const at of free) if (samePlace(exchanges[at]!.question, question)) return at;
    return undefined;
  };
  return {
    ...asking,
    async answer(question) {
      const at = find(question);
      if (at === undefined) {
        if (question.kind !== 'read') return undefined;
        throw new MigratorError('asks-anew', 'the revision asks what it did not ask before');
      }
      free.delete(at);
      const { question: before, answer } = exchanges[at]!;
      if (before.sql !== question.sql) reached.add(at);
      return copyOfAnswer(replaced.get(at) ?? answer);
    },
    looked: () => undefined,
  };
}

/** More reads than that are looked at together, those of one line at a time. */
const manyReads = 24;

function groupsOf({ exchanges, traced }: Tracing): readonly (readonly number[])[] {
  if (traced.length <= manyReads) return traced.map((at) => [at]);
  const groups = new Map<string, number[]>();
  for (const at of traced) {
    const { file = '', line = 0 } = exchanges[at]!.question.place ?? {};
    const key = `${file}:${line}`;
    groups.set(key, [...(groups.get(key) ?? []), at]);
  }
  return [...groups.values()];
}

/** By the number of the exchange. Throws `unrepeatable` where the revision does something else when nothing is changed. */
export async function trace(tracing: Tracing): Promise<ReadonlyMap<number, Traced>> {
  const { exchanges, changes, writes, applied, dialect, run, asking } = tracing;
  const signs = changes.map(changeSign);
  const again = await run(replaying(exchanges, new Map(), new Set(), asking));
  const { changed: other, decides: more } = compare(signs, again.signs, again.whole);
  if (other.length > 0 || more) throw unrepeatable(changes[other[0] ?? 0]?.place);
  const traits = new Map(tracing.traced.map((at) => [at, traitsOf(exchanges[at]!.question, dialect)]));
  const said = saidValues(tracing.code);
  const effects = new Map<number, Effect[]>();
  for (const group of groupsOf(tracing)) {
    const varied = group.map((at) => {
      const { question, answer } = exchanges[at]!;
      const generated = isGenerated(question, traits.get(at)!, writes);
      const how = malleable(question, answer, traits.get(at)!, generated, said);
      const withId = { ...how, generatedId: how.generatedId && isIdGenerated(question, traits.get(at)!, writes) };
      return { at, variations: [...variationsOf(answer, withId)] };
    });
    for (const at of group) effects.set(at, []);
    for (const { other, replaced } of variationsTogether(varied)) {
      const effect = await tryOut(other, replaced);
      for (const at of group) effects.get(at)!.push(effect);
    }
  }
  return settled();

  async function tryOut(other: Effect['other'], replaced: ReadonlyMap<number, Answer>): Promise<Effect> {
    const questions = new Set<number>();
    const { signs: others, whole, unspelled } = await run(replaying(exchanges, replaced, questions, asking));
    const { changed: found, decides: parts } = compare(signs, others, whole);
    // a row more may have had a statement of its own
    const holds = unspelled === true && other !== 'more';
    const decides = parts && !holds;
    const changed = holds && others.length < signs.length ? [...found, others.length] : found;
    const grown = others.length > signs.length;
    return { other, changed: new Set(changed), decides, grown, whole, done: others.length, questions };
  }

  /** What reaches another question reaches what that one reaches. */
  function settled(): ReadonlyMap<number, Traced> {
    const direct = new Map([...effects].map(([at, own]) => [at, reachOf(own, signs.length)]));
    const closed = (at: number, seen: Set<number>): Reach => {
      const own = direct.get(at);
      if (own === undefined || seen.has(at)) return noReach;
      seen.add(at);
      const further = [...own.questions].map((one) => closed(one, seen));
      return {
        changed: new Set([own, ...further].flatMap(({ changed }) => [...changed])),
        decides: [own, ...further].some(({ decides }) => decides),
        questions: own.questions,
      };
    };
    const acting = (effect: Effect): boolean => {
      if (effect.changed.size > 0 || effect.decides) return true;
      return [...effect.questions].some((one) => {
        const { changed, decides } = closed(one, new Set());
        return changed.size > 0 || decides;
      });
    };
    const matters = (at: number): boolean =>
      effects.has(at) && (exchanges[at]!.question.kind === 'read' || effects.get(at)!.some(acting));
    return new Map(
      [...effects].map(([at, own]) => {
        const { changed, decides } = closed(at, new Set());
        const { question } = exchanges[at]!;
        const generated = isGenerated(question, traits.get(at)!, writes);
        const wasApplied = applied.mayHold(traits.get(at)!.tables, changes);
        const kind = kindOf(exchanges[at]!, traits.get(at)!, generated, own, acting, wasApplied);
        const repeats = own.some(({ other, grown }) => other === 'more' && grown);
        const carries = own.some((one) => one.whole && !one.decides && one.changed.size > 0);
        const asks = own.some(({ questions }) => [...questions].some(matters));
        return [at, { kind, reaches: [...changed].sort((a, b) => a - b), decides, repeats, carries, asks }];
      }),
    );
  }
}

interface Reach {
  readonly changed: ReadonlySet<number>;
  readonly decides: boolean;
  readonly questions: ReadonlySet<number>;
}

const noReach: Reach = { changed: new Set(), decides: false, questions: new Set() };

/** Where every run with other values broke off, nobody saw what they would have reached: then all that came after. */
function reachOf(effects: readonly Effect[], count: number): Reach {
  const values = effects.filter(({ other }) => other === 'values' || other === 'count');
  const blind = values.length > 0 && values.every(({ whole }) => !whole);
  const from = blind ? Math.max(...values.map(({ done }) => done)) : count;
  const unseen = Array.from({ length: Math.max(0, count - from) }, (_, n) => from + n);
  return {
    changed: new Set([...effects.flatMap(({ changed }) => [...changed]), ...unseen]),
    decides: effects.some(({ decides }) => decides),
    questions: new Set(effects.flatMap(({ questions }) => [...questions])),
  };
}

interface Varied {
  readonly at: number;
  readonly variations: readonly Variation[];
}

/** Answers of one line are changed together, each in its nth way. */
function* variationsTogether(
  varied: readonly Varied[],
): Generator<{ readonly other: Variation['other']; readonly replaced: ReadonlyMap<number, Answer> }> {
  for (const other of ['values', 'said', 'generated', 'none', 'more', 'count'] as const) {
    const ways = varied.map(({ at, variations }) => ({ at, mine: variations.filter((one) => one.other === other) }));
    const most = Math.max(...ways.map(({ mine }) => mine.length));
    for (let n = 0; n < most; n++) {
      const replaced = ways.flatMap(({ at, mine }) => {
        const one = mine[n] ?? mine.at(-1);
        return one === undefined ? [] : [[at, one.answer] as const];
      });
      yield { other, replaced: new Map(replaced) };
    }
  }
}

function unrepeatable(place: Place | undefined): MigratorError {
  const sentence = 'the revision does something else when it is run again with the same answers';
  return new MigratorError('unrepeatable', `${sentence}, so nobody can tell what its reads reach`, {
    hint: 'Keep the clock, chance and what a module remembers out of it: write the values down. Or accept what it reads: export const acceptsReads = …',
    ...(place === undefined ? {} : { place }),
  });
}
