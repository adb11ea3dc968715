/** Hears every awaited call of one revision and keeps what it does, in order. */

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Statement } from '../dialect/statement.ts';
import { MigratorError, type Place } from '../errors.ts';
import type { Operation } from '../operation/operation.ts';
import { apply } from '../operation/verbs.ts';
import { find } from '../schema/registry.ts';
import { placedUnread, type Schema } from '../schema/schema.ts';
import { needsData, shorten, shownSql, unanswered, watched } from './answer.ts';
import { asKnexHas, homeOf, unqualified } from './as-knex.ts';
import { type Listener, recordingKnex } from './client.ts';
import { located, rolledBack, thrown, tooLate } from './faults.ts';
import { compileEntry, hearEntry, hearQuery, isDeed } from './hear.ts';
import { refuseIdleActions } from './idle-actions.ts';
import { inline } from './inline.ts';
import { writeKnexInsert } from './knex-insert.ts';
import {
  type Builder,
  type Compiled,
  isRaw,
  isSchemaBuilder,
  type QueryBuilder,
  type Raw,
  type SchemaBuilder,
  type SchemaEntry,
} from './knex-shapes.ts';
import { createLedger } from './ledger.ts';
import { createMarks } from './mend.ts';
import { placeOfCall } from './place.ts';
import { quarantined } from './quarantine.ts';
import { withQueryWords } from './query-words.ts';
import { onlyReads, pinsOf, type Question, tableKey } from './question.ts';
import type { Change, Read, Remark, Told } from './recording.ts';
import { type Answered, answerEntry, answerQuery, askedOfEntry, askedOfQuery, isProbe } from './replayed.ts';
import { type Asked, respond, respondPlainly } from './respond.ts';
import type { Mend, Respondent, Session, SessionSettings } from './session.ts';
import { type Compiling, makeOne, makeStatements, rawStatement, statementOf } from './statements.ts';
import { createTap } from './tap.ts';
import { tell } from './tell.ts';
import type { Typing } from './typed-values.ts';
import { refuseUnfilled } from './unfilled.ts';
import { createUnrun } from './unrun.ts';

function refuseAsync(answer: unknown, place: Place | undefined): void {
  if (!(answer instanceof Promise)) return;
  answer.catch(() => undefined);
  throw new MigratorError('bad-argument', 'what SQL does is said by a function that is not async', {
    ...(place === undefined ? {} : { place }),
  });
}

/** Of all sessions: each promise pays for each storage that there is. */
const runs: AsyncLocalStorage<object> = new AsyncLocalStorage();

export function createSession({
  dialect,
  version,
  own,
  schema: homeSchema,
  likeKnex,
  config = {},
}: SessionSettings): Session {
  const home = homeOf(dialect, homeSchema);
  /** The run that is being recorded; what comes from any other has been forgotten by its own. */
  let run: object | undefined;
  let last: object | undefined;
  const isRunning = () => run !== undefined && runs.getStore() === run;
  let compiling = 0;
  let typing: Typing | undefined;
  let faults: unknown[] = [];
  let reads: (Read | Question)[] = [];
  let respondent: Respondent | undefined;
  const asking = new Set<Promise<unknown>>();
  let remarks: Remark[] = [];
  const ledger = createLedger(dialect, likeKnex);
  const marks = createMarks(dialect);
  const unrun = createUnrun(() => last !== undefined && runs.getStore() === last);
  const tap = createTap();
  const late: unknown[] = [];
  const latePlaces = new WeakMap<Builder, Place>();

  const comesLate = (place: Place | undefined, what: string): unknown => {
    const fault = tooLate(place, what);
    late.push(fault);
    return fault;
  };
  const whileCompiling = <T>(place: Place | undefined, compile: () => T): T => {
    if (!isRunning()) throw comesLate(place, 'a directive');
    compiling += 1;
    try {
      return compile();
    } catch (error) {
      const fault = located(error, place);
      faults.push(fault);
      throw fault;
    } finally {
      compiling -= 1;
    }
  };
  const hearingAt = (place: Place | undefined): Compiling => ({
    client: session.knex.client,
    speaker,
    named,
    dialect,
    version,
    marks,
    place,
    tap,
    before: ledger.schema,
    remark: likeKnex() ? (says) => void remarks.push({ says, ...(place === undefined ? {} : { place }) }) : undefined,
  });
  const applyAll = (operations: readonly Operation[]): Schema =>
    operations.reduce((before, operation) => apply(operation, before), ledger.schema);
  const answered = ({ answer, read }: Answered): unknown => {
    reads.push(read);
    return session.knex.client.postProcessResponse(answer, undefined);
  };
  const without = (what: () => string, place: Place | undefined): unknown =>
    unanswered(what, place, (fault) => faults.push(fault));
  const returned = (change: Change | undefined) => () => `what a statement returned (${shownSql(change)})`;
  /** What the awaited call comes to, once somebody has answered. */
  const ask = (builder: Builder, compiled: Asked, question: Omit<Question, 'schema'>): Promise<unknown> => {
    const asked: Question = { ...question, schema: ledger.schema };
    const { changes } = ledger;
    reads.push(asked);
    const comes = runs
      .exit(() => respondent!.answer(asked, changes, changes.length))
      .then((answer) => {
        if (answer === undefined) return without(returned(changes.at(-1)), question.place);
        const { driver } = dialect;
        const response = answer.bare
          ? answer.rows[0]?.value
          : driver === undefined
            ? respondPlainly(answer, compiled, question.kind)
            : respond(answer, compiled, session.knex.client, driver, builder as object);
        return question.kind === 'read' ? response : watched(response, () => respondent?.looked(asked));
      })
      .catch((error: unknown) => {
        const fault = located(error, question.place);
        faults.push(fault);
        throw fault;
      });
    asking.add(comes);
    comes.catch(() => undefined).finally(() => asking.delete(comes));
    return comes;
  };
  const read = (
    builder: Builder,
    compiled: Asked,
    place: Place | undefined,
    more: Partial<Pick<Question, 'pins' | 'called'>> = {},
  ): Promise<unknown> =>
    ask(builder, compiled, {
      sql: spelled(compiled),
      kind: 'read',
      method: compiled.method ?? 'select',
      pins: [],
      ...more,
      ...(place === undefined ? {} : { place }),
    });
  /** What the change that has just been recorded came to. */
  const outcome = (builder: Builder, compiled: Asked, place: Place | undefined): Promise<unknown> => {
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
      ...(place === undefined ? {} : { place }),
    });
  };
  /** Whether somebody answers it who comes before the history. */
  const isDeclared = (...asked: readonly (string | undefined)[]): boolean =>
    respondent?.declares?.(asked.filter((one) => one !== undefined)) === true;
  const compileProbe = (entry: SchemaEntry, builder: SchemaBuilder, place: Place | undefined): Compiled =>
    compileEntry(entry, builder._schema, hearingAt(place))[0] as Compiled;
  const probe = (entry: SchemaEntry, builder: SchemaBuilder, place: Place | undefined): Promise<unknown> =>
    read(builder, compileProbe(entry, builder, place), place, { called: askedOfEntry(entry) });
  const answerOf = (entry: SchemaEntry, builder: SchemaBuilder, place: Place | undefined): unknown => {
    const declared = () =>
      isDeclared(askedOfEntry(entry)) || isDeclared(inline(compileProbe(entry, builder, place), dialect));
    if (respondent?.declares !== undefined && declared()) return probe(entry, builder, place);
    try {
      const inSchema = likeKnex() && builder._schema === home ? undefined : builder._schema;
      const asked = answerEntry(entry, inSchema, { before: ledger.schema, place, dialect, named });
      return answered(asked);
    } catch (error) {
      if (respondent?.reads !== true) throw error;
      return probe(entry, builder, place);
    }
  };
  const taken = (operations: readonly Operation[]): readonly Operation[] =>
    likeKnex() ? asKnexHas(unqualified(operations, home), ledger.schema, dialect) : operations;
  const doSchema = (builder: SchemaBuilder, place: Place | undefined, mend: Mend = (same) => same): unknown => {
    let told: Told[] = [];
    let operations: Operation[] = [];
    let answer: unknown;
    const enter = (): void => {
      if (operations.length > 0) ledger.record(told, operations, place);
      [told, operations] = [[], []];
    };
    for (const entry of builder._sequence) {
      if (isProbe(entry)) {
        enter();
        answer = answerOf(entry, builder, place);
        continue;
      }
      const at = hearingAt(place);
      const heard = hearEntry(entry, builder._schema, at);
      const mended = { ...heard, operations: taken(heard.operations).map(mend) };
      operations.push(...mended.operations);
      if (ledger.listening) {
        ledger.schema = applyAll(mended.operations);
        continue;
      }
      const made = makeStatements(mended, ledger.schema, at);
      told.push(...made.told);
      ledger.schema = placedUnread(ledger.schema, made.after, standing(place));
    }
    enter();
    return answer;
  };
  const standing = (place: Place | undefined) => ({
    ...(place === undefined ? {} : { place }),
    ...(likeKnex() ? { ofKnex: true as const } : {}),
  });
  const doPlain = (
    operations: readonly Operation[],
    statements: readonly Statement[],
    place: Place | undefined,
  ): void => {
    ledger.schema = placedUnread(ledger.schema, applyAll(operations), standing(place));
    ledger.record(tell(operations, statements, dialect), operations, place);
  };
  /** A migration of knex's has the values that knex would send. */
  const whileTyping = <T>(compile: () => T): T => {
    if (!likeKnex()) typing = { schema: ledger.schema, dialect, named };
    try {
      return compile();
    } finally {
      typing = undefined;
    }
  };
  /** Of a migration, what knex would send. */
  const sent = (value: unknown): unknown => (likeKnex() ? (dialect.sentByKnex?.(value) ?? value) : value);
  const spelled = (compiled: Compiled): string =>
    inline(
      compiled.bindings === undefined ? compiled : { ...compiled, bindings: compiled.bindings.map(sent) },
      dialect,
    );
  const atHome = <T>(value: T): T => (likeKnex() ? unqualified(value, home) : value);
  const doQuery = (builder: QueryBuilder, place: Place | undefined): void => {
    const rows = writeKnexInsert(builder, ledger.schema, hearingAt(place), atHome, sent);
    if (rows !== undefined) {
      doPlain([rows.operation], withQueryWords(builder, rows.statements, dialect), place);
      return;
    }
    const { operations, compiled } = whileTyping(() => hearQuery(builder, { named, place, dialect }));
    const written = compiled.filter(({ sql }) => sql !== undefined && sql !== '');
    if (written.length === 0) return;
    const statements = written.map((query) => statementOf(spelled(query), 'data'));
    doPlain(atHome(operations), withQueryWords(builder, statements, dialect), place);
  };
  const doRaw = (builder: Raw, place: Place | undefined): unknown => {
    const compiled: Asked = builder.toSQL();
    const sql = spelled(compiled);
    if ((respondent?.reads || isDeclared(sql)) && onlyReads(sql, dialect)) return read(builder, compiled, place);
    doPlain([{ kind: 'raw', sql }], [rawStatement(sql, dialect)], place);
    return respondent === undefined
      ? without(() => `the result of raw SQL (${shorten(sql, 200)})`, place)
      : outcome(builder, compiled, place);
  };
  const doBuilder = (builder: Builder, place: Place | undefined): unknown =>
    whileCompiling(place, () => {
      if (isSchemaBuilder(builder)) return doSchema(builder, place);
      if (isRaw(builder)) return doRaw(builder, place);
      const query = builder as QueryBuilder;
      if (respondent !== undefined && !isDeed(query)) {
        const compiled: Asked = query.toSQL();
        const called = askedOfQuery(query);
        if (respondent.reads || isDeclared(spelled(compiled), called)) {
          const pins = pinsOf(query, find(ledger.schema.tables, tableKey(query, named) ?? ''), named);
          return read(query, compiled, place, { pins, ...(called === undefined ? {} : { called }) });
        }
      }
      const asked = answerQuery(query, { before: ledger.schema, place, dialect, named });
      if (asked !== undefined) return answered(asked);
      const before = ledger.changes.length;
      doQuery(query, place);
      if (respondent === undefined) return without(returned(ledger.changes.at(-1)), place);
      if (ledger.changes.length > before) respondent.worded?.(before, query.toSQL());
      return ledger.changes.length === before ? [] : outcome(query, query.toSQL(), place);
    });

  const listener: Listener = {
    dialect,
    likeKnex,
    marks,
    created(builder) {
      if (compiling > 0) return;
      const place = placeOfCall(own, listener.created);
      if (isRunning()) unrun.add(builder, place);
      else if (place !== undefined) latePlaces.set(builder, place);
    },
    used: (builder) => void unrun.take(builder),
    isCompiling: () => compiling > 0,
    typing: () => typing,
    compiling: tap.compiling,
    compiled: tap.compiled,
    column: tap.column,
    run(builder) {
      const place = unrun.take(builder) ?? latePlaces.get(builder);
      if (!isRunning()) return Promise.reject(comesLate(place, 'a statement'));
      try {
        return Promise.resolve(doBuilder(builder, place));
      } catch (error) {
        return Promise.reject(error);
      }
    },
    stream(builder) {
      const place = unrun.take(builder) ?? latePlaces.get(builder);
      const isAnswered = () => respondent?.reads || isDeclared(spelled((builder as Raw).toSQL()));
      if (!whileCompiling(place, isAnswered)) {
        const fault = needsData('the revision streams rows', place);
        faults.push(fault);
        throw fault;
      }
      return listener.run(builder);
    },
    rolledBack: () => void faults.push(located(rolledBack(), placeOfCall(own, listener.rolledBack))),
    warn: () => undefined,
  };

  const { wrapIdentifier: _, ...unwrapped } = config;
  const speaker = recordingKnex(listener, version, unwrapped);
  const named = (written: string): string =>
    session.knex.client.customWrapIdentifier(written, (name: string) => name, undefined);
  const session: Session = {
    knex: recordingKnex(listener, version, config),
    get schema() {
      return ledger.schema;
    },
    place: (below) => placeOfCall(own, below),
    build(place, say, mend) {
      whileCompiling(place, () => {
        const builder = session.knex.schema;
        say(builder);
        doSchema(builder as unknown as SchemaBuilder, place, mend);
      });
    },
    compiling: (compile) => whileCompiling(undefined, compile),
    at: whileCompiling,
    listen: (place, go) => ledger.listen(() => refuseAsync(go(), place)),
    outside(place, go) {
      if (!isRunning()) throw comesLate(place, 'op.autocommitBlock');
      return ledger.outside(go);
    },
    inManner: (clause, go) => ledger.inManner(clause, go),
    performAs(operation, place) {
      whileCompiling(place, () => {
        const told = operation.does.flatMap((one) => {
          const made = makeOne(one, ledger.schema, hearingAt(place));
          ledger.schema = made.after;
          return made.told;
        });
        ledger.record(told, [operation], place);
      });
    },
    perform(operation, place) {
      whileCompiling(place, () => {
        if (ledger.listening) {
          doPlain([operation], [], place);
          return;
        }
        const made = makeOne(operation, ledger.schema, hearingAt(place));
        ledger.schema = placedUnread(ledger.schema, made.after, standing(place));
        ledger.record(made.told, [operation], place);
      });
    },
    enter: (operations, statements, place) => whileCompiling(place, () => doPlain(operations, statements, place)),
    async work(place, what, go) {
      if (!isRunning()) throw comesLate(place, what);
      const done = unrun.start(what, place);
      try {
        await go();
      } catch (error) {
        faults.push(error);
        throw error;
      } finally {
        done();
      }
    },
    get changes() {
      return ledger.changes;
    },
    async run(before, revisionFile, go, answering) {
      const mine = {};
      run = last = mine;
      respondent = answering;
      ledger.begin(revisionFile, before);
      faults = [];
      reads = [];
      remarks = [];
      unrun.clear();
      try {
        await runs.run(mine, () =>
          quarantined(async () => {
            await go();
            while (asking.size > 0) await Promise.allSettled(asking);
            // under knex, what nobody waits for goes on for a moment
            if (!likeKnex()) run = undefined;
          }),
        );
      } catch (error) {
        faults.push(thrown(error));
      }
      run = undefined;
      if (likeKnex()) remarks.push(...unrun.lost());
      const forgotten = await unrun.forgotten();
      const fault = late[0] ?? faults[0] ?? forgotten;
      if (fault !== undefined) throw fault;
      const { changes, schema: after } = ledger;
      refuseIdleActions(changes, before);
      refuseUnfilled(changes, after, dialect);
      return { changes, after, reads, remarks };
    },
  };
  return session;
}
