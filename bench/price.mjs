/**
 * What the protection of a script costs: its size, and the time in which a client applies it, beside the same statements
 * alone. `npm run bench -- price [REVISIONS]`
 */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJiti } from 'jiti';
import { writeHistory } from './history.mjs';

const jiti = createJiti(import.meta.url);
const { createCompiler } = await jiti.import('../src/compile/compile.ts');
const { upgradeWalk } = await jiti.import('../src/history/range.ts');
const { runsOf } = await jiti.import('../src/script/compose.ts');
const { scriptText } = await jiti.import('../src/script/script-text.ts');
const { openProject } = await jiti.import('../test/project.ts');
const { finds } = await jiti.import('../test/engines/engines.ts');

const pairs = 5;

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The recorded statements, a transaction where the revision has one, and the version row: what a careful person would write. */
function bare({ recordings, dialect }) {
  const lines = ['CREATE TABLE migrator_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);\n'];
  for (const recording of recordings) {
    const { before, after } = recording.step;
    for (const { transactional, statements } of runsOf(recording, dialect)) {
      if (transactional) lines.push('BEGIN;\n');
      for (const { sql } of statements) lines.push(...sql, ';\n');
      if (transactional) lines.push('COMMIT;\n');
    }
    const move =
      before.length === 0
        ? `INSERT INTO migrator_version VALUES ('${after[0]}')`
        : `UPDATE migrator_version SET version_num = '${after[0]}' WHERE version_num = '${before[0]}'`;
    const last = lines.pop();
    lines.push(`${move};\n`, last);
  }
  return lines.join('');
}

async function scriptsOf({ dialect, version }, revisions) {
  const root = mkdtempSync(join(tmpdir(), 'migrator-price-'));
  try {
    mkdirSync(join(root, 'revisions'));
    writeHistory(root, revisions, dialect, version);
    const { project, graph } = openProject(root);
    const compiler = createCompiler(project, graph, {});
    const script = await compiler.script(project.targets[0], upgradeWalk(graph, undefined), 'upgrade.sql');
    const texts = { guarded: [...scriptText(script)].join(''), plain: bare(script) };
    compiler.dispose();
    return texts;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Seconds in which the engine's own client applies the script to an empty database. */
async function seconds(engine, text) {
  const database = await engine.createDatabase();
  const file = database.save(text);
  const start = process.hrtime.bigint();
  const ran = await database.run(file, { strict: true });
  const took = Number(process.hrtime.bigint() - start) / 1e9;
  if (ran.status !== 0) throw new Error(`${engine.name}: ${ran.stdout.slice(-2000)}${ran.stderr}`);
  return took;
}

async function price(engine, revisions) {
  const { guarded, plain } = await scriptsOf(engine, revisions);
  const rounds = [];
  for (let n = 0; n < pairs; n++) {
    rounds.push({ with: await seconds(engine, guarded), without: await seconds(engine, plain) });
  }
  const [time, alone] = [median(rounds.map((round) => round.with)), median(rounds.map(({ without }) => without))];
  const ratio = median(rounds.map((round) => round.with / round.without));
  const [size, bytes] = [Buffer.byteLength(guarded), Buffer.byteLength(plain)].map((one) => one / 1024);
  console.log(
    `${engine.name} ${engine.version}, ${revisions} revisions:`.padEnd(38),
    `size ${size.toFixed(0)} KB / ${bytes.toFixed(0)} KB = ${(size / bytes).toFixed(1)},`,
    `time ${time.toFixed(2)} s / ${alone.toFixed(2)} s = ${ratio.toFixed(2)},`,
    `${(((time - alone) / revisions) * 1000).toFixed(2)} ms a revision`,
  );
}

/** Each in turn, protected and alone alternating, so that a busy machine slows both. */
export async function measurePrice(revisions = 1000) {
  const awake = setInterval(() => {}, 60_000); // servers and their clients keep no process alive
  for (const name of ['postgresql', 'mariadb', 'sqlite']) {
    const engine = finds[name]();
    if ('missing' in engine) {
      console.log(`${name}: ${engine.missing} is not here; get it by: ${engine.get}`);
      continue;
    }
    try {
      await price(engine, revisions);
    } finally {
      await engine.stop();
    }
  }
  clearInterval(awake);
}
