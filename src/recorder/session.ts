/** One revision being recorded: it hears every awaited call and keeps what it does, in order. */

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Knex } from 'knex';
import type { Dialect } from '../dialect/dialect.ts';
import type { Statement } from '../dialect/statement.ts';
import type { Place } from '../errors.ts';
import type { Operation } from '../operation/operation.ts';
import { apply } from '../operation/verbs.ts';
import type { Schema } from '../schema/schema.ts';
import { needsData, unanswered } from './answer.ts';
import { type Listener, recordingKnex } from './client.ts';
import { located, rolledBack, thrown, tooLate } from './faults.ts';
import { hearEntry, hearQuery } from './hear.ts';
import { inline } from './inline.ts';
import { writeKnexInsert } from './knex-insert.ts';
import { type Builder, isRaw, isSchemaBuilder, type QueryBuilder, type SchemaBuilder } from './knex-shapes.ts';
import { createMarks } from './mend.ts';
import { type OwnFiles, placeOfCall } from './place.ts';
import { quarantined } from './quarantine.ts';
import type { Change, Told } from './recording.ts';
import { type Compiling, makeOne, makeStatements, statementOf } from './statements.ts';
import { createTap } from './tap.ts';
import { tell } from './tell.ts';
import { createUnrun } from './unrun.ts';

export interface SessionSettings {
  readonly dialect: Dialect;
  readonly version: string;
  readonly own: OwnFiles;
}

export interface Session {
  readonly knex: Knex;
  readonly schema: Schema;
  /** The line of the author that the current call came from. */
  place(below: (...args: never[]) => unknown): Place | undefined;
  /** Does one schema change said through a builder, at once. */
  build(place: Place | undefined, say: (schema: Knex.SchemaBuilder) => void): void;
  /** Does one operation, as the dialect or knex spells it. */
  perform(operation: Operation, place: Place | undefined): void;
  /** Enters a change whose statements are already written. */
  enter(operations: readonly Operation[], statements: readonly Statement[], place: Place | undefined): void;
  /** Asynchronous work of a directive: it must have ended when the revision ends. */
  work(place: Place | undefined, what: string, go: () => Promise<void>): Promise<void>;
  /** Runs a revision's `upgrade` or `downgrade` and tells what it did. Throws what went wrong on the way. */
  run(
    before: Schema,
    file: string,
    go: () => unknown,
  ): Promise<{ readonly changes: readonly Change[]; readonly after: Schema }>;
}

export function createSession({ dialect, version, own }: SessionSettings): Session {
  /** The run that is being recorded; what comes from any other has been forgotten by its own. */
  let run: object | undefined;
  const runs = new AsyncLocalStorage<object>();
  const isRunning = () => run !== undefined && runs.getStore() === run;
  let compiling = 0;
  let file = '';
  let schema: Schema | undefined;
  let changes: Change[] = [];
  let faults: unknown[] = [];
  const marks = createMarks(dialect);
  const unrun = createUnrun();
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
    knex: session.knex,
    dialect,
    version,
    marks,
    place,
    tap,
  });
  const record = (told: readonly Told[], operations: readonly Operation[], place: Place | undefined): void => {
    changes.push({ operations, statements: told, place: place ?? { file } });
  };
  const current = (): Schema => {
    if (schema === undefined) throw new Error('the session is not recording');
    return schema;
  };
  const doSchema = (builder: SchemaBuilder, place: Place | undefined): void => {
    const told: Told[] = [];
    const operations: Operation[] = [];
    for (const entry of builder._sequence) {
      const at = hearingAt(place);
      const heard = hearEntry(entry, builder._schema, at);
      const made = makeStatements(heard, current(), at);
      told.push(...made.told);
      operations.push(...heard.operations);
      schema = made.after;
    }
    record(told, operations, place);
  };
  const doPlain = (
    operations: readonly Operation[],
    statements: readonly Statement[],
    place: Place | undefined,
  ): void => {
    schema = operations.reduce((before, operation) => apply(operation, before), current());
    record(tell(operations, statements, dialect), operations, place);
  };
  const doQuery = (builder: QueryBuilder, place: Place | undefined): void => {
    const rows = writeKnexInsert(builder, current(), dialect);
    if (rows !== undefined) {
      doPlain([rows.operation], rows.statements, place);
      return;
    }
    const { operations, compiled } = hearQuery(builder, place);
    const written = compiled.filter(({ sql }) => sql !== undefined && sql !== '');
    if (written.length === 0) return;
    doPlain(
      operations,
      written.map((query) => statementOf(inline(query, dialect), 'data')),
      place,
    );
  };
  const doBuilder = (builder: Builder, place: Place | undefined): void =>
    whileCompiling(place, () => {
      if (isSchemaBuilder(builder)) return doSchema(builder, place);
      if (!isRaw(builder)) return doQuery(builder as QueryBuilder, place);
      const sql = inline(builder.toSQL(), dialect);
      return doPlain([{ kind: 'raw', sql }], [statementOf(sql, 'raw')], place);
    });

  const listener: Listener = {
    dialect,
    marks,
    created(builder) {
      if (compiling > 0) return;
      const place = placeOfCall(own, listener.created);
      if (isRunning()) unrun.add(builder, place);
      else if (place !== undefined) latePlaces.set(builder, place);
    },
    used: (builder) => void unrun.take(builder),
    isCompiling: () => compiling > 0,
    compiling: tap.compiling,
    compiled: tap.compiled,
    column: tap.column,
    run(builder) {
      const place = unrun.take(builder) ?? latePlaces.get(builder);
      if (!isRunning()) return Promise.reject(comesLate(place, 'a statement'));
      try {
        doBuilder(builder, place);
      } catch (error) {
        return Promise.reject(error);
      }
      const what = isRaw(builder) ? 'the result of raw SQL' : 'what a statement returned';
      return Promise.resolve(
        isSchemaBuilder(builder) ? undefined : unanswered(what, place, (fault) => faults.push(fault)),
      );
    },
    stream(builder) {
      throw needsData('the revision streams rows', unrun.take(builder));
    },
    rolledBack: () => void faults.push(located(rolledBack(), placeOfCall(own, listener.rolledBack))),
    warn: () => undefined,
  };

  const session: Session = {
    knex: recordingKnex(listener, version),
    get schema() {
      return current();
    },
    place: (below) => placeOfCall(own, below),
    build(place, say) {
      whileCompiling(place, () => {
        const builder = session.knex.schema;
        say(builder);
        doSchema(builder as unknown as SchemaBuilder, place);
      });
    },
    perform(operation, place) {
      whileCompiling(place, () => {
        const made = makeOne(operation, current(), hearingAt(place));
        schema = made.after;
        record(made.told, [operation], place);
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
    async run(before, revisionFile, go) {
      file = revisionFile;
      const mine = {};
      run = mine;
      schema = before;
      changes = [];
      faults = [];
      unrun.clear();
      try {
        await runs.run(mine, () => quarantined(go));
      } catch (error) {
        faults.push(thrown(error));
      }
      run = undefined;
      const forgotten = await unrun.forgotten();
      const fault = late[0] ?? faults[0] ?? forgotten;
      if (fault !== undefined) throw fault;
      return { changes, after: current() };
    },
  };
  return session;
}
