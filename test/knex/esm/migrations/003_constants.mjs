import { readFile } from 'node:fs/promises';

const words = JSON.parse(await readFile(new URL('../lib/words.json', import.meta.url), 'utf8'));

export const up = async (knex) => {
  await knex.schema.alterTable('tree', (table) => {
    table.string('latin', 60);
  });
  for (const [kind, latin] of Object.entries(words)) await knex('tree').where({ kind }).update({ latin });
};

export const down = (knex) => knex.schema.alterTable('tree', (table) => table.dropColumn('latin'));
