/** A small process that starts client tools for a large one: the system copies the map of a starter's memory at every start. */

import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { constants as system } from 'node:os';

const running = new Map();

function start({ id, tool, args, stdin, env }) {
  const input = stdin?.file === undefined ? undefined : openSync(stdin.file, 'r');
  const child = spawn(tool, args, { stdio: [input ?? (stdin ? 'pipe' : 'ignore'), 'pipe', 'pipe'], env });
  if (input !== undefined) closeSync(input);
  running.set(id, child);
  const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    return chunks;
  });
  child.stdin?.on('error', () => {}); // a client that stopped reading says why by its status
  if (stdin?.text !== undefined) child.stdin.end(stdin.text);
  child.on('error', (error) => answer(id, { error: error.message }));
  child.on('close', (code, signal) => {
    const status = code ?? 128 + (signal ? system.signals[signal] : 0);
    answer(id, { status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
  });
}

function answer(id, said) {
  if (running.delete(id)) process.send({ id, ...said });
}

process.on('message', (call) => {
  if (call.kill) running.get(call.id)?.kill('SIGKILL');
  else start(call);
});
process.on('disconnect', () => {
  for (const child of running.values()) child.kill('SIGKILL');
  process.exit();
});
