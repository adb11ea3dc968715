/** A database server of one's own: a temporary folder, another user when we are root, and an end that always comes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Whoever servers run as: nobody in particular when we are root (they refuse root), else ourselves. */
export const account: Account | undefined = process.getuid?.() === 0 ? accountOf('postgres', 'nobody') : undefined;

function accountOf(...names: readonly string[]): Account {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of names) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65534, gid: 65534 };
}

/** A temporary folder that is removed, with the server named in its `server.pid`, even when this process is killed. */
export interface Lair {
  readonly folder: string;
  /** Starts the server in it and waits until `ready` answers. */
  launch(program: string, args: readonly string[], ready: () => Promise<boolean>): Promise<void>;
  /** Ends the server with the lair's signal, as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  remove(): Promise<void>;
}

/** The reaper sleeps on a pipe that only we hold open: it wakes up when we close it, and when we die in any way. */
const reaper = `
trap '' INT TERM HUP
cat >/dev/null
pid=$(cat "$1/server.pid" 2>/dev/null)
if [ -n "$pid" ]; then
  kill -"$2" "$pid" 2>/dev/null
  n=0; while kill -0 "$pid" 2>/dev/null && ! grep -qs ') Z ' "/proc/$pid/stat" && [ $n -lt 30 ]; do sleep 0.1; n=$((n+1)); done
  kill -KILL "$pid" 2>/dev/null
fi
rm -rf "$1" || { sleep 1; rm -rf "$1"; }
`;

const enough = 1_000_000_000;

/** Memory where there is enough of it and programs may run from it: servers wait for disks at every change of a table. */
function findGround(): string {
  const memory = '/dev/shm';
  const tried = join(memory, `migrator-ground-${process.pid}`);
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize < enough) return tmpdir();
    writeFileSync(tried, '#!/bin/sh\n', { mode: 0o755 });
    return spawnSync(tried).status === 0 ? memory : tmpdir();
  } catch {
    return tmpdir();
  } finally {
    rmSync(tried, { force: true });
  }
}

let ground: string | undefined;

/** The signal is the one after which the server must recover: QUIT for a postmaster, which takes its children along. */
export function makeLair(label: string, signal: 'QUIT' | 'KILL'): Lair {
  ground ??= findGround();
  const folder = mkdtempSync(join(ground, `migrator-${label}-`));
  chmodSync(folder, 0o755);
  if (account) chownSync(folder, account.uid, account.gid);
  const watch = spawn('sh', ['-c', reaper, 'reaper', folder, signal], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watch.unref();
  let server: ChildProcess | undefined;
  const kill = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill(`SIG${signal}`);
    await gone;
  };
  return {
    folder,
    kill,
    async launch(program, args, ready) {
      const started = spawn(program, args, {
        ...account,
        cwd: folder,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      server = started;
      if (started.pid !== undefined) writeFileSync(join(folder, 'server.pid'), String(started.pid));
      await untilReady(started, ready);
    },
    async remove() {
      if (watch.exitCode !== null) return;
      const gone = once(watch, 'exit');
      watch.stdin.end();
      await gone;
    },
  };
}

async function untilReady(server: ChildProcess, ready: () => Promise<boolean>): Promise<void> {
  let said = '';
  server.stdout?.on('data', (chunk) => {
    said = (said + chunk).slice(-4000);
  });
  server.stderr?.on('data', (chunk) => {
    said = (said + chunk).slice(-4000);
  });
  let failed: Error | undefined;
  server.on('error', (error) => {
    failed = error;
  });
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
    if (failed) throw failed;
    if (server.exitCode !== null) break;
    if (await ready()) {
      server.unref();
      for (const stream of [server.stdout, server.stderr]) (stream as { unref?(): void } | null)?.unref?.();
      return;
    }
  }
  throw new Error(`${server.spawnfile} did not start:\n${said}`);
}

/** Runs a preparing program as the servers' user; throws what it said when it fails. */
export function prepare(program: string, args: readonly string[], folder: string): void {
  const ran = spawnSync(program, args, {
    ...account,
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder },
  });
  if (ran.status !== 0) throw new Error(`${program} failed: ${ran.error?.message ?? ''}\n${ran.stdout}${ran.stderr}`);
}

/** Whether the servers' user can run the program: a checkout under /root is closed to it. */
export function isOpenToAccount(program: string): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/' }).status === 0;
}
