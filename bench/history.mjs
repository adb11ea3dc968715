/** Makes a linear history of TypeScript revisions, the same on every run. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small generator with a seed, so that every run measures the same work. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const columnKinds = [
  (name) => `t.string('${name}', 120).notNullable();`,
  (name) => `t.integer('${name}');`,
  (name) => `t.decimal('${name}', 12, 2).notNullable().defaultTo(0);`,
  (name) => `t.boolean('${name}').notNullable().defaultTo(false);`,
  (name) => `t.date('${name}');`,
  (name) => `t.timestamp('${name}').defaultTo(op.knex.fn.now());`,
  (name) => `t.string('${name}', 500);`,
  (name) => `t.bigInteger('${name}');`,
];

function createTable(at, known, next) {
  const name = `table_${at}`;
  const columns = Array.from({ length: 5 + Math.floor(next() * 5) }, (_, n) => `column_${n}`);
  const parent = known.tables[Math.floor(next() * known.tables.length)];
  const spelled = columns.map((column) => columnKinds[Math.floor(next() * columnKinds.length)](column));
  const reference =
    parent === undefined ? [] : [`t.integer('parent_id').unsigned().references('id').inTable('${parent.name}');`];
  known.tables.push({ name, columns: [...columns] });
  const lines = ["t.increments('id');", ...spelled, ...reference, `t.index(['${columns[0]}'], 'index_${at}');`];
  return {
    up: `  op.createTable('${name}', (t) => {\n${lines.map((line) => `    ${line}`).join('\n')}\n  });`,
    down: `  op.dropTable('${name}');`,
  };
}

function changeTable(at, known, next) {
  const { name, columns } = known.tables[Math.floor(next() * known.tables.length)];
  const dice = next();
  if (dice < 0.4) {
    return {
      up: `  op.addColumn('${name}', (t) => t.string('added_${at}', 60));`,
      down: `  op.dropColumn('${name}', 'added_${at}');`,
    };
  }
  if (dice < 0.6) {
    const column = columns[0];
    return {
      up: `  op.createIndex('extra_${at}', '${name}', ['${column}', 'id']);`,
      down: `  op.dropIndex('extra_${at}', '${name}');`,
    };
  }
  if (dice < 0.8) {
    return {
      up: `  op.addColumn('${name}', (t) => t.integer('counted_${at}').notNullable().defaultTo(0));\n  op.alterColumn('${name}', 'counted_${at}', { nullable: true });`,
      down: `  op.dropColumn('${name}', 'counted_${at}');`,
    };
  }
  const rows = Array.from({ length: 10 }, (_, n) => `    { key_${at}: 'key ${n}', value_${at}: ${n * 7} },`).join('\n');
  return {
    up: `  op.createTable('seed_${at}', (t) => {\n    t.string('key_${at}', 20).notNullable();\n    t.integer('value_${at}');\n  });\n  await op.bulkInsert('seed_${at}', [\n${rows}\n  ]);`,
    down: `  op.dropTable('seed_${at}');`,
  };
}

function id(at) {
  return `r${String(at).padStart(7, '0')}`;
}

function revisionText(at, { up, down }) {
  const parent = at === 0 ? 'null' : `'${id(at - 1)}'`;
  return `/**
 * Change number ${at}.
 *
 * Revision ID: ${id(at)}
 */
import type { Op } from 'migrator';

export const revision = '${id(at)}';
export const downRevision: string | null = ${parent};
export const branchLabels = null;
export const dependsOn = null;

export async function upgrade(op: Op): Promise<void> {
${up}
}

export async function downgrade(op: Op): Promise<void> {
${down}
}
`;
}

/** Writes a project of `count` revisions for one target into `folder`. */
export function writeHistory(folder, count, dialect = 'postgresql', version = '15') {
  const next = random(42);
  const known = { tables: [] };
  mkdirSync(join(folder, 'revisions'), { recursive: true });
  writeFileSync(join(folder, 'migrator.toml'), `[target.db]\ndialect = "${dialect}"\nversion = "${version}"\n`);
  for (let at = 0; at < count; at++) {
    const creates = at < 3 || next() < 0.35;
    const body = creates ? createTable(at, known, next) : changeTable(at, known, next);
    writeFileSync(join(folder, 'revisions', `${id(at)}_change.ts`), revisionText(at, body));
  }
}

/** Writes a project whose one revision inserts `rows` rows from a generator. */
export function writeSeed(folder, rows) {
  mkdirSync(join(folder, 'revisions'), { recursive: true });
  writeFileSync(join(folder, 'migrator.toml'), '[target.db]\ndialect = "postgresql"\nversion = "15"\n');
  const up = `  op.createTable('measurement', (t) => {
    t.integer('id').notNullable().primary();
    t.string('station', 40).notNullable();
    t.decimal('value', 12, 4);
    t.boolean('valid').notNullable();
    t.date('taken_on');
    t.text('note');
  });
  await op.bulkInsert('measurement', measurements(${rows}));`;
  const text = revisionText(0, { up, down: "  op.dropTable('measurement');" });
  const generator = `
async function* measurements(count: number) {
  for (let id = 0; id < count; id++) {
    yield { id, station: \`Station \${id % 97}\`, value: \`\${id}.2500\`, valid: id % 3 === 0, taken_on: '2024-02-29', note: id % 5 === 0 ? null : "it's fine" };
  }
}
`;
  writeFileSync(join(folder, 'revisions', 'r0000000_seed.ts'), text + generator);
}
