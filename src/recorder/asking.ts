/** What a run asks of a database: the history answers, the author, or whoever was asked to. */

import type { Place } from '../errors.ts';
import { shownSql, unanswered, watched } from './answer.ts';
import { located } from './faults.ts';
import { type Ground, spelled } from './ground.ts';
import { compileEntry } from './hear.ts';
import { inline } from './inline.ts';
import type { Builder, Compiled, SchemaBuilder, SchemaEntry } from './knex-shapes.ts';
import type { Question } from './question.ts';
import type { Change, Read } from './recording.ts';
import { type Answered, answerEntry, askedOfEntry } from './replayed.ts';
import { type Asked, respond, respondPlainly } from './respond.ts';
import type { Respondent } from './session.ts';

export interface Asking {
  readonly respondent: Respondent | undefined;
  readonly reads: readonly (Read | Question)[];
  begin(respondent: Respondent | undefined): void;
  /** When every question has come to its answer. */
  ended(): Promise<void>;
  /** Whether somebody answers it who comes before the history. */
  isDeclared(...asked: readonly (string | undefined)[]): boolean;
  /** What the history knows. */
  answered(known: Answered): unknown;
  /** What nobody can answer; it matters only where the revision looks. */
  without(what: () => string, place: Place | undefined): unknown;
  /** What the last change came to, which nobody was asked about. */
  unasked(place: Place | undefined): unknown;
  read(
    builder: Builder,
    compiled: Asked,
    place: Place | undefined,
    more?: Partial<Pick<Question, 'pins' | 'called'>>,
  ): Promise<unknown>;
  /** What the change that has just been recorded came to. */
  outcome(builder: Builder, compiled: Asked, place: Place | undefined): Promise<unknown>;
  /** What `hasTable` and its like come to. */
  probe(entry: SchemaEntry, builder: SchemaBuilder, place: Place | undefined): unknown;
}

export function createAsking(ground: Ground): Asking {
  const { dialect, ledger, likeKnex, home, named } = ground;
  let respondent: Respondent | undefined;
  let reads: (Read | Question)[] = [];
  const open = new Set<Promise<unknown>>();

  const answered = ({ answer, read }: Answered): unknown => {
    reads.push(read);
    return ground.client().postProcessResponse(answer, undefined);
  };
  const without = (what: () => string, place: Place | undefined): unknown => unanswered(what, place, ground.fault);
  const returned = (change: Change | undefined) => () => `what a statement returned (${shownSql(change)})`;
  /** What the awaited call comes to, once somebody has answered. */
  const ask = (builder: Builder, compiled: Asked, question: Omit<Question, 'schema'>): Promise<unknown> => {
    const asked: Question = { ...question, schema: ledger.schema };
    const { changes } = ledger;
    reads.push(asked);
    const comes = ground
      .apart(() => respondent!.answer(asked, changes, changes.length))
      .then((answer) => {
        if (answer === undefined) return without(returned(changes.at(-1)), question.place);
        const { driver } = dialect;
        const response = answer.bare
          ? answer.rows[0]?.value
          : driver === undefined
            ? respondPlainly(answer, compiled, question.kind)
            : respond(answer, compiled, ground.client(), driver, builder as object);
        return question.kind === 'read' ? response : watched(response, () => respondent?.looked(asked));
      })
      .catch((error: unknown) => {
        const fault = located(error, question.place);
        ground.fault(fault);
        throw fault;
      });
    open.add(comes);
    comes.catch(() => undefined).finally(() => open.delete(comes));
    return comes;
  };
  const at = (place: Place | undefined) => (place === undefined ? {} : { place });
  const read: Asking['read'] = (builder, compiled, place, more = {}) =>
    ask(builder, compiled, {
      sql: spelled(compiled, ground),
      kind: 'read',
      method: compiled.method ?? 'select',
      pins: [],
      ...more,
      ...at(place),
    });
  const outcome: Asking['outcome'] = (builder, compiled, place) => {
    const statements = ledger.changes.at(-1)?.statements ?? [];
    const sql = statements.map(({ statement }) => String(statement.sql)).join('; ');
    const [returning] = / returning (?:(?! returning )[^'])*$/i.exec(compiled.sql) ?? [];
    const tail = returning === undefined || sql.endsWith(returning) ? {} : { tail: returning };
    return ask(builder, compiled, {
      sql,
      kind: /^\s*(?:insert|replace)\b/i.test(sql) ? 'insert' : 'change',
      method: compiled.method ?? 'raw',
      pins: [],
      ...tail,
      ...at(place),
    });
  };
  const isDeclared: Asking['isDeclared'] = (...asked) =>
    respondent?.declares?.(asked.filter((one) => one !== undefined)) === true;
  const compileProbe = (entry: SchemaEntry, builder: SchemaBuilder, place: Place | undefined): Compiled =>
    compileEntry(entry, builder._schema, ground.hearingAt(place))[0] as Compiled;
  const readProbe = (entry: SchemaEntry, builder: SchemaBuilder, place: Place | undefined): Promise<unknown> =>
    read(builder, compileProbe(entry, builder, place), place, { called: askedOfEntry(entry) });

  return {
    get respondent() {
      return respondent;
    },
    get reads() {
      return reads;
    },
    begin(answering) {
      respondent = answering;
      reads = [];
    },
    async ended() {
      while (open.size > 0) await Promise.allSettled(open);
    },
    isDeclared,
    answered,
    without,
    unasked: (place) => without(returned(ledger.changes.at(-1)), place),
    read,
    outcome,
    probe(entry, builder, place) {
      const declared = () =>
        isDeclared(askedOfEntry(entry)) || isDeclared(inline(compileProbe(entry, builder, place), dialect));
      if (respondent?.declares !== undefined && declared()) return readProbe(entry, builder, place);
      try {
        const inSchema = likeKnex() && builder._schema === home ? undefined : builder._schema;
        return answered(answerEntry(entry, inSchema, { before: ledger.schema, place, dialect, named }));
      } catch (error) {
        if (respondent?.reads !== true) throw error;
        return readProbe(entry, builder, place);
      }
    },
  };
}
