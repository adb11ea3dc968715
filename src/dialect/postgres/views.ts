/** Views and triggers that stand in the way of a column whose type changes: dropped before, made again after. */

import { grantsOn, triggersOn } from '../../operation/dependents.ts';
import { triggersReading } from '../../operation/readers.ts';
import { viewsOf } from '../../operation/verb.ts';
import { speaksOf } from '../../schema/expression.ts';
import { type Name, showName } from '../../schema/name.ts';
import type { View } from '../../schema/objects.ts';
import type { Schema } from '../../schema/schema.ts';
import { step } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { createTrigger, createView, dropTrigger, dropView } from './code.ts';
import { grant } from './object.ts';
import { refuseOnCockroach, type Server } from './server.ts';

export interface Use {
  readonly table: Name;
  readonly column: string;
}

/** CockroachDB renames nothing that a view reads. */
export function refuseRead({ table, column }: Pick<Use, 'table'> & Partial<Use>, server: Server): void {
  const reading = viewsOf(server.before).find((view) =>
    column === undefined ? speaksOf(view.query, table.name, 'table') : readsColumn(view, { table, column }),
  );
  if (reading === undefined) return;
  const shown = column === undefined ? showName(table) : `${showName(table)}.${column}`;
  refuseOnCockroach(
    server,
    `renames nothing that a view reads: ${shown} in ${showName(reading.name)}`,
    'drop the view first and create it again after',
  );
}

function readsColumn({ query }: View, { table, column }: Use): boolean {
  return speaksOf(query, table.name, 'table') && (speaksOf(query, column) || query.includes('*'));
}

function readsView({ query }: View, other: View): boolean {
  return speaksOf(query, other.name.name, 'table');
}

/** In the order in which they can be made. */
function inOrder(views: readonly View[]): readonly View[] {
  const [first] = views.filter((view) => !views.some((other) => other !== view && readsView(view, other)));
  if (first === undefined) return views;
  return [first, ...inOrder(views.filter((view) => view !== first))];
}

function viewsOver(before: Schema, uses: readonly Use[]): readonly View[] {
  const all = viewsOf(before);
  let found = all.filter((view) => uses.some((use) => readsColumn(view, use)));
  for (let size = -1; size !== found.length; ) {
    size = found.length;
    const reached = found;
    found = all.filter((view) => reached.includes(view) || reached.some((one) => readsView(view, one)));
  }
  return inOrder(found);
}

/** https://www.postgresql.org/docs/current/rules-views.html: the engine refuses to alter the type of a column that a view or a trigger reads. */
export function withoutViews(
  uses: readonly Use[],
  statements: readonly Statement[],
  server: Server,
): readonly Statement[] {
  const views = viewsOver(server.before, uses);
  const triggers = [...new Set(uses.flatMap((use) => triggersReading(server.before, use)))];
  const again = (what: string, statements: readonly Statement[]) =>
    statements.map((statement) => step(`${what} again`, statement));
  const made = views.flatMap((view) => [
    ...again(`create view ${showName(view.name)}`, createView({ kind: 'createView', view, replace: false }, server)),
    ...triggersOn(server.before, view.name).flatMap((trigger) =>
      again(
        `create trigger ${trigger.name}`,
        createTrigger({ kind: 'createTrigger', trigger, replace: false }, server),
      ),
    ),
    ...grantsOn(server.before, ['table'], view.name).flatMap((one) =>
      again(`grant rights on view ${showName(view.name)}`, grant({ kind: 'grant', grant: one }, server)),
    ),
  ]);
  const dropped = views
    .toReversed()
    .flatMap(({ name, materialized }) =>
      dropView({ kind: 'dropView', view: name, materialized }, server).map((statement) =>
        step(`take view ${showName(name)} out of the way`, statement),
      ),
    );
  const away = triggers.flatMap(({ name, table }) =>
    dropTrigger({ kind: 'dropTrigger', trigger: name, table }, server).map((statement) =>
      step(`take trigger ${name} out of the way`, statement),
    ),
  );
  const back = triggers.flatMap((trigger) =>
    again(`create trigger ${trigger.name}`, createTrigger({ kind: 'createTrigger', trigger, replace: false }, server)),
  );
  return [...away, ...dropped, ...statements, ...made, ...back];
}
