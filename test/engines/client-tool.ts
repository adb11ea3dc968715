/** Runs a client tool as a DBA's shell would, and finds where tools are. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Ran, Running } from './engine.ts';

export interface Call {
  readonly args: readonly string[];
  /** The file that the tool reads. */
  readonly stdin?: { readonly file: string };
  readonly env?: Readonly<Record<string, string>>;
}

/** A shell that starts client tools: the system copies the map of a starter's memory at every start, and ours is large. */
interface Porter {
  /** Where the tools write. */
  readonly folder: string;
  readonly waiting: Map<string, Waiting>;
  say(command: string): void;
}

interface Waiting {
  begun(pid: number): void;
  ended(status: number): void;
}

let porter: Porter | undefined;
let calls = 0;

/** It ends, and what it has started, when we are gone in any way. */
const manners = `trap 'rm -rf "$1"; kill -9 0' EXIT\n`;

function openPorter(): Porter {
  const folder = mkdtempSync(join(tmpdir(), 'migrator-porter-'));
  const shell = spawn('sh', ['-s', 'porter', folder], {
    detached: true,
    env: bareEnvironment(),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const waiting: Porter['waiting'] = new Map();
  const lines = createInterface(shell.stdout);
  lines.on('line', (line) => {
    const [id = '', what, number] = line.split(' ');
    if (what === 'began') waiting.get(id)?.begun(Number(number));
    else waiting.get(id)?.ended(Number(number));
  });
  for (const each of [shell, shell.stdin, shell.stdout] as unknown as readonly { unref(): void }[]) each.unref();
  shell.stdin.write(manners);
  return { folder, waiting, say: (command) => void shell.stdin.write(`${command}\n`) };
}

/** One word to the shell. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function take(file: string): string {
  const text = readFileSync(file, 'utf8');
  rmSync(file);
  return text;
}

export function startTool(tool: string, { args, stdin, env = {} }: Call): Running {
  porter ??= openPorter();
  const { folder, waiting, say } = porter;
  const id = String(++calls);
  const [out, err] = [join(folder, `${id}.out`), join(folder, `${id}.err`)];
  const set = Object.entries(env).map(([name, value]) => `${name}=${quoted(value)}`);
  const words = [...set, ...[tool, ...args].map(quoted)].join(' ');
  let begun: (pid: number) => void;
  const pid = new Promise<number>((resolve) => {
    begun = resolve;
  });
  const done = new Promise<Ran>((resolve) => {
    const ended = (status: number) => {
      waiting.delete(id);
      resolve({ status, stdout: take(out), stderr: take(err) });
    };
    waiting.set(id, { begun, ended });
  });
  say(
    `{ ${words} <${quoted(stdin?.file ?? '/dev/null')} >${out} 2>${err} & echo ${id} began $!; wait $!; echo ${id} ended $?; } &`,
  );
  return { done, kill: () => void pid.then((number) => say(`kill -9 ${number}`)) };
}

/** The caller's environment without what would change a client's behaviour behind the test's back. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|MYSQL|MARIADB|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C.UTF-8' };
}

/** The first of these programs that can be run: absolute paths, or names looked up in PATH and the sbin folders. */
export function findProgram(...names: readonly string[]): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin'];
  return names
    .flatMap((name) => (name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name))))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** The first number with a dot in what the program answers to `--version`. */
export function versionOf(program: string): string {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return /\d+(\.\d+)+/.exec(stdout ?? '')?.[0] ?? 'unknown';
}

/** Writes scripts into the folder under numbered names. */
export function scriptSaver(folder: string, name: string): (script: string | Uint8Array) => string {
  let saved = 0;
  return (script) => {
    const file = join(folder, `${name}-${++saved}.sql`);
    writeFileSync(file, script);
    return file;
  };
}
