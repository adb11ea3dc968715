/** What a script needs of the database as it stands before it: names that nothing has yet, and rights on what is there. */

import { type Name, showName } from '../schema/name.ts';
import { find } from '../schema/registry.ts';
import type { Schema } from '../schema/schema.ts';
import { done, isUnknown, type Step } from './done.ts';
import { type Granted, grantedIn } from './granted.ts';
import { type Keyless, keylessAfter } from './keyless.ts';
import { type MadeIn, makingOf, placesOf } from './made-in.ts';
import { movedRights } from './moved-rights.ts';
import { freedBy, inSchemaOf, isMadeAnywhere, keyOf, type Made, madeBy } from './names-made.ts';
import { type MadeOn, madeOnTables } from './names-made-on.ts';
import { type Needed, neededIn } from './needed.ts';
import type { Operation } from './operation.ts';
import { type Program, programsOf } from './programs.ts';
import { type Right, type Used, usedBy } from './rights-used.ts';
import { type Taken, takenIn } from './taken.ts';

export interface Wants {
  /** What is not there yet, in the order of the script. */
  readonly makes: readonly Made[];
  readonly makesOn: readonly MadeOn[];
  readonly uses: readonly Used[];
  /** The same of tables by the names that the script gives them, for engines where rights stay on names. */
  readonly usesMade: readonly Used[];
  /** Views that the script did not make, and drops or replaces. */
  readonly dropsViews: readonly Name[];
  /** What tables are to be called. */
  readonly newNames: readonly Name[];
  readonly makesIn: readonly MadeIn[];
  /** Schemas that the script itself makes. */
  readonly schemas: readonly string[];
  /** Something is made that nobody says the schema of. */
  readonly makesAnywhere: boolean;
  /** A column gets a collation of its own, or loses it. */
  readonly collates: boolean;
  readonly grants: readonly Granted[];
  /** Tables with rights that do not follow a new name by themselves everywhere: by the old name, and by the new one. */
  readonly movesRights: readonly Name[];
  /** Beside tables and views. */
  readonly takes: readonly Taken[];
  readonly needs: readonly Needed[];
  /** Schemas that the script drops and did not make. */
  readonly dropsSchemas: readonly string[];
  readonly programs: readonly Program[];
  readonly keyless: readonly Keyless[];
}

function isCollating(operation: Operation): boolean {
  switch (operation.kind) {
    case 'createTable':
      return operation.table.columns.some(({ collation }) => collation !== undefined);
    case 'addColumn':
      return operation.column.collation !== undefined;
    case 'alterColumn':
      return operation.change.collation !== undefined;
    default:
      return false;
  }
}

const registries = {
  table: 'tables',
  view: 'views',
  sequence: 'sequences',
  enum: 'enums',
} as const satisfies Record<Exclude<Made['kind'], 'index'>, keyof Schema>;

/** What replay saw go, in whatever way, the script has taken away itself. */
function wasThere({ kind, name }: Made, before: Schema): boolean {
  return kind !== 'index' && find<unknown>(before[registries[kind]], showName(name)) !== undefined;
}

/** Whoever says that a thing may be missing, of a table that nobody knows, knows that it is. */
function mayBeMissing(operation: Operation, table: Name, before: Schema | undefined): boolean {
  const allowed = 'ifExists' in operation && operation.ifExists === true;
  return allowed && before !== undefined && find(before.tables, showName(table)) === undefined;
}

function eachWith<T>(steps: readonly Step[], of: (operation: Operation, before: Schema) => readonly T[]): readonly T[] {
  return steps.flatMap((step) => done(step).flatMap((operation) => of(operation, step.before)));
}

type Uses = Map<string, { readonly table: Name; readonly rights: Set<Right> }>;

function addTo(uses: Uses, table: Name, rights: readonly Right[]): void {
  const key = showName(table);
  const entry = uses.get(key) ?? { table, rights: new Set() };
  for (const right of rights) entry.rights.add(right);
  uses.set(key, entry);
}

const listOf = (uses: Uses): readonly Used[] =>
  [...uses.values()].map(({ table, rights }) => ({ table, rights: [...rights] }));

export function wantsOf(steps: readonly Step[]): Wants {
  const makes: Made[] = [];
  const uses: Uses = new Map();
  const usesMade: Uses = new Map();
  /** Names that the script has made or taken away. */
  const handled = new Set<string>();
  const origin = new Map<string, Name | undefined>();
  let known = true;
  const use = (table: Name, rights: readonly Right[]): void => {
    const key = showName(table);
    const own = origin.has(key) ? origin.get(key) : table;
    if (own !== undefined) addTo(uses, own, rights);
    if (origin.has(key)) addTo(usesMade, table, rights);
  };
  const before = steps[0]?.before;
  const all = eachWith(steps, (operation, found) => [{ operation, found }]);
  const operations = all.map(({ operation }) => operation);
  for (const { operation, found } of all) {
    if (operation.kind === 'createTable') origin.set(showName(operation.table.name), undefined);
    for (const [table, ...rights] of usedBy(operation, found))
      if (!mayBeMissing(operation, table, before)) use(table, rights);
    for (const name of freedBy(operation)) handled.add(keyOf(name));
    for (const made of madeBy(operation)) {
      const key = keyOf(made.name);
      if (known && !handled.has(key) && before !== undefined && !wasThere(made, before)) makes.push(made);
      handled.add(key);
    }
    if (operation.kind === 'renameTable') moveOrigin(operation.table, operation.to, origin);
    known &&= !isUnknown(operation) && operation.kind !== 'dropSchema';
  }
  return {
    makes,
    makesOn: madeOnTables(steps),
    uses: listOf(uses),
    usesMade: listOf(usesMade),
    makesAnywhere: operations.some(isMadeAnywhere),
    collates: operations.some(isCollating),
    grants: grantedIn(operations),
    takes: takenIn(steps),
    needs: neededIn(steps),
    dropsViews: viewsTaken(operations),
    newNames: operations.flatMap((one) => (one.kind === 'renameTable' ? [inSchemaOf(one.table, one.to)] : [])),
    makesIn: placesOf(eachWith(steps, makingOf)),
    ...schemasOf(operations),
    programs: operations.flatMap(programsOf),
    keyless: eachWith(steps, keylessAfter),
    movesRights: eachWith(steps, movedRights),
  };
}

function viewsTaken(operations: readonly Operation[]): readonly Name[] {
  const own = new Set<string>();
  return operations.flatMap((operation) => {
    if (operation.kind !== 'createView' && operation.kind !== 'dropView') return [];
    const view = operation.kind === 'dropView' ? operation.view : operation.view.name;
    const isTaken = !own.has(keyOf(view)) && (operation.kind === 'dropView' || operation.replace);
    own.add(keyOf(view));
    return isTaken ? [view] : [];
  });
}

function schemasOf(operations: readonly Operation[]): Pick<Wants, 'schemas' | 'dropsSchemas'> {
  const schemas = operations.flatMap((one) => (one.kind === 'createSchema' ? [one.schema] : []));
  const dropped = operations.flatMap((one) => (one.kind === 'dropSchema' ? [one.schema] : []));
  return { schemas, dropsSchemas: dropped.filter((name) => !schemas.includes(name)) };
}

function moveOrigin(table: Name, to: string, origin: Map<string, Name | undefined>): void {
  const key = showName(table);
  origin.set(showName(inSchemaOf(table, to)), origin.has(key) ? origin.get(key) : table);
  origin.set(key, undefined);
}
