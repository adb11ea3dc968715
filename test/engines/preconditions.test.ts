/** What would be lost or refused is counted before anything changes, on real servers: with such rows nothing happens, without them everything does. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileProject } from '../project.ts';
import { runAccepting } from './accept-loss.ts';
import { describeEngines, oneOfEachFamily } from './describe-engines.ts';
import { type Database, type Engine, isOfMysql, type Manner } from './engine.ts';

const before = `
  op.createTable('town', (t) => {
    t.integer('id').notNullable().primary();
    t.string('name', 40);
  });
  op.createTable('person', (t) => {
    t.integer('id').notNullable().primary();
    t.string('name', 40);
    t.integer('age');
    t.decimal('pay', 10, 3);
    t.dateTime('seen');
    t.integer('town');
    t.string('mood', 10);
  });
  op.createTable('note', (t) => {
    t.string('words', 40);
    t.integer('number');
  });
`;

interface Case {
  /** Of the revision before, instead of the usual one. */
  readonly setup?: string;
  readonly up: string;
  /** Statements that make the rows that are in the way, and those that put them right. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
  /** What the script says. */
  readonly says: string;
  /** Dialects whose engine neither loses nor refuses anything there, or does not have it. */
  readonly not?: readonly Engine['dialect'][];
}

const person = (id: number, columns: string, values: string): string =>
  `insert into person (id, ${columns}) values (${id}, ${values})`;

const cases: Readonly<Record<string, Case>> = {
  'rows of a dropped table': {
    up: `op.dropTable('town');`,
    bad: ["insert into town (id, name) values (7, 'Wien')", "insert into town (id, name) values (9, 'Graz')"],
    good: ['delete from town'],
    says: 'would lose 2 rows of town (first: id = 7)',
  },
  'rows of a dropped table without a key': {
    up: `op.dropTable('note');`,
    bad: ["insert into note (words) values ('keep')"],
    good: ['delete from note'],
    says: 'would lose 1 row of note',
  },
  'values of a dropped column': {
    up: `op.addColumn('person', (t) => t.integer('size')); op.dropColumn('person', 'name');`,
    bad: [person(3, 'age', '1'), person(4, 'name', "'Ann'"), person(5, 'name', "'Bob'")],
    good: ['update person set name = null'],
    says: 'would lose 2 values of person.name (first: id = 4)',
  },
  'a value of a dropped column where no key tells which': {
    up: `op.dropColumn('note', 'words');`,
    bad: ["insert into note (words) values ('it''s here')"],
    good: ['update note set words = null'],
    says: "would lose 1 value of note.words (first: words = it's here)",
  },
  'rows of a dropped partition': {
    setup: `
      const from = (year) => op.dialect === 'postgresql' ? \`from (\${year}) to (\${year + 1})\` : \`less than (\${year + 1})\`;
      op.createTable('sale', (t) => { t.integer('year').notNullable(); }, {
        partitionBy: 'range (year)',
        partitions: [{ name: 'sale_1', values: from(1) }, { name: 'sale_2', values: from(2) }],
      });
    `,
    up: `op.dropPartition('sale', 'sale_1');`,
    bad: [1, 1, 2].map((year) => `insert into sale (year) values (${year})`),
    good: ['delete from sale where year = 1'],
    says: 'would lose 2 rows of partition sale_1 of sale',
    not: ['sqlite'],
  },
  'rows that refer to those of a dropped partition': {
    setup: `
      op.createTable('sale', (t) => { t.integer('year').notNullable().primary(); t.integer('follows').references('year').inTable('sale'); }, {
        partitionBy: 'range (year)',
        partitions: [1, 2].map((year) => ({ name: \`sale_\${year}\`, values: \`from (\${year}) to (\${year + 1})\` })),
      });
      op.createTable('refund', (t) => { t.integer('id').primary(); t.integer('sold').references('year').inTable('sale'); });
    `,
    up: `op.dropPartition('sale', 'sale_1', { dataLoss: 'nobody asks for it' });`,
    bad: [
      'insert into sale (year, follows) values (1, null), (2, null)',
      'insert into refund (id, sold) values (3, 2), (4, 1), (5, 1), (6, null)',
    ],
    good: ['delete from refund where sold = 1'],
    says: 'finds 2 rows of refund whose sold a row of partition sale_1 of sale has (first: id = 4)',
    not: ['mariadb', 'mysql', 'sqlite'],
  },
  'values of a column that is worked out from now on': {
    up: `op.alterColumn('person', 'age', { computed: 'id + 1' });`,
    bad: [person(3, 'age', '17'), person(4, 'name', "'Ann'")],
    good: ['update person set age = null'],
    says: 'would lose 1 value of person.age (first: id = 3)',
    not: ['postgresql', 'mysql'],
  },
  'rows of a dropped table that no revision declares': {
    setup: `${before} op.execute('create table stray (id integer)');`,
    up: `op.dropTable('stray');`,
    bad: ['insert into stray values (1)', 'insert into stray values (2)'],
    good: ['delete from stray'],
    says: 'would lose 2 rows of stray',
  },
  'rows of a table that is dropped if it is there, which no revision declares': {
    up: `op.dropTable('stray', { ifExists: true });`,
    bad: ['create table stray (id integer)', 'insert into stray values (1)'],
    good: ['delete from stray'],
    says: 'would lose 1 row of stray',
    not: ['sqlite'],
  },
  'values of a dropped column that no revision declares': {
    setup: `${before} op.execute('alter table town add extra integer');`,
    up: `op.dropColumn('town', 'extra');`,
    bad: ['insert into town (id, extra) values (1, 4)'],
    good: ['update town set extra = null'],
    says: 'would lose 1 value of town.extra',
    not: ['sqlite'],
  },
  'values of a column that is dropped if it is there, which no revision declares': {
    up: `op.dropColumn('town', 'extra', { ifExists: true });`,
    bad: ['alter table town add extra integer', 'insert into town (id, extra) values (1, 4)'],
    good: ['update town set extra = null'],
    says: 'would lose 1 value of town.extra (first: id = 1)',
    not: ['sqlite'],
  },
  'relations of a dropped schema that no revision declares': {
    setup: `op.createSchema('shed'); op.createTable('shed.tool', (t) => t.integer('id')); op.createTable('shed.box', (t) => t.integer('id'));`,
    up: `op.dropTable('shed.box'); op.dropSchema('shed', { cascade: true });`,
    bad: ['create table shed.rake (id integer)', 'create view shed.all_tools as select * from shed.tool'],
    good: ['drop view shed.all_tools', 'drop table shed.rake'],
    says: 'would lose 2 relations of schema shed that no revision declares (first: all_tools)',
    not: ['mariadb', 'mysql', 'sqlite'],
  },
  'NULLs before NOT NULL': {
    up: `op.alterColumn('person', 'age', { nullable: false });`,
    bad: [person(3, 'age', '1'), person(4, 'name', "'Ann'")],
    good: ['update person set age = 2 where age is null'],
    says: 'finds 1 NULL in person.age (first: id = 4)',
  },
  'rows before a new column that needs a value': {
    up: `op.addColumn('person', (t) => t.integer('size').notNullable());`,
    bad: [person(3, 'age', '1'), person(4, 'age', '1')],
    good: ['delete from person'],
    says: 'finds 2 rows of person that would have no size (first: id = 3)',
    not: ['mariadb', 'mysql'],
  },
  'rows before a new column that must tell them apart': {
    up: `op.addColumn('person', (t) => t.integer('code').notNullable().defaultTo(7).unique());`,
    bad: [person(3, 'age', '1'), person(4, 'age', '1')],
    good: ['delete from person where id = 3'],
    says: 'finds 2 rows of person that would all have the same code (first: id = 3)',
  },
  'rows before a new column that refers to none': {
    up: `
      op.addColumn('person', (t) => t.integer('home').notNullable().defaultTo(7));
      op.createForeignKey('person_home', 'person', 'town', ['home'], ['id']);
    `,
    bad: [person(3, 'age', '1'), person(4, 'age', '1'), 'insert into town (id) values (8)'],
    good: ['insert into town (id) values (7)'],
    says: 'finds 2 rows of person whose home would be what no row of town has (first: id = 3)',
  },
  'NULLs before a primary key': {
    up: `op.createPrimaryKey('note_key', 'note', ['number']);`,
    bad: ["insert into note (words) values ('a')", "insert into note (words) values ('b')"],
    good: ["update note set number = 1 where words = 'a'", "update note set number = 2 where words = 'b'"],
    says: 'finds 2 NULLs in note.number',
  },
  'duplicates before a primary key': {
    up: `op.createPrimaryKey('note_key', 'note', ['number']);`,
    bad: ['insert into note (number) values (5)', "insert into note (words, number) values ('b', 5)"],
    good: ["update note set number = 6 where words = 'b'"],
    says: 'finds 1 duplicate in note (number) (first: number = 5)',
  },
  'duplicates before a unique constraint': {
    up: `op.createUniqueConstraint('person_both', 'person', ['name', 'age']);`,
    bad: [
      ...[1, 2].map((id) => person(id, 'name, age', "'Ann', 30")),
      ...[3, 4].map((id) => person(id, 'name, age', "'Bob', 40")),
      ...[5, 6].map((id) => person(id, 'name', "'Cid'")),
    ],
    good: ['update person set age = age + id where id in (2, 4)'],
    says: 'finds 2 duplicates in person (name, age) (first: name = Ann, age = 30)',
  },
  'duplicates before a unique index': {
    up: `op.createIndex('person_name', 'person', ['name'], { unique: true });`,
    bad: [person(1, 'name', "'Ann'"), person(2, 'name', "'Ann'"), person(3, 'age', '1'), person(4, 'age', '1')],
    good: ["update person set name = 'Eve' where id = 2"],
    says: 'finds 1 duplicate in person (name) (first: name = Ann)',
  },
  'duplicates before a unique index that no transaction encloses': {
    up: `op.createIndex('person_name', 'person', ['name'], { unique: true, concurrently: true });`,
    bad: [person(1, 'name', "'Ann'"), person(2, 'name', "'Ann'")],
    good: ["update person set name = 'Eve' where id = 2"],
    says: 'finds 1 duplicate in person (name) (first: name = Ann)',
  },
  'duplicates before a unique index of the first characters': {
    up: `op.createIndex('person_name', 'person', [{ column: 'name', length: 3 }], { unique: true });`,
    bad: [person(1, 'name', "'Anna'"), person(2, 'name', "'Anne'"), person(3, 'age', '1')],
    good: ["update person set name = 'Eve' where id = 2"],
    says: 'finds 1 duplicate in person (name) (first: name = Ann)',
    not: ['postgresql', 'sqlite'],
  },
  'duplicates before a unique index with a collation of its own': {
    setup: `${before}
      if (op.dialect === 'postgresql') {
        op.execute("create collation ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false)", { does: [] });
      }
    `,
    up: `op.createIndex('person_name', 'person', [{ column: 'name', collation: op.dialect === 'sqlite' ? 'NOCASE' : 'ci' }], { unique: true });`,
    bad: [person(1, 'name', "'ann'"), person(2, 'name', "'ANN'"), person(3, 'name', "'Bob'")],
    good: ["update person set name = 'Eve' where id = 2"],
    says: 'finds 1 duplicate in person (name) (first: name = ANN)',
    not: ['mariadb', 'mysql'],
  },
  'duplicates before a partial unique index': {
    up: `op.createIndex('person_name', 'person', ['name'], { unique: true, where: 'age > 18' });`,
    bad: [1, 2, 3, 4].map((id) => person(id, 'name, age', `'Ann', ${id < 3 ? 7 : 70}`)),
    good: ['update person set age = 8 where id = 3'],
    says: 'finds 1 duplicate in person (name) (first: name = Ann)',
    not: ['mariadb', 'mysql'],
  },
  'orphans before a foreign key': {
    up: `op.createForeignKey('person_town', 'person', 'town', ['town'], ['id']);`,
    bad: [
      "insert into town (id, name) values (1, 'Wien')",
      person(1, 'town', '1'),
      person(2, 'town', '8'),
      person(3, 'name', "'Ann'"),
    ],
    good: ['update person set town = 1 where id = 2'],
    says: 'finds 1 row of person whose town no row of town has (first: id = 2)',
  },
  'rows against a new check': {
    up: `op.createCheckConstraint('person_age', 'person', 'age >= 18');`,
    bad: [person(1, 'age', '17'), person(2, 'age', '18'), person(3, 'name', "'Ann'")],
    good: ['update person set age = 18 where id = 1'],
    says: 'finds 1 row of person against the check person_age (first: id = 1)',
    not: ['mysql'],
  },
  'values too long for a new type': {
    up: `op.alterColumn('person', 'name', { type: (t, name) => t.string(name, 5) });`,
    bad: [person(1, 'name', "'Maria'"), person(2, 'name', "'Magdalena'")],
    good: ["update person set name = 'Magda' where id = 2"],
    says: 'finds 1 value of person.name too long for varchar(5) (first: id = 2)',
    not: ['sqlite'],
  },
  'numbers too long for a text': {
    up: `op.alterColumn('person', 'age', { type: (t, name) => t.string(name, 3) });`,
    bad: [person(1, 'age', '999'), person(2, 'age', '1000')],
    good: ['update person set age = 1 where id = 2'],
    says: 'finds 1 value of person.age too long for varchar(3) (first: id = 2)',
    not: ['postgresql', 'sqlite'],
  },
  'values out of range for a new type': {
    up: `op.alterColumn('person', 'age', { type: (t, name) => t.smallint(name) });`,
    bad: [person(1, 'age', '32767'), person(2, 'age', '32768'), person(3, 'age', '-32769')],
    good: ['update person set age = 0 where id > 1'],
    says: 'finds 2 values of person.age out of range for smallint (first: id = 2)',
    not: ['sqlite'],
  },
  'numbers out of range for a new type': {
    up: `op.alterColumn('person', 'pay', { type: (t, name) => t.decimal(name, 6, 3) });`,
    bad: [person(1, 'pay', '999.999'), person(2, 'pay', '1000')],
    good: ['update person set pay = 1 where id = 2'],
    says: 'finds 1 value of person.pay out of range for decimal(6, 3) (first: id = 2)',
    not: ['sqlite'],
  },
  'digits that a new type rounds away': {
    up: `op.alterColumn('person', 'pay', { type: (t, name) => t.decimal(name, 10, 2) });`,
    bad: [person(1, 'pay', '1.230'), person(2, 'pay', '1.234')],
    good: ['update person set pay = 1 where id = 2'],
    says: 'would lose 1 value of person.pay with more digits than decimal(10, 2) (first: id = 2)',
    not: ['sqlite'],
  },
  'times of day that a date does not keep': {
    up: `op.alterColumn('person', 'seen', { type: (t, name) => t.date(name) });`,
    bad: [person(1, 'seen', "'2026-01-01 00:00:00'"), person(2, 'seen', "'2026-01-01 10:00:00'")],
    good: ["update person set seen = '2026-01-02 00:00:00' where id = 2"],
    says: 'would lose 1 value of person.seen with a time of day, which is no date (first: id = 2)',
    not: ['sqlite'],
  },
  'values that an enum does not name': {
    up: `op.alterColumn('person', 'mood', { type: (t, name) => t.enu(name, ['glad', "it's"]) });`,
    bad: [person(1, 'mood', "'glad'"), person(2, 'mood', "'sad'"), person(3, 'age', '3')],
    good: ["update person set mood = 'it''s' where id = 2"],
    says: "finds 1 value of person.mood that are not among glad, it's (first: id = 2)",
  },
};

/** A column, its new type, values that it does not keep and values that it does. */
interface Narrowing {
  readonly old: string;
  readonly next: string;
  readonly bad: readonly string[];
  readonly good: readonly string[];
  readonly says: string;
  readonly on: readonly Engine['dialect'][];
}

const inexactly = 'that its new type does not hold exactly';
const mysqls = ['mariadb', 'mysql'] as const;
const servers = ['postgresql', ...mysqls] as const;

const narrowings: readonly Narrowing[] = [
  {
    old: `t.integer('c')`,
    next: `t.string(name, 3)`,
    bad: ['1234', '-123'],
    good: ['123', '-12', 'null'],
    says: 'too long for its new type',
    on: ['postgresql'],
  },
  {
    old: `t.dateTime('c')`,
    next: `t.string(name, 10)`,
    bad: ["'2026-01-01 10:00:00'"],
    good: ['null'],
    says: 'too long for its new type',
    on: ['postgresql'],
  },
  {
    old: `t.uuid('c')`,
    next: `t.string(name, 8)`,
    bad: ["'3f2504e0-4f89-11d3-9a0c-0305e82c3301'"],
    good: ['null'],
    says: 'too long for its new type',
    on: ['postgresql'],
  },
  {
    old: `t.boolean('c')`,
    next: `t.string(name, 4)`,
    bad: ['false'],
    good: ['true', 'null'],
    says: 'too long for its new type',
    on: ['postgresql'],
  },
  {
    old: `t.double('c')`,
    next: `t.integer(name)`,
    bad: ['2.5', '-0.1'],
    good: ['2', '-7', 'null'],
    says: inexactly,
    on: servers,
  },
  {
    old: `t.double('c')`,
    next: `t.decimal(name, 10, 2)`,
    bad: ['2.345'],
    good: ['0.1', '0.29', '1.15', '12345678.91', 'null'],
    says: inexactly,
    on: servers,
  },
  {
    old: `t.specificType('c', 'float')`,
    next: `t.decimal(name, 10, 2)`,
    bad: ['2.345', '0.001'],
    good: ['0.1', '0.29', '12345.5', '0', 'null'],
    says: inexactly,
    on: mysqls,
  },
  {
    old: `t.specificType('c', 'double precision')`,
    next: `t.specificType(name, 'real')`,
    bad: ['0.123456789', '16777217'],
    good: ['0.1', '1e20', '-2.5', 'null'],
    says: inexactly,
    on: ['postgresql'],
  },
  {
    old: `t.specificType('c', 'double')`,
    next: `t.specificType(name, 'float')`,
    bad: ['0.123456789', '16777217'],
    good: ['0', '0.1', '1e20', '-2.5', '1000', 'null'],
    says: inexactly,
    on: mysqls,
  },
  {
    old: `t.bigInteger('c')`,
    next: `t.double(name)`,
    bad: ['9007199254740993', '-9223372036854775807'],
    good: ['9007199254740991', '9007199254740992', '12', 'null'],
    says: inexactly,
    on: servers,
  },
  {
    old: `t.decimal('c', 20, 4)`,
    next: `t.double(name)`,
    bad: ['1234567890123456.7891'],
    good: ['0.1', '1234567890.1234', '-3', 'null'],
    says: inexactly,
    on: servers,
  },
  {
    old: `t.specificType('c', isOfMysql ? 'datetime(6)' : 'timestamp(6)')`,
    next: `t.specificType(name, isOfMysql ? 'datetime(0)' : 'timestamp(0)')`,
    bad: ["'2026-01-01 10:00:00.7'"],
    good: ["'2026-01-01 10:00:00'", 'null'],
    says: inexactly,
    on: servers,
  },
  {
    old: `t.specificType('c', 'time(6)')`,
    next: `t.specificType(name, 'time(0)')`,
    bad: ["'10:00:00.7'"],
    good: ["'10:00:00'", 'null'],
    says: inexactly,
    on: servers,
  },
  {
    old: `t.specificType('c', isOfMysql ? 'datetime' : 'timestamptz')`,
    next: `t.specificType(name, isOfMysql ? 'time' : 'timestamp(0)')`,
    bad: ["'2026-01-01 10:00:00.7'"],
    good: ['null'],
    says: inexactly,
    on: servers,
  },
  {
    old: `t.specificType('c', 'datetime(6)')`,
    next: `t.bigInteger(name)`,
    bad: ["'2026-01-01 10:00:00.7'"],
    good: ["'2026-01-01 10:00:00'", 'null'],
    says: inexactly,
    on: mysqls,
  },
  {
    old: `t.specificType('c', 'float')`,
    next: `t.string(name, 40)`,
    bad: ['1234567'],
    good: ['0.1', '123456', 'null'],
    says: inexactly,
    on: mysqls,
  },
  {
    old: `t.jsonb('c')`,
    next: `t.integer(name)`,
    bad: ["'7.5'"],
    good: ["'7'", 'null'],
    says: inexactly,
    on: ['postgresql'],
  },
  {
    old: `t.decimal('c', 10, 2)`,
    next: `t.boolean(name)`,
    bad: ['2.5'],
    good: ['2', '0', 'null'],
    says: inexactly,
    on: mysqls,
  },
  {
    old: `t.integer('c')`,
    next: `t.time(name)`,
    bad: ['20260101'],
    good: ['123456', '-7', 'null'],
    says: inexactly,
    on: ['mariadb'],
  },
  {
    old: `t.string('c', 40)`,
    next: `t.date(name)`,
    bad: ["'2026-01-01 10:00:00'"],
    good: ["'2026-01-01'", "'2026-01-01 00:00:00'", 'null'],
    says: inexactly,
    on: servers,
  },
  {
    old: `t.string('c', 40)`,
    next: `t.specificType(name, isOfMysql ? 'datetime' : 'timestamp(0)')`,
    bad: ["'2026-01-01 10:00:00.7'"],
    good: ["'2026-01-01 10:00:00'", "'2026-01-01T10:00:00'", "'2026-01-01'", 'null'],
    says: inexactly,
    on: servers,
  },
  {
    old: `t.string('c', 40)`,
    next: `t.integer(name)`,
    bad: ["'007'", "'-01'"],
    good: ["'7'", "'0'", "'-12'", 'null'],
    says: inexactly,
    on: [...servers, 'sqlite'],
  },
  {
    old: `t.string('c', 40)`,
    next: `t.decimal(name, 10, 2)`,
    bad: ["'0012.50'", "'12.509'"],
    good: ["'12.5'", "'0.25'", "'-12.25'", "'7'", 'null'],
    says: inexactly,
    on: servers,
  },
  {
    old: `t.string('c', 40)`,
    next: `t.double(name)`,
    bad: ["'0012.5'", "'9007199254740993'"],
    good: ["'12.5'", "'0.1'", "'1e3'", "'-7'", 'null'],
    says: inexactly,
    on: servers,
  },
  {
    old: `t.specificType('c', 'numeric(12, 4)')`,
    next: `t.specificType(name, 'money')`,
    bad: ['12.3456'],
    good: ['12.3400', 'null'],
    says: inexactly,
    on: ['postgresql'],
  },
  {
    old: `t.specificType('c', 'numeric(10, 4)[]')`,
    next: `t.specificType(name, 'numeric(10, 2)[]')`,
    bad: ["'{1.234}'"],
    good: ["'{1.23,4}'", 'null'],
    says: inexactly,
    on: ['postgresql'],
  },
  {
    old: `t.integer('c')`,
    next: `t.boolean(name)`,
    bad: ['7'],
    good: ['0', '1', 'null'],
    says: inexactly,
    on: ['postgresql'],
  },
  {
    old: `t.text('c')`,
    next: `t.decimal(name, 10, 2)`,
    bad: ["'0012.50'", "'12345678901234567890'"],
    good: ["'12.5'", "'abc'", "'7'", "'-3'", 'null'],
    says: inexactly,
    on: ['sqlite'],
  },
  {
    old: `t.integer('c')`,
    next: `t.double(name)`,
    bad: ['9007199254740993'],
    good: ['9007199254740992', '2.5', "'abc'", 'null'],
    says: inexactly,
    on: ['sqlite'],
  },
  {
    old: `t.double('c')`,
    next: `t.text(name)`,
    bad: ['0.1 + 0.2'],
    good: ['0.1', '2.5', 'null'],
    says: inexactly,
    on: ['sqlite'],
  },
];

const enumCase: Case = {
  up: `op.dropEnumValue('state', 'done');`,
  bad: ["insert into job (id, state) values (1, 'open')", "insert into job (id, state) values (2, 'done')"],
  good: ["update job set state = 'open'"],
  says: 'finds 1 row of job whose state is "done" (first: id = 2)',
};
const enumBefore = `
  op.createEnum('state', ['open', 'done']);
  op.createTable('job', (t) => {
    t.integer('id').notNullable().primary();
    t.specificType('state', 'state');
  });
`;

/** A way back that does nothing where none can be derived. */
type Back = (at: number) => string;
const nothingBack: Back = () => 'export function downgrade() {}\n';
const noBack: Back = (at) => (at === 0 ? '' : nothingBack(at));

function project(engine: Engine, ups: readonly string[], back: Back): string {
  const root = mkdtempSync(join(tmpdir(), 'migrator-preconditions-'));
  const version = engine.dialect === 'mysql' ? '5.6' : engine.version;
  writeFileSync(
    join(root, 'migrator.toml'),
    `[target.${engine.dialect}]\ndialect = "${engine.dialect}"\nversion = "${version}"\n`,
  );
  mkdirSync(join(root, 'revisions'));
  for (const [at, up] of ups.entries()) {
    const parent = at === 0 ? 'null' : `'r${at}'`;
    writeFileSync(
      join(root, 'revisions', `r${at + 1}.ts`),
      `export const revision = 'r${at + 1}';\nexport const downRevision = ${parent};\nexport async function upgrade(op) {\n${up}\n}\n${back(at)}`,
    );
  }
  return root;
}

async function scriptsOf(engine: Engine, ups: readonly string[], range?: string, back: Back = noBack) {
  const root = project(engine, ups, back);
  try {
    return await compileProject(root, engine.dialect, range);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const bases = new Map<string, ReturnType<typeof scriptsOf>>();

/** The revision before, which most cases have in common. */
function baseOf(engine: Engine, setup: string): ReturnType<typeof scriptsOf> {
  const key = `${engine.name} ${setup}`;
  const known = bases.get(key) ?? scriptsOf(engine, [setup], ':r1', nothingBack);
  bases.set(key, known);
  return known;
}

async function did(database: Database, statements: readonly string[]): Promise<void> {
  const ran = await database.runText(statements.map((one) => `${one};\n`).join(''), { strict: true });
  expect(ran, ran.stderr).toMatchObject({ status: 0 });
}

const state = (database: Database) => database.catalog({ rows: true });

/** Clients that go on after errors, whatever the file says. */
const careless: Readonly<Record<Engine['dialect'], (script: string) => string>> = {
  postgresql: (script) => script.replace('\\set ON_ERROR_STOP on\n', ''),
  mariadb: (script) => script,
  mysql: (script) => script,
  sqlite: (script) => script.replace('.bail on\n', ''),
};

/** `goesOn`: also by a client that goes on after errors. */
async function refusedThenDone(
  engine: Engine,
  { setup = before, up, bad, good, says }: Case,
  goesOn: boolean,
): Promise<void> {
  const base = await baseOf(engine, setup);
  const script = await scriptsOf(engine, [setup, up], 'r1:r2', nothingBack);
  const database = await engine.createDatabase();
  expect(await database.runText(base.upgrade)).toMatchObject({ status: 0 });
  await did(database, bad);
  const untouched = await state(database);
  const manners: readonly [Manner, string][] = [
    [{}, script.upgrade],
    [{ strict: false, ...(isOfMysql(engine) ? { by: 'command' } : {}) }, careless[engine.dialect](script.upgrade)],
  ];
  for (const [manner, text] of goesOn ? manners : manners.slice(0, 1)) {
    const { status, stdout, stderr } = await database.runText(text, manner);
    if (manner.strict === undefined) expect(status).not.toBe(0);
    expect(stdout + stderr).toContain(`migration refused: revision r2 ${says}`);
    expect(stdout).not.toContain('revision r2: committed');
    expect(await state(database)).toEqual(untouched);
  }
  await did(database, good);
  const ran = await database.runText(script.upgrade);
  expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
  expect(await database.rows('migrator_version')).toEqual([['r2']]);
}

describeEngines(
  'preconditions',
  (engine) => {
    const mine = Object.entries(cases).filter(([, { not = [] }]) => !not.includes(engine.dialect));
    test.each(mine)('%s', async (name, one) =>
      refusedThenDone(engine, one, Object.keys(cases).indexOf(name) % 3 === 0),
    );

    test.runIf(engine.dialect === 'postgresql')('uses of a value that an enum loses', async () =>
      refusedThenDone(engine, { setup: enumBefore, ...enumCase }, true),
    );

    test('values that a new type does not keep, and none that it keeps', async () => {
      const found = narrowings.filter(({ on }) => on.includes(engine.dialect));
      const known = `const isOfMysql = ${isOfMysql(engine)};`;
      const tables = found.map(
        ({ old }, at) => `op.createTable('k${at}', (t) => { t.integer('id').notNullable().primary(); ${old}; });`,
      );
      const altered = found.map(({ next }, at) => `op.alterColumn('k${at}', 'c', { type: (t, name) => ${next} });`);
      const narrow = () => `export function downgrade(op) {\n${known}\n${altered.join('\n')}\n}\n`;
      const ups = [[known, ...tables].join('\n'), "op.dropTable('nothing', { ifExists: true });"];
      const base = await scriptsOf(engine, ups);
      const script = await scriptsOf(engine, ups, 'r1:r2', narrow);
      const rows = (values: keyof Pick<Narrowing, 'good' | 'bad'>, from: number) =>
        found.flatMap((one, at) =>
          one[values].map((value, id) => `insert into k${at} (id, c) values (${from + id}, ${value})`),
        );
      const [kept, lost] = [await engine.createDatabase(), await engine.createDatabase()];
      for (const database of [kept, lost]) {
        expect(await database.runText(base.upgrade)).toMatchObject({ status: 0 });
        await did(database, rows('good', 10));
      }
      const ran = await kept.runText(script.downgrade);
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
      await did(lost, rows('bad', 1));
      const untouched = await state(lost);
      expect((await lost.runText(script.downgrade)).status).not.toBe(0);
      expect(await state(lost)).toEqual(untouched);
      const { stdout, stderr } = await runAccepting(engine, lost, script.downgrade);
      const said = (stdout + stderr).replace(
        /(?<=that |too long for )\S+(?: precision)?(?:\(.*?\))?(?:\[\])?(?= does not| \(first)/g,
        'its new type',
      );
      const counted = said.match(/(?<=loss accepted: undoing revision r2 would lose ).*(?= \(first: id = 1\))/g);
      const all = found.map(
        ({ bad, says }, at) => `${bad.length} value${bad.length === 1 ? '' : 's'} of k${at}.c ${says}`,
      );
      // where each change is a step, each but the first counts once more
      expect(counted).toEqual(isOfMysql(engine) ? [...all, ...all.slice(1)] : all);
      expect(await lost.rows('migrator_version'), stdout + stderr).toEqual([['r1']]);
    });

    test.runIf(engine.dialect === 'postgresql')(
      'texts that are no numbers are counted, and break nothing off',
      async () => {
        const ups = [
          `op.createTable('k', (t) => { t.integer('id').notNullable().primary(); t.text('c'); });`,
          `op.alterColumn('k', 'c', { type: (t, name) => t.integer(name) });`,
        ];
        const [base, { upgrade }] = [await scriptsOf(engine, ups, ':r1'), await scriptsOf(engine, ups, 'r1:r2')];
        const database = await engine.createDatabase();
        expect(await database.runText(base.upgrade)).toMatchObject({ status: 0 });
        const bad = ['abc', '', '0x1F', '12.0', '2147483648', '99999999999'];
        const rows = [...bad, '2147483647', ' -8 '].map((text, at) => `(${at + 1}, '${text}')`);
        await did(database, [`insert into k values (0, null), ${rows.join(', ')}`]);
        const untouched = await state(database);
        const { stderr } = await database.runText(upgrade);
        expect(stderr).toContain('6 values of k.c that are no integer (first: id = 1)');
        expect(stderr).not.toContain('invalid input syntax');
        expect(await state(database)).toEqual(untouched);
        await did(database, [`delete from k where id between 1 and ${bad.length}`]);
        expect(await database.runText(upgrade)).toMatchObject({ status: 0 });
        expect(await database.rows('k')).toHaveLength(3);
      },
    );

    test('what the revision mends itself is counted where it is mended', async () => {
      const up = `
      op.execute("update person set age = 0 where age is null");
      op.alterColumn('person', 'age', { nullable: false });
    `;
      const base = await scriptsOf(engine, [before], ':r1');
      const { upgrade } = await scriptsOf(engine, [before, up], 'r1:r2');
      const database = await engine.createDatabase();
      await database.runText(base.upgrade);
      await did(database, [person(1, 'name', "'Ann'")]);
      const ran = await database.runText(upgrade);
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
      expect(await database.query('select age from person')).toEqual([['0']]);
    });

    test('a check behind changed rows undoes them where it can, and elsewhere the same file goes on behind them', async () => {
      const up = `
      op.execute("update person set age = 1 where id = 1");
      op.alterColumn('person', 'age', { nullable: false });
    `;
      const base = await scriptsOf(engine, [before], ':r1');
      const { upgrade } = await scriptsOf(engine, [before, up], 'r1:r2');
      const database = await engine.createDatabase();
      await database.runText(base.upgrade);
      await did(database, [person(1, 'name', "'Ann'"), person(2, 'name', "'Bob'")]);
      const untouched = await state(database);
      const stays = isOfMysql(engine);
      for (const strict of [true, false]) {
        const text = strict ? upgrade : careless[engine.dialect](upgrade);
        const { stdout, stderr } = await database.runText(text, {
          strict,
          ...(isOfMysql(engine) && !strict ? { by: 'command' } : {}),
        });
        expect(stdout + stderr).toContain('migration refused: revision r2 finds 1 NULL in person.age (first: id = 2)');
        if (!stays) expect(await state(database)).toEqual(untouched);
        expect(await database.query('select age from person order by id')).toEqual([[stays ? '1' : null], [null]]);
        expect(await database.rows('migrator_version')).toEqual([['r1']]);
      }
      await did(database, ['update person set age = 2 where id = 2', 'update person set age = 3 where id = 1']);
      const ran = await database.runText(upgrade);
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
      expect(await database.query('select age from person order by id')).toEqual([[stays ? '3' : '1'], ['2']]);
    });
  },
  oneOfEachFamily,
);

describeEngines(
  'losses',
  (engine) => {
    async function openTown() {
      const { upgrade, downgrade } = await scriptsOf(engine, [before]);
      const database = await engine.createDatabase();
      await database.runText(upgrade);
      await did(database, ["insert into town (id, name) values (7, 'Wien')"]);
      return { database, downgrade };
    }

    test('that a revision accepts in words are not counted', async () => {
      const { database } = await openTown();
      const up = `op.dropColumn('town', 'name', { dataLoss: "in the register; it's -- safe" }); op.dropTable('note', { dataLoss: 'nobody read it' });`;
      const { upgrade } = await scriptsOf(engine, [before, up], 'r1:r2');
      await did(database, ["insert into note (words) values ('x')"]);
      const ran = await database.runText(upgrade);
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
      expect(await database.rows('town')).toEqual([['7']]);
      expect(upgrade).toContain("-- loss accepted: in the register; it's -- safe\n");
    });

    test('of a downgrade pass when its switch is on, and only then', async () => {
      const { database, downgrade } = await openTown();
      const untouched = await state(database);
      const refused = await database.runText(downgrade);
      expect(refused.status).not.toBe(0);
      expect(refused.stdout + refused.stderr).toContain(
        'migration refused: undoing revision r1 would lose 1 row of town (first: id = 7)',
      );
      expect(await state(database)).toEqual(untouched);
      const ran = await runAccepting(engine, database, downgrade);
      expect(ran, ran.stdout + ran.stderr).toMatchObject({ status: 0 });
      expect(ran.stdout + ran.stderr).toContain(
        'loss accepted: undoing revision r1 would lose 1 row of town (first: id = 7)',
      );
      expect(await database.rows('migrator_version')).toEqual([]);
    });

    test('of an upgrade do not listen to the switch', async () => {
      const { database } = await openTown();
      const { upgrade } = await scriptsOf(engine, [before, `op.dropColumn('town', 'name');`], 'r1:r2');
      const untouched = await state(database);
      const ran = await runAccepting(engine, database, upgrade);
      expect(ran.stdout + ran.stderr).toContain('migration refused: revision r2 would lose 1 value of town.name');
      expect(await state(database)).toEqual(untouched);
    });

    test('pass with the switch, what would be refused does not', async () => {
      const up = `op.alterColumn('person', 'town', { nullable: true }); op.addColumn('town', (t) => t.string('size', 9));`;
      const required = before.replace("t.integer('town');", "t.integer('town').notNullable();");
      const scripts = await scriptsOf(engine, [required, up]);
      const back = (await scriptsOf(engine, [required, up], 'r1:r2', () => '')).downgrade;
      const database = await engine.createDatabase();
      await database.runText(scripts.upgrade);
      await did(database, ["insert into town (id, size) values (1, 'big')", person(2, 'age', '1')]);
      const untouched = await state(database);
      const ran = await runAccepting(engine, database, back);
      expect(ran.stdout + ran.stderr).toContain('undoing revision r2 finds 1 NULL in person.town (first: id = 2)');
      expect(await state(database)).toEqual(untouched);
      await did(database, ['update person set town = 1']);
      const again = await runAccepting(engine, database, back);
      expect(again, again.stdout + again.stderr).toMatchObject({ status: 0 });
      expect(await database.rows('town')).toEqual([['1', null]]);
    });
  },
  oneOfEachFamily,
);
