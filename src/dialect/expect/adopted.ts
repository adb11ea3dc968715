/** What scripts expect of a database whose history knex kept before. */

import type { Name } from '../../schema/name.ts';
import type { Dialect } from '../dialect.ts';
import { unless } from './accent.ts';
import type { Expectation } from './expectation.ts';

type Ground = Pick<Dialect, 'quote' | 'text' | 'expects'>;

function quoted({ schema, name }: Name, { quote }: Ground): string {
  return schema === undefined ? quote(name) : `${quote(schema)}.${quote(name)}`;
}

/** A script that makes everything anew is for a database that knex has not built. */
export function notByKnex(table: Name, version: string, dialect: Ground): Expectation {
  const expects = `expects a database that knex did not build, but there is ${table.name}: adopt.sql stamps one that it did`;
  const taken = dialect.expects
    .freeNames([{ kind: 'table', name: table }], version)
    .map(({ fault }) => `(${fault}) IS NOT NULL`);
  return { when: 'beginning', expects, fault: unless(taken.join(' OR '), dialect.text(expects)) };
}

/** knex has applied exactly these migrations, and is not at work. */
export function builtByKnex(table: Name, names: readonly string[], dialect: Ground): Expectation {
  const rows = quoted(table, dialect);
  const lock = quoted({ ...table, name: `${table.name}_lock` }, dialect);
  const [name, locked] = ['name', 'is_locked'].map((word) => dialect.quote(word));
  const expects = `expects ${table.name} to hold the ${names.length} migrations up to ${names.at(-1)} and no other, and knex not to be at work`;
  const list = names.map((one) => dialect.text(one)).join(',\n      ');
  const wrong = [
    `(SELECT COUNT(*) FROM ${rows}) <> ${names.length}`,
    `(SELECT COUNT(DISTINCT ${name}) FROM ${rows} WHERE ${name} IN (\n      ${list})) <> ${names.length}`,
    `(SELECT COUNT(*) FROM ${lock} WHERE ${locked} <> 0) > 0`,
  ].join('\n    OR ');
  return { when: 'undone', expects, fault: unless(wrong, dialect.text(`${expects}; that is not so`)) };
}
