import type { Knex } from 'knex';
import { isbnLength } from 'domain/isbn';

export = {
  up: (knex: Knex) => knex.schema.alterTable('book', (table) => { table.string('isbn', isbnLength).unique(); }),
  down: (knex: Knex) => knex.schema.alterTable('book', (table) => { table.dropUnique(['isbn']); table.dropColumn('isbn'); }),
};
