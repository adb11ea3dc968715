/** Where a script can be interrupted, and what interrupts it; no place is found by waiting for a time. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Part } from '../../src/dialect/client.ts';
import { compose } from '../../src/script/compose.ts';
import { print } from '../../src/script/print.ts';
import { frameOf, type Made, recordingOf } from '../unit/script/made.ts';
import { type Database, type Engine, isOfMysql, type Running } from './engine.ts';
import { tools } from './scripts.ts';

/** A place between two commands of a script. */
export interface Point {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** What the client has just done, or is doing. */
  readonly part: Part;
  readonly endsPart: boolean;
}

/** Every place between two of the script's commands, from its first revision on. */
export function pointsOf(engine: Engine, made: readonly Made[]): readonly Point[] {
  const [dialect, client] = tools[engine.dialect];
  const recordings = made.map(recordingOf);
  const frame = frameOf(recordings, { serverVersion: engine.version });
  const parts = compose(recordings, frame, dialect);
  const pieces = parts.map((part) => ({ part, text: [...print([part], client, frame)].join('') }));
  const whole = pieces.map(({ text }) => text).join('');
  let start = 0;
  return pieces.flatMap(({ part, text }) => {
    const from = start;
    start += text.length;
    if (['comment', 'open', 'admit'].includes(part.part)) return [];
    const ends = commandEnds(text, engine);
    return ends.map((end, n): Point => {
      const at = from + end;
      const before = whole.slice(0, at);
      const name = `line ${before.split('\n').length}: ${nameOf(part)}, ${n + 1} of ${ends.length}`;
      return { name, before, after: whole.slice(at), part, endsPart: n === ends.length - 1 };
    });
  });
}

function nameOf(part: Part): string {
  if (!('entry' in part)) return part.part;
  const { revision, step, steps } = part.entry;
  return `${revision} ${step}/${steps} ${part.part}`;
}

/** Offsets after each line that ends a command of the server's; what is done only after a failure is one with it. */
function commandEnds(text: string, { dialect }: Engine): readonly number[] {
  const ends: number[] = [];
  let at = 0;
  let inside = false;
  let repairs = false;
  for (const line of text.split(/(?<=\n)/)) {
    at += line.length;
    const words = line.trim();
    if (dialect === 'postgresql') {
      if ((words.match(/\$\w*\$/g)?.length ?? 0) % 2 === 1) inside = !inside;
    } else if (/^DELIMITER /.test(words)) inside = words !== 'DELIMITER ;';
    if (/^\\if :migrator_(?:failed|invalid)$/.test(words)) repairs = true;
    else if (/^\\(?:else|endif)$/.test(words)) repairs = false;
    const ended = /^[^\\].*(?:;|\\gset)$|^DELIMITER ;$/.test(words);
    if (ended && !inside && !repairs && dialect !== 'sqlite') ends.push(at);
  }
  if (text !== '' && ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

/** The line that ends the client the hard way. */
export function suicide({ dialect }: Engine): string {
  return `${dialect === 'sqlite' ? '.shell' : '\\!'} kill -9 $PPID\n`;
}

/** The statement with which the server ends this client's connection. */
export function disconnection(engine: Engine): string {
  return isOfMysql(engine) ? 'KILL CONNECTION_ID();\n' : 'SELECT pg_terminate_backend(pg_backend_pid());\n';
}

const folder = mkdtempSync(join(tmpdir(), 'migrator-gates-'));
let gates = 0;

export const forgetGates = (): void => rmSync(folder, { recursive: true, force: true });

/** A line at which a client stays until the gate is opened. */
export interface Gate {
  readonly line: string;
  reached(client: Running): Promise<void>;
  open(): void;
}

export function makeGate(): Gate {
  const path = join(folder, `${++gates}`);
  const wait = join(folder, `${gates}.sh`);
  // mysql's own commands end at a semicolon, so the loop is a file
  writeFileSync(wait, `touch ${path}\nn=0\nwhile [ -e ${path} ] && [ $n -lt 3000 ]\ndo sleep 0.02\nn=$((n+1))\ndone\n`);
  return {
    line: `\\! sh ${wait}\n`,
    async reached(client) {
      const ended = client.done.then((ran) => {
        throw new Error(`the client ended before the gate:\n${ran.stdout}${ran.stderr}`);
      });
      ended.catch(() => {});
      await Promise.race([until(async () => existsSync(path), 'the gate'), ended]);
    },
    open: () => rmSync(path, { force: true }),
  };
}

export async function until(asked: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(20)) if (await asked()) return;
  throw new Error(`waited for ${what} in vain`);
}

/** Sessions of this database that wait for another's lock, by their numbers. */
export async function waiting(engine: Engine, database: Database): Promise<readonly string[]> {
  const sql = isOfMysql(engine)
    ? "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND state LIKE 'Waiting for%'"
    : "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  return (await database.query(sql)).flat().filter((id) => id !== null);
}

export async function disconnect(engine: Engine, database: Database, session: string): Promise<void> {
  await database.query(isOfMysql(engine) ? `KILL ${session}` : `SELECT pg_terminate_backend(${session})`);
}
