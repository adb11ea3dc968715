/** What follows from a DELETE or an UPDATE may reach a table once. */

import type { Constraint, ForeignKey } from '../../schema/constraint.ts';
import { type Name, showName } from '../../schema/name.ts';
import { entries } from '../../schema/registry.ts';
import { unsupported } from '../lower.ts';
import type { Server } from './server.ts';

type Event = 'onDelete' | 'onUpdate';

/** A key seen from the table that it refers to. */
interface Step {
  readonly from: string;
  readonly to: string;
  readonly key: ForeignKey;
}

const spelled: Readonly<Record<Event, string>> = { onDelete: 'ON DELETE', onUpdate: 'ON UPDATE' };

function isDone(deed: string | undefined): boolean {
  return deed !== undefined && !/^(?:no action|restrict)$/i.test(deed);
}

function stepsOf(name: Name, constraints: readonly Constraint[], event: Event): readonly Step[] {
  return constraints.flatMap((key) =>
    key.kind === 'foreign' && isDone(key[event])
      ? [{ from: showName(key.references.table), to: showName(name), key }]
      : [],
  );
}

/** A row that is deleted goes on to others; so does a changed column that others refer to. */
function goesOn({ key }: Step, next: Step, event: Event): boolean {
  if (!/^cascade$/i.test(`${key[event]}`)) return false;
  return event === 'onDelete' || next.key.references.columns.some((column) => key.columns.includes(column));
}

/** By the table that they go from. */
type Steps = Map<string, Step[]>;

function add(steps: Steps, step: Step): void {
  const others = steps.get(step.from);
  if (others === undefined) steps.set(step.from, [step]);
  else others.push(step);
}

/** The table that is reached a second time from `start`, which itself counts as reached. */
function reachedTwice(start: string, steps: Steps, event: Event): string | undefined {
  const reached = new Set([start]);
  const open = [...(steps.get(start) ?? [])];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const last = step;
    if (reached.has(last.to)) return last.to;
    reached.add(last.to);
    open.push(...(steps.get(last.to) ?? []).filter((next) => goesOn(last, next, event)));
  }
  return undefined;
}

function secondWay(steps: Steps, event: Event): readonly [start: string, end: string] | undefined {
  for (const start of steps.keys()) {
    const end = reachedTwice(start, steps, event);
    if (end !== undefined) return [start, end];
  }
  return undefined;
}

/** Refuses message 1785: https://learn.microsoft.com/sql/relational-databases/errors-events/mssqlserver-1785-database-engine-error */
export function requireOneWay(name: Name, added: readonly Constraint[], { before }: Server): void {
  for (const event of ['onDelete', 'onUpdate'] as const) {
    const own = stepsOf(name, added, event);
    if (own.length === 0) continue;
    const steps: Steps = new Map();
    for (const [, table] of entries(before.tables)) {
      for (const step of stepsOf(table.name, table.constraints, event)) add(steps, step);
    }
    if (secondWay(steps, event) !== undefined) continue;
    for (const step of own) {
      add(steps, step);
      const found = secondWay(steps, event);
      if (found === undefined) continue;
      throw unsupported(
        `with the foreign key ${step.key.name}, ${spelled[event]} would come to ${found[1]} twice from one row of ${found[0]}, which SQL Server does not allow`,
        `let one of the keys on the way do nothing (no action), and do its work in a trigger or before the ${event === 'onDelete' ? 'DELETE' : 'UPDATE'}`,
      );
    }
  }
}
