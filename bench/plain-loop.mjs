/** What a person would write in an afternoon: run each revision against a bare knex, join what it compiles, write one file. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import knexFactory from 'knex';
import { transform } from 'sucrase';

function shim(knex, out) {
  const push = (builder) => void out.push(builder.toString());
  return {
    knex,
    createTable: (name, build) => push(knex.schema.createTable(name, build)),
    dropTable: (name) => push(knex.schema.dropTable(name)),
    addColumn: (name, build) => push(knex.schema.alterTable(name, build)),
    dropColumn: (name, column) => push(knex.schema.alterTable(name, (t) => void t.dropColumn(column))),
    alterColumn: (name, column) => push(knex.schema.alterTable(name, (t) => void t.setNullable(column))),
    createIndex: (index, name, columns) => push(knex.schema.alterTable(name, (t) => void t.index(columns, index))),
    dropIndex: (index, name) => push(knex.schema.alterTable(name, (t) => void t.dropIndex([], index))),
    async bulkInsert(name, rows) {
      const list = [];
      for await (const row of rows) list.push(row);
      push(knex(name).insert(list));
    },
  };
}

function load(file) {
  const { code } = transform(readFileSync(file, 'utf8'), {
    transforms: ['typescript', 'imports'],
    disableESTransforms: true,
  });
  const exports = {};
  new Function('exports', 'require', code)(exports, () => ({}));
  return exports;
}

const [folder = '', output = ''] = process.argv.slice(2);
const knex = knexFactory({ client: 'pg' });
const up = [];
const down = [];
for (const name of readdirSync(join(folder, 'revisions')).sort()) {
  const revision = load(join(folder, 'revisions', name));
  await revision.upgrade(shim(knex, up));
  await revision.downgrade(shim(knex, down));
}
writeFileSync(output, `${up.join(';\n')};\n${down.reverse().join(';\n')};\n`);
