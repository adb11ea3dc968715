/** Runs a revision in offline mode and keeps what it did. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError, type Place } from '../errors.ts';
import type { Step } from '../history/revision.ts';
import type { Schema } from '../schema/schema.ts';
import { createOp } from './directives.ts';
import { located, spotOf } from './faults.ts';
import type { Op } from './op.ts';
import { isOurs, type OwnFiles, placeOfError } from './place.ts';
import type { Recording } from './recording.ts';
import { createSession } from './session.ts';
import type { Spool } from './spool.ts';

export interface RecorderSettings {
  readonly dialect: Dialect;
  readonly version: string;
  readonly x: Readonly<Record<string, string>>;
  readonly spool: Spool;
  readonly own: OwnFiles;
  /** Runs a revision's file and returns what it exports. `file` is relative to the project. */
  load(file: string): Promise<Readonly<Record<string, unknown>>>;
}

export interface Recorder {
  record(step: Step, before: Schema): Promise<Recording>;
}

type Run = (op: Op) => unknown;

function runOf(step: Step, exported: Readonly<Record<string, unknown>>): Run {
  const { revision, direction } = step;
  const place: Place = { file: revision.file };
  if (exported.revision !== revision.id) {
    throw new MigratorError(
      'revision-differs',
      `the file declares revision ${revision.id}, but exports ${String(exported.revision)} when it runs`,
      {
        hint: 'Declare the id once, as a plain string.',
        place: revision.places.revision,
      },
    );
  }
  const name = direction === 'up' ? 'upgrade' : 'downgrade';
  const run = exported[name];
  if (typeof run === 'function') return run as Run;
  const knexName = typeof exported[direction] === 'function';
  throw new MigratorError(`no-${name}`, `revision ${revision.id} exports no function ${name}`, {
    hint: knexName
      ? `It exports ${direction}, which is knex's name: write export const ${name} = ({ knex }) => ${direction}(knex).`
      : `Write export function ${name}(op) { … }.`,
    place,
  });
}

/** Whatever the author's code throws becomes an error with the author's line. */
function asFault(error: unknown, step: Step, own: OwnFiles): unknown {
  const place = placeOfError(error, own) ?? spotOf(error) ?? { file: step.revision.file };
  if (error instanceof MigratorError) return located(error, place);
  if (isOurs(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new MigratorError('revision-threw', `revision ${step.revision.id} threw: ${message}`, { place, cause: error });
}

export function createRecorder(settings: RecorderSettings): Recorder {
  const { dialect, version, own } = settings;
  const session = createSession({ dialect, version, own });
  const op = createOp({ ...settings, session });
  return {
    async record(step, before) {
      try {
        const exported = await settings.load(step.revision.file);
        const run = runOf(step, exported);
        const { changes, after } = await session.run(before, step.revision.file, () => run(op));
        return { step, before, changes, after };
      } catch (error) {
        throw asFault(error, step, own);
      }
    },
  };
}
