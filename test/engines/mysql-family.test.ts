/** What MySQL and MariaDB do beside what they are told, put right on real servers: a change taken back leaves what stood there. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MigratorError } from '../../src/errors.ts';
import { compileProject } from '../project.ts';
import { describeEngines } from './describe-engines.ts';
import type { Engine } from './engine.ts';

const setup = `
  op.createTable('town', (t) => {
    t.increments('id');
    t.string('name', 40).notNullable();
  });
  op.createTable('user', (t) => {
    t.increments('id');
    t.string('email', 50).notNullable().defaultTo("it's").comment("the user's").collate('utf8mb4_bin');
    t.integer('age');
    t.integer('town').unsigned();
    t.integer('home').unsigned();
  });
  op.createForeignKey('user_town', 'user', 'town', ['town'], ['id']);
  op.createForeignKey('user_home', 'user', 'town', ['town'], ['id']);
`;

interface Case {
  readonly up: string;
  readonly down: string;
  /** Lines of the catalog after `up`; null is gone. */
  readonly leaves?: Readonly<Record<string, RegExp | null>>;
  /** The engine has no such thing in this version. */
  readonly not?: Engine['name'];
}

const foreign = (name: string, column = 'town', more = '') =>
  `op.createForeignKey('${name}', 'user', 'town', ['${column}'], ['id']${more});`;
const drop = (name: string, table = 'user') => `op.dropConstraint('${name}', '${table}');`;

const cases: Readonly<Record<string, Case>> = {
  'a foreign key takes its index along': {
    up: drop('user_home') + drop('user_town'),
    down: foreign('user_town') + foreign('user_home'),
    leaves: { 'index user.user_town': null, 'index user.user_home': null },
  },
  'an index passes to the key that is left': {
    up: drop('user_town'),
    down: drop('user_home') + foreign('user_town') + foreign('user_home'),
    leaves: { 'index user.user_town': null, 'index user.user_home': /town/ },
  },
  'an index that stands in for one of a key leaves it one': {
    up: `op.createIndex('user_place', 'user', ['town', 'age']);`,
    down: `op.dropIndex('user_place', 'user');`,
    leaves: { 'index user.user_town': null, 'index user.user_place': /town, age/ },
  },
  'a primary key goes and comes back with its numbering': {
    up: `op.dropConstraint('user_pkey', 'user', { type: 'primary' });`,
    down: `op.createPrimaryKey('user_pkey', 'user', ['id']);`,
    leaves: { 'index user.PRIMARY': null, 'column user.id': /^int\(10\) unsigned not null(?!.*auto_increment)/ },
  },
  'another primary key keeps the numbering': {
    up: `op.dropConstraint('user_pkey', 'user', { type: 'primary' }); op.createPrimaryKey('user_pkey', 'user', ['id', 'email']);`,
    down: `op.dropConstraint('user_pkey', 'user', { type: 'primary' }); op.createPrimaryKey('user_pkey', 'user', ['id']);`,
    leaves: { 'index user.PRIMARY': /id, email/, 'column user.id': /auto_increment/ },
  },
  'a column goes with its keys and its shares of indexes': {
    up: `op.createIndex('user_both', 'user', ['age', 'town']); op.dropColumn('user', 'town');`,
    down: `op.addColumn('user', (t) => t.integer('town').unsigned()); ${foreign('user_town')} ${foreign('user_home')}`,
    leaves: { 'index user.user_both': null, 'constraint user.user_town': null },
  },
  'a change keeps all that is not changed': {
    up: `op.alterColumn('user', 'email', { nullable: true });`,
    down: `op.alterColumn('user', 'email', { nullable: false });`,
    leaves: {
      'column user.email': /^varchar\(50\) default '?it'?'s'? collate utf8mb4_bin$/,
      'comment column user.email': /the user/,
    },
  },
  'a longer text at both ends of a key': {
    up: `op.createIndex('town_name', 'town', ['name'], { unique: true });
      op.addColumn('user', (t) => t.string('town_name', 40));
      op.createForeignKey('user_town_name', 'user', 'town', ['town_name'], ['name']);
      op.alterColumn('town', 'name', { type: (t) => t.string('name', 60) });`,
    down: `op.alterColumn('town', 'name', { type: (t) => t.string('name', 40) }); op.dropColumn('user', 'town_name'); op.dropIndex('town_name', 'town');`,
    leaves: { 'column town.name': /^varchar\(60\) not null/, 'constraint user.user_town_name': /town/ },
  },
  'a foreign key gets another name': {
    up: `op.renameConstraint('user_town', 'user_place', 'user');`,
    down: `op.renameConstraint('user_place', 'user_town', 'user');`,
    leaves: { 'constraint user.user_place': /town/, 'constraint user.user_town': null },
  },
  'an index gets another name': {
    up: `op.createIndex('a', 'user', [{ column: 'email', length: 5 }, 'age']); op.renameIndex('a', 'b', 'user');`,
    down: `op.dropIndex('b', 'user');`,
    leaves: { 'index user.a': null, 'index user.b': /email\(5\), age/ },
  },
  'a column becomes computed and is so no longer': {
    up: `op.addColumn('user', (t) => t.integer('twice').computed('age * 2', { persisted: false }));
      op.createIndex('user_twice', 'user', ['twice']);
      op.alterColumn('user', 'twice', { computed: null });
      op.alterColumn('user', 'age', { computed: { expression: 'town + 1', persisted: true } });
      op.alterColumn('user', 'age', { computed: { expression: 'town + 2', persisted: true } });`,
    down: `op.alterColumn('user', 'age', { computed: null }); op.dropColumn('user', 'twice');`,
    leaves: {
      'column user.twice': /^int\(11\)(?!.*as )/,
      'column user.age': /STORED.*as .?town.? \+ 2/,
      'index user.user_twice': /twice/,
    },
    not: 'mysql',
  },
  'a column that others compute with gets another name': {
    up: `op.addColumn('user', (t) => t.integer('twice').computed('age * 2', { persisted: true }));
      op.createCheckConstraint('user_age', 'user', 'age > 0 and town > 0');
      op.alterColumn('user', 'age', { newColumnName: 'years' });`,
    down: `op.dropConstraint('user_age', 'user'); op.dropColumn('user', 'twice'); op.alterColumn('user', 'years', { newColumnName: 'age' });`,
    leaves: { 'column user.twice': /as .?years.? \* 2/, 'constraint user.user_age': /years.? > 0/ },
    not: 'mysql',
  },
  'nothing happens where nothing is, or where it is already': {
    up: `op.dropColumn('user', 'nothing', { ifExists: true });
      op.addColumn('user', (t) => t.integer('age'), { ifNotExists: true });
      op.createIndex('user_town', 'user', ['town'], { ifNotExists: true });
      op.dropIndex('nothing', 'user', { ifExists: true });
      op.dropConstraint('nothing', 'user', { type: 'foreign', ifExists: true });
      op.dropConstraint('none', 'user', { type: 'unique', ifExists: true });`,
    down: '',
  },
  'tables, searches in text, and what rows are parted by': {
    up: `op.createTable('page', (t) => { t.integer('id').notNullable(); t.text('text'); }, { options: { row_format: 'compact', comment: "it's" } });
      op.createIndex('page_text', 'page', ['text'], { using: 'fulltext', options: { comment: "for 'search'" } });
      op.alterTableOptions('page', { row_format: 'dynamic' });
      op.createIndex('page_id', 'page', ['id'], { unique: true });`,
    down: `op.dropTable('page');`,
    leaves: { 'index page.page_text': /FULLTEXT \(text\) for 'search'/, 'table page': /dynamic/i },
  },
  'a table goes with the keys to it': {
    up: `op.dropTable('town', { cascade: true });`,
    down: `op.createTable('town', (t) => { t.increments('id'); t.string('name', 40).notNullable(); }); ${foreign('user_town')} ${foreign('user_home')}`,
    leaves: { 'table town': null, 'constraint user.user_town': null, 'index user.user_town': null },
  },
};

function revision(id: string, below: string | null, up: string, down: string): string {
  return `/** ${id} */
export const revision = '${id}';
export const downRevision = ${below === null ? null : `'${below}'`};
export function upgrade(op) {${up}
}
export function downgrade(op) {${down}
}
`;
}

interface Project {
  readonly root: string;
  compile(range: string): ReturnType<typeof compileProject>;
  remove(): void;
}

function projectOf({ dialect, version }: Engine, up: string, down: string): Project {
  const root = mkdtempSync(join(tmpdir(), 'migrator-family-'));
  mkdirSync(join(root, 'revisions'));
  writeFileSync(join(root, 'migrator.toml'), `[target.here]\ndialect = "${dialect}"\nversion = "${version}"\n`);
  const base = `op.dropTable('user'); op.dropTable('town');`;
  writeFileSync(join(root, 'revisions', '1.ts'), revision('fa01', null, setup, base));
  writeFileSync(join(root, 'revisions', '2.ts'), revision('fa02', 'fa01', up, down));
  return {
    root,
    compile: (range) => compileProject(root, 'here', range),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

const mine = ['mariadb', 'mysql'] as const;

describeEngines(
  'the family of MySQL',
  (engine) => {
    for (const [title, { up, down, leaves = {}, not }] of Object.entries(cases)) {
      if (not === engine.name) continue;
      test(title, async () => {
        const project = projectOf(engine, up, down);
        try {
          const database = await engine.createDatabase();
          const look = { except: [/^(?:create|counter|order) /, /migrator_version/] };
          const first = await project.compile(':fa01');
          expect(await database.runText(first.upgrade)).toMatchObject({ status: 0, stderr: '' });
          const before = await database.catalog(look);
          const second = await project.compile('fa01:fa02');
          const ran = await database.runText(second.upgrade);
          expect(ran, ran.stderr).toMatchObject({ status: 0, stderr: '' });
          const after = await database.catalog(look);
          for (const [key, line] of Object.entries(leaves)) {
            if (line === null) expect(after[key], key).toBeUndefined();
            else expect(after[key] ?? `${key} among ${Object.keys(after).join()}`, key).toMatch(line);
          }
          const back = await database.runText(second.downgrade);
          expect(back, back.stderr).toMatchObject({ status: 0, stderr: '' });
          expect(await database.catalog(look)).toEqual(before);
        } finally {
          project.remove();
        }
      });
    }

    test('a change that cannot be made as it is told fails and leaves the table', async () => {
      const up = `op.alterColumn('user', 'age', { type: (t) => t.string('age', 9), algorithm: 'inplace', lock: 'none' });`;
      const project = projectOf(engine, up, '');
      try {
        const database = await engine.createDatabase();
        const first = await project.compile(':fa01');
        expect(await database.runText(first.upgrade)).toMatchObject({ status: 0, stderr: '' });
        const look = { except: [/migrator_version/] };
        const before = await database.catalog(look);
        const ran = await database.runText((await project.compile('fa01:fa02')).upgrade);
        expect(ran.status).not.toBe(0);
        expect(ran.stdout + ran.stderr).toMatch(/(?:ALGORITHM|LOCK)=\S+ is not supported/);
        expect(await database.catalog(look)).toEqual(before);
      } finally {
        project.remove();
      }
    });

    test.each([
      ['another size', `op.addColumn('user', (t) => t.bigInteger('far').unsigned()); ${foreign('f', 'far')}`],
      ['another sign', foreign('f', 'age')],
      ['a type changed under a key', `op.alterColumn('user', 'town', { type: (t) => t.bigInteger('town') });`],
    ])('a foreign key between unlike columns is no script: %s', async (_, up) => {
      const project = projectOf(engine, up, '');
      try {
        const told = project.compile('fa01:fa02').catch((error: unknown) => error);
        expect(await told).toBeInstanceOf(MigratorError);
        expect(await told).toMatchObject({ code: 'impossible', message: expect.stringMatching(/int unsigned/) });
      } finally {
        project.remove();
      }
    });
  },
  mine,
);
