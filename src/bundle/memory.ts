/** Remembers what a bundle was made from, so that an unchanged one need not be made again. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { verifyBundle } from './verify.ts';

/** Everything that a bundle's bytes depend on, besides the files of `Making`. */
export interface Asked {
  /** Values without functions: version, target, range, arguments, digests of the revisions. */
  readonly inputs: unknown;
  readonly folder: string;
}

/** What was read while it was made; absolute paths. */
export interface Making {
  /** With the SHA-256 of what was read. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths that were looked for and not found: a file there would be read instead. */
  readonly absent: Iterable<string>;
}

interface Entry {
  readonly inputs: string;
  readonly files: Readonly<Record<string, string>>;
  readonly absent: readonly string[];
  readonly sums: string;
}

export interface Memory {
  /** True when the bundle in its folder is, to the byte, what would be made now. */
  stands(asked: Asked): boolean;
  remember(asked: Asked, making: Making): void;
  /** Writes what was remembered. */
  save(): void;
}

const folderName = '.migrator';
const fileName = 'bundles.json';

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function sumOf(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** Packages whose other version may write other bytes, or answer otherwise what revisions read. */
const deciding = [
  'knex',
  'sql-formatter',
  'sucrase',
  'jiti',
  'js-tokens',
  'mustache',
  'csv-parse',
  '@electric-sql/pglite',
  'node-sqlite3-wasm',
] as const;

/** Read beside the package's code, because a package need not let its package.json be imported. */
function versionOf(name: string, codeFolder: string): string {
  const folders = createRequire(join(codeFolder, 'memory.js')).resolve.paths(name) ?? [];
  for (const folder of folders) {
    const found = parsed(join(folder, name, 'package.json'));
    if (isRecord(found)) return String(found.version);
  }
  return '';
}

/** By the folder of the code, which does not change while it runs. */
const codeSums = new Map<string, string>();

/** Of what runs: what was built, or where nothing is, its source. */
function codeSum(codeFolder: string): string {
  const known = codeSums.get(codeFolder);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  const names = readdirSync(codeFolder, { recursive: true, encoding: 'utf8' });
  for (const name of names.sort()) if (/\.[jt]s$/.test(name)) hash.update(readFileSync(join(codeFolder, name)));
  const sum = hash.digest('hex');
  codeSums.set(codeFolder, sum);
  return sum;
}

/** The program's own code and the packages under it: another build may write other bytes. */
function programOf(codeFolder: string): unknown {
  const versions = deciding.map((name) => [name, versionOf(name, codeFolder)]);
  return [codeSum(codeFolder), versions];
}

/** JSON has a word for every number but these. */
function withAllNumbers(_key: string, value: unknown): unknown {
  const isOdd = typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0));
  return isOdd ? { number: Object.is(value, -0) ? '-0' : String(value) } : value;
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value) || typeof value.inputs !== 'string' || typeof value.sums !== 'string') return false;
  const paths = Array.isArray(value.absent) && value.absent.every((path) => typeof path === 'string');
  return paths && isRecord(value.files);
}

/** What is no memory of ours is forgotten. */
function readEntries(path: string): Record<string, Entry> {
  const found = parsed(path);
  const entries = Object.entries(isRecord(found) ? found : {});
  return Object.fromEntries(entries.filter((pair): pair is [string, Entry] => isEntry(pair[1])));
}

function unchanged(entry: Entry): boolean {
  return (
    Object.entries(entry.files).every(([file, sum]) => sumOf(file) === sum) &&
    !entry.absent.some((path) => existsSync(path))
  );
}

/** A folder that cannot be written costs time at the next run, and nothing else. */
function saveEntries(folder: string, path: string, entries: Readonly<Record<string, Entry>>): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '.gitignore'), '*\n');
    writeFileSync(`${path}.new`, JSON.stringify(entries));
    renameSync(`${path}.new`, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).errno === undefined) throw error;
  }
}

/** `root` is the project's folder, `codeFolder` the program's. Both absolute. */
export function openMemory(root: string, codeFolder: string): Memory {
  const folder = join(root, folderName);
  const path = join(folder, fileName);
  const entries = readEntries(path);
  const program = programOf(codeFolder);
  const inputsOf = ({ inputs }: Asked): string =>
    sha256(JSON.stringify([program, process.version, inputs], withAllNumbers));
  const sumsOf = (bundle: string): string | undefined => sumOf(join(bundle, 'SHA256SUMS'));
  return {
    stands(asked) {
      const entry = entries[asked.folder];
      if (entry === undefined || entry.inputs !== inputsOf(asked) || !unchanged(entry)) return false;
      return sumsOf(asked.folder) === entry.sums && verifyBundle(asked.folder).length === 0;
    },
    remember(asked, { files, absent }) {
      const sums = sumsOf(asked.folder);
      if (sums === undefined) return;
      entries[asked.folder] = { inputs: inputsOf(asked), files: Object.fromEntries(files), absent: [...absent], sums };
    },
    save: () => saveEntries(folder, path, entries),
  };
}
