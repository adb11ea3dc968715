/** Runs a client tool as a DBA's shell would, and finds where tools are. */
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { accessSync, constants, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Ran, Running } from './engine.ts';

export interface Call {
  readonly args: readonly string[];
  /** What the tool reads: a file, or text. */
  readonly stdin?: { readonly file: string } | { readonly text: string };
  readonly env?: Readonly<Record<string, string>>;
}

interface Said {
  readonly id: number;
  readonly error?: string;
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Porter {
  readonly process: ChildProcess;
  readonly waiting: Map<number, (said: Said) => void>;
}

let porter: Porter | undefined;
let calls = 0;

function openPorter(): Porter {
  const started = fork(new URL('porter.mjs', import.meta.url), { execArgv: [], serialization: 'advanced' });
  const waiting: Porter['waiting'] = new Map();
  started.on('message', (said: Said) => {
    waiting.get(said.id)?.(said);
    waiting.delete(said.id);
  });
  started.unref();
  started.channel?.unref();
  return { process: started, waiting };
}

export function startTool(tool: string, { args, stdin, env }: Call): Running {
  porter ??= openPorter();
  const { process: starter, waiting } = porter;
  const id = ++calls;
  const done = new Promise<Ran>((resolve, reject) => {
    waiting.set(id, ({ error, status, stdout, stderr }) => {
      if (error === undefined) resolve({ status, stdout, stderr });
      else reject(new Error(error));
    });
  });
  starter.send({ id, tool, args, stdin, env: { ...bareEnvironment(), ...env } });
  return { done, kill: () => void starter.send({ id, kill: true }) };
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
