/** What a script finds, how its client takes errors, and what must come of it; docs/faults.md is made from it. */
import type { Engine } from './engine.ts';

export const states = [
  'right',
  'no version table',
  'base (an empty table)',
  'wrong revision',
  'two heads',
  'already applied',
  'part-way, by this script',
  'a foreign row',
  'a row twice (no key)',
] as const;
export type State = (typeof states)[number];

export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

/** `refused`: expected and found are named, nothing is changed. `nothing to do`: said so, nothing is changed. */
export type Outcome = 'applied' | 'nothing to do' | 'refused' | 'goes on';

export function outcomeOf({ dialect }: Pick<Engine, 'dialect'>, state: State): Outcome {
  if (state === 'right') return 'applied';
  if (state === 'already applied') return 'nothing to do';
  if (state === 'part-way, by this script') return dialect === 'sqlite' ? 'refused' : 'goes on';
  return 'refused';
}

/** Up from b2 to d4, down from d4 to b2. */
export const path: Readonly<Record<Direction, readonly string[]>> = {
  up: ['b2', 'c3', 'd4'],
  down: ['d4', 'c3', 'b2'],
};

/** The version rows that a script finds; undefined where there is no table. */
export function rowsOf(state: State, direction: Direction): readonly string[] | undefined {
  const [from, , to] = path[direction] as [string, string, string];
  switch (state) {
    case 'no version table':
      return undefined;
    case 'base (an empty table)':
      return [];
    case 'wrong revision':
      return ['zz'];
    case 'two heads':
      return [from, to];
    case 'already applied':
      return [to];
    case 'a foreign row':
      return [from, 'x9'];
    case 'a row twice (no key)':
      return [from, from];
    default:
      return [from];
  }
}

/** What the version table holds, as a guard names it. */
export function found(state: State, direction: Direction): string {
  if (state === 'no version table') return 'no version table';
  if (state === 'part-way, by this script') return path[direction][1]!;
  return [...rowsOf(state, direction)!].sort().join(', ') || 'base';
}

export interface Clients {
  readonly title: string;
  readonly dialect: Engine['dialect'];
  readonly engines: readonly Engine['name'][];
  readonly ways: readonly string[];
  /** What is not as on a server. */
  readonly apart?: string;
}

/** Each way is one of `waysOf`, whose names a test compares. */
export const clients: readonly Clients[] = [
  {
    title: 'PostgreSQL 15, psql',
    dialect: 'postgresql',
    engines: ['postgresql', 'postgresql-embedded'],
    ways: ['the documented way', 'going on after errors'],
  },
  {
    title: 'PostgreSQL 18 as WebAssembly, psql',
    dialect: 'postgresql',
    engines: ['postgresql-wasm'],
    ways: ['the documented way', 'going on after errors'],
    apart:
      'it is one session for whoever connects, so the lock against a second script keeps nobody out, and what a refused script has set stays set; and it cannot be killed. The table is the same.',
  },
  {
    title: 'MariaDB 10.11, mariadb',
    dialect: 'mariadb',
    engines: ['mariadb'],
    ways: ['the documented way', 'going on after errors', 'source'],
  },
  {
    title: 'MySQL 5.6, mariadb',
    dialect: 'mysql',
    engines: ['mysql'],
    ways: ['the documented way', 'going on after errors', 'source'],
  },
  {
    title: 'SQLite 3, sqlite3',
    dialect: 'sqlite',
    engines: ['sqlite'],
    ways: ['the documented way', 'going on after errors'],
  },
];
