/**
 * Times whole processes and prints ratios against something run beside them: `npm run bench [-- SIZE…]`;
 * `npm run bench -- price [SIZE]` measures what the protection of scripts costs instead, `npm run bench -- shadow [STATEMENTS]`
 * what shadows do, `npm run bench -- migrations [COUNT]` what recording a folder of knex migrations does.
 *
 * Each figure is the median of paired runs: ours and the other one after the other, so that a busy machine slows both.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeHistory, writeSeed } from './history.mjs';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const plain = fileURLToPath(new URL('./plain-loop.mjs', import.meta.url));
const peak = fileURLToPath(new URL('./peak.mjs', import.meta.url));
const sameBytes = fileURLToPath(new URL('./same-bytes.mjs', import.meta.url));
const pairs = 5;

/** Seconds of one process; it must end well. */
function seconds(args, cwd) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** `before` puts things back, outside the measured time. */
function compare(title, ours, other, aim, before = () => undefined) {
  const rounds = Array.from({ length: pairs }, () => {
    before();
    const mine = ours();
    return { mine, theirs: other() };
  });
  const ratio = median(rounds.map(({ mine, theirs }) => mine / theirs));
  const mine = median(rounds.map((round) => round.mine));
  const theirs = median(rounds.map((round) => round.theirs));
  const against = aim === undefined ? '' : `  (aim ${aim})`;
  console.log(`${title.padEnd(58)} ${mine.toFixed(3)} s / ${theirs.toFixed(3)} s = ${ratio.toFixed(2)}${against}`);
  return mine;
}

/** Megabytes at the peak. */
function peakOf(args, cwd) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', peak, ...args], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return Number(/peak (\d+)/.exec(`${stdout}${stderr}`)?.[1]) / 1024;
}

function measureHistory(folder, size) {
  const project = join(folder, `history-${size}`);
  mkdirSync(project);
  writeHistory(project, size);
  const output = join(folder, 'plain.sql');
  const empty = () => seconds(['-e', '0'], project);
  const loop = () => seconds([plain, project, output], project);
  const forget = () => {
    for (const name of ['out', '.migrator']) rmSync(join(project, name), { recursive: true, force: true });
  };
  const at = `${size} revisions`;
  compare(`history, ${at} / an empty node process`, () => seconds([main, 'history'], project), empty, 2);
  const cold = compare(
    `bundle, ${at}, cold / plain loop of knex`,
    () => seconds([main, 'bundle'], project),
    loop,
    1.6,
    forget,
  );
  forget();
  seconds([main, 'bundle'], project);
  compare(
    `bundle, ${at}, unchanged / cold`,
    () => seconds([main, 'bundle'], project),
    () => cold,
    0.4,
  );
  return cold / size;
}

/** A million rows from an async iterable, beside writing as many bytes. */
function measureMillion(folder) {
  const rows = 1_000_000;
  const project = join(folder, 'million');
  mkdirSync(project);
  writeSeed(project, rows);
  const out = join(project, 'out');
  const output = join(folder, 'same-bytes');
  const forget = () => {
    for (const name of ['out', '.migrator']) rmSync(join(project, name), { recursive: true, force: true });
  };
  compare(
    `bundle, ${rows} inserted rows / writing the same bytes`,
    () => seconds([main, 'bundle'], project),
    () => seconds([sameBytes, out, output], project),
    undefined,
    forget,
  );
  forget();
  const peak = peakOf([main, 'bundle'], project);
  console.log(`peak memory, ${rows} inserted rows${''.padEnd(22)} ${peak.toFixed(0)} MB`);
}

function measureSeed(folder, rows) {
  const project = join(folder, `seed-${rows}`);
  mkdirSync(project);
  writeSeed(project, rows);
  const output = join(folder, 'plain.sql');
  const forget = () => {
    for (const name of ['out', '.migrator']) rmSync(join(project, name), { recursive: true, force: true });
  };
  compare(
    `bundle, ${rows} inserted rows / plain loop of knex`,
    () => seconds([main, 'bundle'], project),
    () => seconds([plain, project, output], project),
    undefined,
    forget,
  );
  forget();
  return { ours: peakOf([main, 'bundle'], project), theirs: peakOf([plain, project, output], project) };
}

if (process.argv[2] === 'price') {
  const { measurePrice } = await import('./price.mjs');
  await measurePrice(...process.argv.slice(3).map(Number));
  process.exit();
}
if (process.argv[2] === 'shadow') {
  const { measureShadow } = await import('./shadow.mjs');
  await measureShadow(...process.argv.slice(3).map(Number));
  process.exit();
}
if (process.argv[2] === 'migrations') {
  const { measureMigrations } = await import('./migrations.mjs');
  await measureMigrations(...process.argv.slice(3).map(Number));
  process.exit();
}
if (!existsSync(main)) throw new Error('build first: npm run build');
const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'migrator-bench-'));
try {
  writeFileSync(join(folder, 'package.json'), '{}');
  compare(
    '--help / an empty node process',
    () => seconds([main, '--help'], folder),
    () => seconds(['-e', '0'], folder),
    2,
  );
  const each = (sizes.length > 0 ? sizes : [100, 1000, 5000]).map((size) => [size, measureHistory(folder, size)]);
  const [smallest, largest] = [each[0], each.at(-1)];
  console.log(
    `growth: ${(largest[1] / smallest[1]).toFixed(2)} times the time per revision at ${largest[0]} of that at ${smallest[0]}`,
  );
  measureMillion(folder);
  for (const rows of [10_000, 100_000]) {
    const { ours, theirs } = measureSeed(folder, rows);
    console.log(
      `peak memory, ${rows} inserted rows${''.padEnd(24)} ${ours.toFixed(0)} MB / ${theirs.toFixed(0)} MB = ${(ours / theirs).toFixed(2)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
