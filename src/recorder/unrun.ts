/** What a revision has begun and not finished: builders it has not awaited, work still going on, whatever else the process still waits for. */

import { createHook } from 'node:async_hooks';
import { setTimeout } from 'node:timers/promises';
import type { MigratorError, Place } from '../errors.ts';
import { forgottenAwait } from './faults.ts';
import { type Builder, isRaw, isSchemaBuilder, type QueryBuilder, type Raw } from './knex-shapes.ts';
import type { Remark } from './recording.ts';

export interface Unrun {
  add(builder: Builder, place: Place | undefined): void;
  /** Takes it off the list, and tells where it was made. */
  take(builder: Builder): Place | undefined;
  /** Work that goes on until the returned function is called. */
  start(what: string, place: Place | undefined): () => void;
  /** Gives what still goes on a moment to come, and tells what is left. */
  forgotten(): Promise<MigratorError | undefined>;
  /** Takes off the list what nobody awaited, and tells what it was: knex does nothing of it. */
  lost(): readonly Remark[];
  clear(): void;
}

const writing = new Set(['insert', 'update', 'del', 'truncate']);

/** Begins as a statement does; any other raw is an expression that was prepared and not needed. */
const statementLike =
  /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:alter|analyze|call|comment|copy|create|declare|delete|do|drop|exec|execute|grant|insert|lock|merge|refresh|reindex|rename|replace|revoke|select|set|truncate|update|vacuum|with)\b/i;

/** What is lost when the builder is never awaited; undefined for one that only reads or is a part of another. */
function whatIsLost(builder: Builder): string | undefined {
  if (isSchemaBuilder(builder)) {
    return builder._sequence.length > 0 ? `schema.${builder._sequence[0]?.method}(…)` : undefined;
  }
  if (isRaw(builder)) return statementLike.test(builder.sql) ? 'raw(…)' : undefined;
  const { _method: method } = builder as QueryBuilder;
  return writing.has(method) ? `a knex ${method}` : undefined;
}

/** Threads come and go by themselves, closing a file tells nothing, and timers are known one by one. */
const notOfTheRevision = new Set(['MessagePort', 'Worker', 'CloseReq', 'Timeout', 'Immediate']);

/** What this process waits for, such as files and sockets, beyond what it waited for before. */
function waitedFor(before: readonly string[]): readonly string[] {
  const old = [...before];
  return process.getActiveResourcesInfo().filter((kind) => {
    const at = old.indexOf(kind);
    if (at >= 0) old.splice(at, 1);
    return at < 0 && !notOfTheRevision.has(kind);
  });
}

/** A file that is still being read when a revision begins is soon done with. */
function lasting(): readonly string[] {
  return waitedFor([]).filter((kind) => !kind.startsWith('FSReq'));
}

/** `_destroyed`: it has been cleared, or has come and does not come again; hasRef() does not tell. */
interface Timer {
  hasRef(): boolean;
  readonly _destroyed: boolean;
}

interface Timers {
  start(): void;
  stop(): void;
  /** Whether one that was set between `start` and `stop` is still to come. */
  areLeft(): boolean;
}

/** Timers that are set where `isOurs`: in one process others, such as a test runner's, come and go meanwhile. */
function createTimers(isOurs: () => boolean): Timers {
  const set = new Set<Timer>();
  const hook = createHook({
    init(_, type, __, resource) {
      if ((type === 'Timeout' || type === 'Immediate') && isOurs()) set.add(resource as unknown as Timer);
    },
  });
  return {
    start() {
      set.clear();
      hook.enable();
    },
    stop: () => void hook.disable(),
    areLeft: () => [...set].some((timer) => !timer._destroyed && timer.hasRef()),
  };
}

const patience = { rounds: 50, milliseconds: 2 };

/** A raw that becomes a part of another statement is compiled by it, and so it is not lost. */
function watchRaw(builder: Raw, compiled: () => void): void {
  const { toSQL } = builder;
  Object.assign(builder, {
    toSQL(...args: []) {
      compiled();
      return toSQL.apply(builder, args);
    },
  });
}

/** A clone does the work of the builder that it was made from. */
function watchClones(builder: Builder, cloned: (clone: Builder) => void): void {
  const { clone } = builder as unknown as { clone?: () => Builder };
  if (clone === undefined) return;
  Object.assign(builder, {
    clone() {
      const made = clone.call(builder);
      cloned(made);
      return made;
    },
  });
}

/** `isOurs`: the code that runs just now is the revision's. */
export function createUnrun(isOurs: () => boolean): Unrun {
  const places = new Map<Builder, Place | undefined>();
  const going = new Set<{ readonly what: string; readonly place: Place | undefined }>();
  const timers = createTimers(isOurs);
  let before: readonly string[] = [];
  const isWaiting = () => timers.areLeft() || waitedFor(before).length > 0;
  const replace = (builder: Builder, clone: Builder): void => {
    places.set(clone, places.get(builder));
    places.delete(builder);
  };
  return {
    add(builder, place) {
      places.set(builder, place);
      if (isRaw(builder)) watchRaw(builder, () => places.delete(builder));
      else watchClones(builder, (clone) => replace(builder, clone));
    },
    take(builder) {
      const place = places.get(builder);
      places.delete(builder);
      return place;
    },
    start(what, place) {
      const work = { what, place };
      going.add(work);
      return () => void going.delete(work);
    },
    lost() {
      const lost = [...places].flatMap(([builder, place]): readonly Remark[] => {
        const what = whatIsLost(builder);
        const says = `${what} is never awaited, and so nothing of it is done`;
        return what === undefined ? [] : [{ says, ...(place === undefined ? {} : { place }) }];
      });
      places.clear();
      return lost;
    },
    async forgotten() {
      let waits = isWaiting();
      for (let n = 0; waits && n < patience.rounds; n++) {
        await setTimeout(patience.milliseconds);
        waits = isWaiting();
      }
      timers.stop();
      const [work] = going;
      if (work !== undefined)
        return forgottenAwait(work.place, `${work.what} was still running when its revision had ended`);
      for (const [builder, place] of places) {
        const lost = whatIsLost(builder);
        if (lost !== undefined)
          return forgottenAwait(place, `${lost} was built but never awaited, so it would be lost`);
      }
      if (!waits) return undefined;
      return forgottenAwait(
        undefined,
        'something that the revision began (a timer, a file, a connection) was still going on when it had ended',
      );
    },
    clear() {
      places.clear();
      going.clear();
      before = lasting();
      timers.start();
    },
  };
}
