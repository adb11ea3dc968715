/** What a target asked a script to expect, spelled for its database. */

import { MigratorError, type Place } from '../../errors.ts';
import type { Step } from '../../operation/done.ts';
import type { Right, Used } from '../../operation/rights-used.ts';
import { type NamedRole, rolesOf } from '../../operation/roles.ts';
import { type Wants, wantsOf } from '../../operation/wants.ts';
import { type Name, showName } from '../../schema/name.ts';
import { type ExpectWord, expectWords } from '../names.ts';
import type { Asked, ExpectAccent, None, RoleAsked } from './accent.ts';

export interface Expectation extends Asked {
  /** Whatever the version table says; unless the database is at the script's end; or only where the script begins at its beginning. */
  readonly when: 'always' | 'undone' | 'beginning';
  /** It asks for a role. */
  readonly role?: true;
}

/** What the keys `database` and `expect` of a target say, and where. */
export interface Expected {
  readonly database?: { readonly name: string; readonly place: Place };
  readonly expect?: { readonly words: readonly ExpectWord[]; readonly place?: Place };
}

/** What else the questions are made of. */
export interface Ground {
  readonly title: string;
  readonly accent: ExpectAccent;
  readonly serverVersion: string;
  readonly schema?: string;
  readonly steps: readonly Step[];
  /** The script's own table, and whether it may have to be made. */
  readonly versionTable: Name;
  readonly fromBase: boolean;
  /** knex keeps the version table, where it looks for it. */
  readonly ofKnex: boolean;
  /** Tables whose rows its checks look at. */
  readonly reads: readonly Name[];
  /** Where the script notes how far it is and what it did, first in the version table; asked about where reading is, too. */
  readonly notes: readonly [version: Used, ...beside: Used[]];
}

const at = (when: Expectation['when'], asked: readonly Asked[]): readonly Expectation[] =>
  asked.map((one) => ({ ...one, when }));

function asksOf<T>(ask: T | None, what: string, title: string, place: Place | undefined): T {
  if (!isNone(ask)) return ask;
  throw new MigratorError('unsupported', `${title} cannot be asked for its ${what}: ${ask.none}`, {
    hint: `Leave ${what === 'database' ? 'database' : `"${what}" of expect`} out of this target.`,
    ...(place === undefined ? {} : { place }),
  });
}

/** Everything that the engine can be asked, whatever the target says; the database alone is asked where it is named. */
export function everyExpectation({ database }: Pick<Expected, 'database'>, ground: Ground): readonly Expectation[] {
  const { accent, schema } = ground;
  const missing: Readonly<Partial<Record<ExpectWord, boolean>>> = {
    schema: schema === undefined || isNone(accent.schema),
    privileges: isNone(accent.privileges),
    roles: isNone(accent.role),
  };
  const words = expectWords.filter((word) => missing[word] !== true);
  return expectedIn({ ...(database === undefined ? {} : { database }), expect: { words } }, ground);
}

function isNone<T>(ask: T | None): ask is None {
  return typeof ask === 'object' && ask !== null && 'none' in ask;
}

/** Throws `unsupported` for what the engine has nothing of, and `bad-value` for a schema that the target does not name. */
export function expectationsOf(expected: Expected, ground: Ground): readonly Expectation[] {
  const all = expectedIn(expected, ground);
  if (expected.expect?.words.includes('privileges') !== true) return all;
  const asked = new Set(all.map(({ fault }) => fault));
  const reading = [...at('always', readingOwn(ground)), ...at('undone', readingRows(ground))];
  return [...all, ...reading.filter(({ fault }) => !asked.has(fault))];
}

/** Asked before the script reads where it stands; who asks for more than that asks for all of it together. */
function readingOwn({ accent, notes, serverVersion }: Ground): readonly Asked[] {
  const own = notes.map(({ table }) => accent.ownName?.(table) ?? table);
  return accent.reading?.(own, serverVersion) ?? [];
}

function readingRows({ accent, reads, serverVersion }: Ground): readonly Asked[] {
  const tables = new Map(reads.map((table) => [showName(table), table]));
  return accent.reading?.([...tables.values()], serverVersion) ?? [];
}

function expectedIn({ database, expect }: Expected, ground: Ground): readonly Expectation[] {
  const { accent, title } = ground;
  const named =
    database === undefined ? [] : [asksOf(accent.database, 'database', title, database.place)(database.name)];
  const words = expect?.words ?? [];
  return [
    ...at('always', named),
    ...at('always', collations(ground)),
    ...expectWords.flatMap((word) => (words.includes(word) ? expected(word, ground, expect?.place) : [])),
    ...at('always', usable(ownSchemas(ground), ground)),
    ...at('undone', accent.writable === undefined ? [] : [accent.writable(ground.serverVersion)]),
    ...at('undone', accent.transactional?.(changedBy(ground)) ?? []),
    ...at('undone', somewhere(ground)),
    ...at('undone', sameSchema(ground)),
    ...at('undone', accent.granting?.(wantsOf(ground.steps).grants) ?? []),
    ...at('undone', accent.settings?.(wantsOf(ground.steps), ground.serverVersion) ?? []),
  ];
}

function collations({ accent, steps }: Ground): readonly Asked[] {
  return accent.collations !== undefined && wantsOf(steps).collates ? [accent.collations] : [];
}

function ownSchemas({ schema, versionTable }: Ground): readonly string[] {
  return [...new Set([schema, versionTable.schema])].filter((one) => one !== undefined);
}

/** What the script makes is open to it. */
function usable(schemas: readonly string[], { accent, steps }: Ground): readonly Asked[] {
  const { schemas: made } = wantsOf(steps);
  return accent.usable?.(schemas.filter((name) => !made.includes(name))) ?? [];
}

function otherSchemas(wants: Wants, ground: Ground): readonly string[] {
  const { uses, makesIn, dropsViews, takes, needs, grants } = wants;
  const things: readonly { readonly schema?: string | undefined }[] = [
    ...makesIn,
    ...uses.map(({ table }) => table),
    ...dropsViews,
    ...[...takes, ...needs].map(({ name }) => name),
    ...grants.map(({ grant }) => grant.on.name),
  ];
  const own = ownSchemas(ground);
  const named = new Set(things.flatMap(({ schema }) => (schema === undefined || own.includes(schema) ? [] : [schema])));
  return [...named].sort();
}

function sameSchema({ accent, schema, versionTable, steps, ofKnex }: Ground): readonly Asked[] {
  const isNamed = (versionTable.schema ?? schema) !== undefined;
  if (isNamed || ofKnex || accent.sameSchema === undefined || !wantsOf(steps).makesAnywhere) return [];
  return [accent.sameSchema(versionTable.name)];
}

function somewhere({ accent, schema, versionTable, steps, fromBase }: Ground): readonly Asked[] {
  if (schema !== undefined || accent.somewhere === undefined) return [];
  const makesOwn = fromBase && versionTable.schema === undefined;
  return makesOwn || wantsOf(steps).makesAnywhere ? [accent.somewhere] : [];
}

const changing: ReadonlySet<Right> = new Set(['insert', 'update', 'delete']);

/** Tables whose rows the script changes, its own among them. */
function changedBy({ steps, versionTable, schema }: Ground): readonly Name[] {
  const own = versionTable.schema === undefined && schema !== undefined ? { ...versionTable, schema } : versionTable;
  const used = wantsOf(steps).uses.filter(({ rights }) => rights.some((right) => changing.has(right)));
  return [own, ...used.map(({ table }) => table)];
}

interface RoleQuestion {
  readonly role: NamedRole;
  readonly asked: RoleAsked;
}

function roleQuestions(
  ask: Exclude<ExpectAccent['role'], None>,
  { steps, serverVersion }: Ground,
): readonly RoleQuestion[] {
  return rolesOf(steps).flatMap((role) => {
    const asked = ask(role.name, serverVersion);
    return asked === undefined ? [] : [{ role, asked }];
  });
}

const isCertain = ({ role, asked }: RoleQuestion): boolean => !role.mayBeMade && asked.doubtful !== true;

/** Roles that may be missing when the script comes to them, and that nobody can tell of for certain before. */
export function roleHints(ground: Ground): readonly Asked[] {
  const { role: ask } = ground.accent;
  if (isNone(ask)) return [];
  return roleQuestions(ask, ground).flatMap((one) => {
    const { unseen, expects } = one.asked;
    return [...(isCertain(one) ? [] : [one.asked]), ...(unseen === undefined ? [] : [{ fault: unseen, expects }])];
  });
}

/** What the account may lack without anybody being able to tell. */
export function rightHints({ accent, steps, serverVersion }: Ground): readonly Asked[] {
  return accent.hints?.(wantsOf(steps), serverVersion) ?? [];
}

/** Undefined where the names without a schema lead. */
function ownPlace({
  schema,
  versionTable,
}: Pick<Ground, 'versionTable'> & { schema: string | undefined }): string | undefined {
  return versionTable.schema === schema ? undefined : versionTable.schema;
}

/** The tables of the script itself are made where those of the target are, or in a schema of their own. */
function withOwnTables(
  { uses, usesMade, ...others }: Wants,
  { accent, schema, versionTable, fromBase, notes }: Ground,
): Wants {
  const own = notes.map((one) => ({ ...one, table: accent.ownName?.(one.table) ?? one.table }));
  const known: Wants = { ...others, usesMade, uses: accent.reading === undefined ? uses : [...uses, ...own] };
  if (accent.makingOwn !== undefined || (!fromBase && accent.createsAnyway !== true)) return known;
  const wants: Wants = { ...known, usesMade: [...usesMade, ...own] };
  const place = ownPlace({ schema, versionTable });
  const tables = own.map(({ table }) => table.name);
  const making = { schema: place, kinds: ['table'], tables } as const;
  if (wants.makesIn.every((one) => one.schema !== place)) return { ...wants, makesIn: [...wants.makesIn, making] };
  const makesIn = wants.makesIn.map((one) =>
    one.schema === place
      ? { ...one, kinds: [...one.kinds, 'table'] as const, tables: [...one.tables, ...tables] }
      : one,
  );
  return { ...wants, makesIn };
}

/** Where a schema may be closed, names without one would be asked about in the next that is open. */
function placed(wants: Wants, { accent, schema }: Ground): Wants {
  if (accent.usable === undefined || schema === undefined) return wants;
  return { ...wants, makesIn: wants.makesIn.map((one) => ({ ...one, schema: one.schema ?? schema })) };
}

/** Where the script makes other things in their place, too, it is asked already. */
function makingOwn(
  { makesIn }: Wants,
  { accent, schema, versionTable, notes: [version, ...others] }: Ground,
): readonly Asked[] {
  const place = ownPlace({ schema, versionTable });
  if (accent.makingOwn === undefined || makesIn.some((one) => one.schema === place)) return [];
  return [accent.makingOwn([version.table, ...others.map(({ table }) => table)])];
}

function expected(word: ExpectWord, ground: Ground, place: Place | undefined): readonly Expectation[] {
  const { accent, title, serverVersion, schema } = ground;
  const wants = wantsOf(ground.steps);
  switch (word) {
    case 'version':
      return at('always', [accent.version(serverVersion)]);
    case 'schema': {
      const ask = asksOf(accent.schema, word, title, place);
      if (schema !== undefined) return wants.schemas.includes(schema) ? [] : at('always', [ask(schema)]);
      throw new MigratorError('bad-value', 'expect says "schema", but the target names none', {
        hint: 'Add schema = … to the target, or leave "schema" out of expect.',
        ...(place === undefined ? {} : { place }),
      });
    }
    case 'privileges':
      return at('undone', [
        ...usable(otherSchemas(wants, ground), ground),
        ...makingOwn(wants, ground),
        ...asksOf(accent.privileges, word, title, place)(placed(withOwnTables(wants, ground), ground), serverVersion),
      ]);
    case 'roles': {
      const named = roleQuestions(asksOf(accent.role, word, title, place), ground).filter(isCertain);
      return named.map(({ asked: { doubtful: _, unseen: __, ...asked } }) => ({
        when: 'beginning',
        role: true,
        ...asked,
      }));
    }
    case 'free names':
      return at('beginning', [
        ...accent.freeNames(wants.makes, serverVersion),
        ...(accent.freeOnTables?.(wants.makesOn, serverVersion) ?? []),
      ]);
  }
}
