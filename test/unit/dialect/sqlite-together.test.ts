/** SQLite: what one call, and one revision, may hold where a table is made anew. */
import { expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
import { sqlOf } from '../recorder/recorded.ts';

async function family({ knex }: Op): Promise<void> {
  await knex.schema.createTable('parent', (t) => {
    t.integer('id').primary();
    t.string('name', 20);
  });
  await knex.schema.createTable('child', (t) => {
    t.integer('id').primary();
    t.integer('of').references('id').inTable('parent').onDelete('cascade');
  });
}

const creates = (sql: readonly string[]) => sql.filter((text) => text.startsWith('create table `migrator_new_'));

test('one call makes the table anew once', async () => {
  const sql = await sqlOf('sqlite', async (op) => {
    await family(op);
    await op.knex.schema.alterTable('parent', (t) => {
      t.string('name', 40).notNullable().alter();
      t.integer('age').notNullable().defaultTo(1);
      t.check('age > 0', undefined, 'grown');
      t.unique(['name'], { indexName: 'parent_once' });
    });
  });
  expect(creates(sql)).toEqual([
    "create table `migrator_new_parent` (`id` integer, `name` varchar(40) not null, `age` integer not null default '1', primary key (`id`), constraint `grown` check (age > 0))",
  ]);
  expect(sql.at(-1)).toBe('create unique index `parent_once` on `parent` (`name`)');
});

test('a new column brings its keys along, and nothing is made anew', async () => {
  const sql = await sqlOf('sqlite', async (op) => {
    await family(op);
    await op.knex.schema.alterTable('child', (t) => {
      t.integer('also').references('id').inTable('parent').onDelete('set null');
      t.unique(['also']);
    });
  });
  expect(sql.slice(-2)).toEqual([
    'alter table `child` add column `also` integer constraint `child_also_foreign` references `parent` (`id`) on delete set null',
    'create unique index `child_also_unique` on `child` (`also`)',
  ]);
});

const wider = ({ knex }: Op) => knex.schema.alterTable('parent', (t) => t.string('name', 40).alter());

test.each([
  ['rows deleted through knex', ({ knex }: Op) => knex('parent').where({ id: 1 }).del()],
  ['rows deleted by SQL', (op: Op) => op.execute('delete from "parent" where id = 1')],
] as const)('%s would not reach what refers to them', async (_, does) => {
  const made = sqlOf('sqlite', async (op) => {
    await family(op);
    await wider(op);
    await does(op);
  });
  await expect(made).rejects.toMatchObject({
    code: 'impossible',
    message: expect.stringContaining('so on delete cascade of child_of_foreign would not happen'),
    place: { file: 'revisions/a1.ts', line: expect.any(Number) },
  });
});

test('what is updated beside it may be columns that no key refers to', async () => {
  const updated = (values: object) =>
    sqlOf('sqlite', async (op) => {
      op.createTable('parent', (t) => [t.integer('id').primary(), t.string('name')]);
      op.createTable('child', (t) => [t.integer('of').references('id').inTable('parent').onUpdate('cascade')]);
      await wider(op);
      await op.knex('parent').update(values);
    });
  expect((await updated({ name: 'x' })).at(-1)).toBe("update `parent` set `name` = 'x'");
  await expect(updated({ name: 'x', id: 2 })).rejects.toMatchObject({ code: 'impossible' });
});

test('rows that nothing follows may change beside it', async () => {
  const sql = await sqlOf('sqlite', async (op) => {
    await family(op);
    await wider(op);
    await op.knex('child').del();
    await op.knex('parent').update({ name: 'x' });
  });
  expect(sql.at(-1)).toBe("update `parent` set `name` = 'x'");
});

test('raw SQL that speaks of the table must say what it does', async () => {
  const made = sqlOf('sqlite', async (op) => {
    await family(op);
    op.execute('create trigger t after insert on parent begin select 1; end');
    await wider(op);
  });
  await expect(made).rejects.toMatchObject({
    code: 'needs-database',
    hint: expect.stringContaining('create trigger t'),
  });
});
