/** What a script may expect of the database that it finds, and what each engine can be asked of it. */

import type { Granted } from '../../operation/granted.ts';
import type { MadeIn } from '../../operation/made-in.ts';
import type { Made } from '../../operation/names-made.ts';
import type { MadeOn } from '../../operation/names-made-on.ts';
import type { Right, Used } from '../../operation/rights-used.ts';
import type { Wants } from '../../operation/wants.ts';
import { type Name, showName } from '../../schema/name.ts';
import { joined } from '../text.ts';

/** A question to the database. */
export interface Asked {
  /** SQL of one text, which says what is expected and what is there instead; NULL where all is well. */
  readonly fault: string;
  /** What is expected, where only fixed words can be said: `expects SQLite 3.40 or later` */
  readonly expects: string;
  /** A table that it reads and that not every account is shown; whoever is not shown it is not asked. */
  readonly reads?: Name;
}

/** A question for a role. */
export interface RoleAsked extends Asked {
  /** What it finds proves nothing: the catalog does not show every role to every account, or the engine makes it when it gets rights. */
  readonly doubtful?: true;
  /** The same for an account that is shown too little to be asked. */
  readonly unseen?: string;
}

/** Why an engine has nothing of the kind, as the end of a sentence. */
export interface None {
  readonly none: string;
}

/** What is looked for in a catalog. */
export interface Sought {
  /** The target's. */
  readonly schema?: string;
  /** Everything that is shown to whoever has any right on it. */
  readonly tables: readonly Name[];
  /** Tables with triggers. */
  readonly triggered: readonly Name[];
  readonly routines: readonly Name[];
}

export interface ExpectAccent {
  readonly database: ((name: string) => Asked) | None;
  /** A server of this product, and not an older one. */
  readonly version: (version: string) => Asked;
  readonly schema: ((name: string) => Asked) | None;
  readonly privileges: ((wants: Wants, version: string) => readonly Asked[]) | None;
  /** The right to find things in schemas; asked of every script for its own, and beside other rights for those that revisions name. */
  readonly usable?: (schemas: readonly string[]) => readonly Asked[];
  /** How the catalog has the names of a script's own tables, where that is otherwise than they are written. */
  readonly ownName?: (table: Name) => Name;
  /** The right to read, which asking for anything else needs; absent where it is not known beforehand. */
  readonly reading?: (tables: readonly Name[], version: string) => readonly Asked[];
  /** That the catalog shows it, where it keeps things from accounts without rights on them. */
  readonly seeing?: (sought: Sought, version: string) => readonly Asked[];
  /** Undefined for a word that stands for a role, or for whoever asks. */
  readonly role: ((role: string, version: string) => RoleAsked | undefined) | None;
  readonly freeNames: (makes: readonly Made[], version: string) => readonly Asked[];
  /** Names on tables, as far as the engine would refuse them. */
  readonly freeOnTables?: (makes: readonly MadeOn[], version: string) => readonly Asked[];
  /** Asked of every script, for the tables whose rows it changes, where some tables cannot take part in a transaction. */
  readonly transactional?: (tables: readonly Name[]) => readonly Asked[];
  /**
   * Asked of every script that makes something without a schema, for a version table without one: where names are found in
   * more schemas than the one that new things go to, a database would end up in two.
   */
  readonly sameSchema?: (versionTable: string) => Asked;
  /** Asked of every script that makes something without a schema, its own tables among it, where that may lead nowhere. */
  readonly somewhere?: Asked;
  /** Asked of every script that gives or takes rights, where a server that does neither only warns. */
  readonly granting?: (grants: readonly Granted[]) => readonly Asked[];
  /** Asked of every script, where a server can be one that takes no changes from anybody. */
  readonly writable?: (version: string) => Asked;
  /** Asked of every script, where settings of the server keep it from making or taking away what others may. */
  readonly settings?: (wants: Pick<Wants, 'programs' | 'keyless'>, version: string) => readonly Asked[];
  /** What an account may lack and cannot be asked about; preflights tell it. */
  readonly hints?: (wants: Pick<Wants, 'programs'>, version: string) => readonly Asked[];
  /** Asked of every script that gives a column a collation, where not every database takes one. */
  readonly collations?: Asked;
  /** CREATE TABLE IF NOT EXISTS needs the right to create, though the table is there. */
  readonly createsAnyway?: true;
  /** Asked instead where the script makes its own tables only where they are missing; the first is the version table. */
  readonly makingOwn?: (tables: readonly [Name, ...Name[]]) => Asked;
}

/** NULL unless the condition holds. */
export const unless = (wrong: string, words: string): string => `CASE WHEN ${wrong} THEN ${words} END`;

/** The first fault of several. */
export function firstOf(faults: readonly string[]): string {
  return faults.length === 1 ? faults[0]! : `COALESCE(\n    ${faults.join(',\n    ')})`;
}

export interface Group<K extends string> {
  readonly kind: K;
  readonly schema: string | undefined;
  readonly names: readonly string[];
}

/** Names of one kind in one schema, so that one question is enough for them. */
export function grouped<K extends string>(
  all: readonly { readonly kind: K; readonly name: Name }[],
): readonly Group<K>[] {
  const groups = new Map<string, { kind: K; schema: string | undefined; names: string[] }>();
  for (const { kind, name } of all) {
    const key = `${kind} ${showName({ ...name, name: '' })}`;
    const group = groups.get(key) ?? { kind, schema: name.schema, names: [] };
    group.names.push(name.name);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The tables that any of the rights is needed of. */
export function tablesFor(uses: readonly Used[], wanted: readonly Right[]): readonly Name[] {
  return uses.filter(({ rights }) => rights.some((right) => wanted.includes(right))).map(({ table }) => table);
}

const objects: ReadonlySet<MadeIn['kinds'][number]> = new Set(['table', 'view', 'sequence', 'enum']);

/** Something is made there that is no part of a table. */
export const makesObjects = ({ kinds }: MadeIn): boolean => kinds.some((kind) => objects.has(kind));

/** Of what gets a name: a key that has an index is one, any constraint of a table the other. */
export type NamedKind = Made['kind'] | 'key' | 'constraint' | 'column' | 'trigger' | 'partition' | 'routine';

const plurals: Readonly<Record<NamedKind, string>> = {
  table: 'tables',
  view: 'views',
  sequence: 'sequences',
  enum: 'enumerated types',
  index: 'indexes',
  key: 'keys',
  constraint: 'constraints',
  column: 'columns',
  trigger: 'triggers',
  partition: 'partitions',
  routine: 'routines',
};
const nouns: Readonly<Record<NamedKind, string>> = {
  table: 'table',
  view: 'view',
  sequence: 'sequence',
  enum: 'enumerated type',
  index: 'index',
  key: 'key',
  constraint: 'constraint',
  column: 'column',
  trigger: 'trigger',
  partition: 'partition',
  routine: 'routine',
};

/** For one name that is taken, and for several; `place` stands before each. */
export interface TakenWords {
  readonly start: readonly [one: string, more: string];
  readonly place: string;
  readonly end: readonly [one: string, more: string];
}

export function takenWords({ kind, schema }: Pick<Group<NamedKind>, 'kind' | 'schema'>): TakenWords {
  return {
    start: [`makes ${nouns[kind]} `, `makes ${plurals[kind]} `],
    place: schema === undefined ? '' : `${schema}.`,
    end: [', but that name is taken already', ', but those names are taken already'],
  };
}

export function freeWords(kind: NamedKind): string {
  return `expects the names of the ${plurals[kind]} that it makes to be free`;
}

/** A condition that any of the parts fulfils. */
export const anyOf = (conditions: readonly string[]): string => `(${joined(conditions, ' OR ')})`;

/** The numbers of a version, as many as are asked for; what it leaves open is 0. */
export function numbersOf(version: string, count: number): readonly number[] {
  const given = (version.match(/\d+/g) ?? []).map(Number);
  return Array.from({ length: count }, (_, at) => given[at] ?? 0);
}

/** The words around the schema of the version table and that of new tables; `before`: how a session changes that. */
export const sameSchemaWords = (versionTable: string, before: string): readonly [string, string, string] => [
  'expects new tables to be made in schema ',
  `, where ${versionTable} is, but this account makes them in schema `,
  `: let the target of migrator.toml name the schema, or ${before}`,
];

/** What is expected of a server, or of a database. */
export const writableWords = (of: 'server' | 'database'): string => `expects a ${of} that takes changes`;

export const versionWords = (title: string, version: string): string => `expects ${title} ${version} or later`;
