import { Knex } from 'knex';

enum Shelf {
  Fiction = 'fiction',
  Science = 'science',
}

const shelves = Object.values(Shelf);

export const up = async (knex: Knex) => {
  await knex.schema.table('book', (table) => {
    table.enum('shelf', shelves).notNullable().defaultTo(Shelf.Fiction);
  });
  await knex<{ title: string; shelf: Shelf }>('book').insert({ title: 'Optics', shelf: Shelf.Science });
};

export const down = (knex: Knex) => knex.schema.table('book', (table) => table.dropColumn('shelf'));
