import type { Knex } from 'knex';

interface Row {
  readonly id?: number;
  readonly title: string;
  readonly isbn: string | null;
}

const give = <T extends object>(knex: Knex, table: string, ...rows: readonly T[]): Knex.QueryBuilder =>
  knex(table).insert(rows as never);

export default class {
  static up(knex: Knex): Knex.QueryBuilder {
    return give<Row>(knex, 'book', { title: "The Reader's", isbn: null }, { title: 'Zero', isbn: '9780000000002' });
  }
  static async down(knex: Knex): Promise<void> {
    await knex<Row>('book').whereIn('title', ["The Reader's", 'Zero'])!.del();
  }
}
