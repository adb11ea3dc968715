/** Hears every awaited call of one revision and keeps what it does, in order. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { MigratorError, type Place } from '../errors.ts';
import { needsData } from './answer.ts';
import { homeOf } from './as-knex.ts';
import { createAsking } from './asking.ts';
import { type Listener, recordingKnex } from './client.ts';
import { createDeeds } from './deeds.ts';
import { located, rolledBack, thrown, tooLate } from './faults.ts';
import { type Ground, spelled } from './ground.ts';
import { refuseIdleActions } from './idle-actions.ts';
import type { Builder, Raw, SchemaBuilder } from './knex-shapes.ts';
import { createLedger } from './ledger.ts';
import { createMarks } from './mend.ts';
import { placeOfCall } from './place.ts';
import { quarantined } from './quarantine.ts';
import type { Remark } from './recording.ts';
import type { Session, SessionSettings } from './session.ts';
import { createTap } from './tap.ts';
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
  /** The run that is being recorded; what comes from any other has been forgotten by its own. */
  let run: object | undefined;
  let last: object | undefined;
  const isRunning = () => run !== undefined && runs.getStore() === run;
  let compiling = 0;
  let faults: unknown[] = [];
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
  const ground: Ground = {
    dialect,
    ledger,
    likeKnex,
    home: homeOf(dialect, homeSchema),
    named: (written) => ground.client().customWrapIdentifier(written, (name: string) => name, undefined),
    client: () => session.knex.client,
    apart: (go) => runs.exit(go),
    fault: (error) => void faults.push(error),
    hearingAt: (place) => ({
      client: ground.client(),
      speaker,
      named: ground.named,
      dialect,
      version,
      marks,
      place,
      tap,
      before: ledger.schema,
      remark: likeKnex() ? (says) => void remarks.push({ says, ...(place === undefined ? {} : { place }) }) : undefined,
    }),
  };
  const asking = createAsking(ground);
  const deeds = createDeeds(ground, asking);

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
    typing: () => deeds.typing,
    compiling: tap.compiling,
    compiled: tap.compiled,
    column: tap.column,
    run(builder) {
      const place = unrun.take(builder) ?? latePlaces.get(builder);
      if (!isRunning()) return Promise.reject(comesLate(place, 'a statement'));
      try {
        return Promise.resolve(whileCompiling(place, () => deeds.build(builder, place)));
      } catch (error) {
        return Promise.reject(error);
      }
    },
    stream(builder) {
      const place = unrun.take(builder) ?? latePlaces.get(builder);
      const isAnswered = () => asking.respondent?.reads || asking.isDeclared(spelled((builder as Raw).toSQL(), ground));
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
        deeds.schema(builder as unknown as SchemaBuilder, place, mend);
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
    performAs: (operation, place) => whileCompiling(place, () => deeds.performAs(operation, place)),
    perform: (operation, place) => whileCompiling(place, () => deeds.perform(operation, place)),
    enter: (operations, statements, place) => whileCompiling(place, () => deeds.plain(operations, statements, place)),
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
      asking.begin(answering);
      ledger.begin(revisionFile, before);
      faults = [];
      remarks = [];
      unrun.clear();
      try {
        await runs.run(mine, () =>
          quarantined(async () => {
            await go();
            await asking.ended();
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
      return { changes, after, reads: asking.reads, remarks };
    },
  };
  return session;
}
