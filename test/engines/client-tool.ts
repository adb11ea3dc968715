/** Runs a client tool as a DBA's shell would, and finds where tools are. */
import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { accessSync, closeSync, constants, openSync, writeFileSync } from 'node:fs';
import { constants as system } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Ran, Running } from './engine.ts';

export interface Call {
  readonly args: readonly string[];
  /** What the tool reads: a file, or text. */
  readonly stdin?: { readonly file: string } | { readonly text: string };
  readonly env?: Readonly<Record<string, string>>;
}

export function startTool(tool: string, call: Call): Running {
  const input = call.stdin && 'file' in call.stdin ? openSync(call.stdin.file, 'r') : undefined;
  const stdio: SpawnOptions['stdio'] = [input ?? (call.stdin ? 'pipe' : 'ignore'), 'pipe', 'pipe'];
  const child = spawn(tool, call.args, { stdio, env: { ...bareEnvironment(), ...call.env } });
  if (input !== undefined) closeSync(input);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin?.on('error', () => {}); // a client that stopped reading says why by its status
  if (call.stdin && 'text' in call.stdin) child.stdin?.end(call.stdin.text);
  const done = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const status = code ?? 128 + (signal ? system.signals[signal] : 0);
      resolve({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
  });
  return { done, kill: () => void child.kill('SIGKILL') };
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
