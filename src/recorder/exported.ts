/** What a revision's file exports, as what is to be run. */

import { MigratorError, type Place } from '../errors.ts';
import type { Step } from '../history/revision.ts';
import type { Op } from './op.ts';

export type Exported = Readonly<Record<string, unknown>>;

export interface Deed {
  readonly run: (op: Op) => unknown;
  /** What the author wrote of it. */
  readonly code: string;
  /** No transaction encloses what it does. */
  readonly outside?: true;
}

/** The author neither wrote a way back nor ruled one out. */
export function leavesItOpen({ downgrade, down }: Exported): boolean {
  return downgrade === undefined && typeof down !== 'function';
}

/** Throws where the file has no such function. */
export function readRevision(step: Step, exported: Exported): Deed {
  const { revision, direction } = step;
  requireSame(step, exported);
  const place: Place = { file: revision.file };
  const name = direction === 'up' ? 'upgrade' : 'downgrade';
  const run = exported[name];
  if (typeof run === 'function') return { run: run as Deed['run'], code: String(run) };
  if (name === 'downgrade' && run === null) {
    throw new MigratorError('no-downgrade', `revision ${revision.id} rules a way back out: its downgrade is null`, {
      hint: 'Leave downgrade out to have one derived, or write export function downgrade(op) { … }.',
      place,
    });
  }
  const knexName = typeof exported[direction] === 'function';
  throw new MigratorError(`no-${name}`, `revision ${revision.id} exports no function ${name}`, {
    hint: knexName
      ? `It exports ${direction}, which is knex's name: write export const ${name} = ({ knex }) => ${direction}(knex), or set format = "knex" for a folder of migrations.`
      : `Write export function ${name}(op) { … }.`,
    place,
  });
}

function requireSame({ revision }: Step, exported: Exported): void {
  if (exported.revision === revision.id) return;
  throw new MigratorError(
    'revision-differs',
    `the file declares revision ${revision.id}, but exports ${String(exported.revision)} when it runs`,
    {
      hint: 'Declare the id once, as a plain string.',
      place: revision.places.revision,
    },
  );
}

/** A migration as knex has them: https://knexjs.org/guide/migrations.html */
export function readMigration({ revision, direction }: Step, exported: Exported, transactions: boolean): Deed {
  const run = exported[direction];
  if (typeof run !== 'function') {
    const ownName = typeof exported.upgrade === 'function';
    throw new MigratorError(
      `no-${direction === 'up' ? 'up' : 'down'}grade`,
      `${revision.file} exports no function ${direction}`,
      {
        hint: `${ownName ? 'It exports upgrade, as revisions do. ' : ''}Write exports.${direction} = (knex) => { … }.`,
        place: { file: revision.file },
      },
    );
  }
  const { transaction = transactions } = (exported.config ?? {}) as { readonly transaction?: boolean };
  // Bluebird's Promise was a second argument once, and old migrations take it from there.
  const deed = { run: ({ knex }: Op) => run.call(exported, knex, Promise), code: String(run) };
  return transaction ? deed : { ...deed, outside: true };
}
