/** What MySQL and MariaDB keep from an account that has no right on it. */

import type { Name } from '../../schema/name.ts';
import { mysqlToken as text } from '../literal-mysql.ts';
import { type Asked, grouped, type Sought } from './accent.ts';
import { lacks, listing, placeOf } from './mysql-rights.ts';

interface Lack {
  /** Any of them is enough. */
  readonly privileges: readonly string[];
  /** `the right to read table` */
  readonly words: string;
  readonly role: string;
  /** Only where this holds, too; the table is `t.name` in this place. */
  readonly and?: (place: string) => string;
}

/** Tables of which an account has no right at all are not shown to it. */
function lacking(tables: readonly Name[], { privileges, words, role, and }: Lack): readonly Asked[] {
  return grouped(tables.map((name) => ({ kind: 'table' as const, name }))).map(({ schema: place, names }) => {
    const lack = lacks(privileges, placeOf(place), 't.name', role);
    return {
      fault:
        `(SELECT CONCAT(${text(`expects ${words}`)}, IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.name ORDER BY t.name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')\n` +
        `      FROM (${listing(names)}) t WHERE ${[lack, ...(and === undefined ? [] : [and(placeOf(place))])].join('\n        AND ')})`,
      expects: `expects ${words} ${names.join(', ')}`,
    };
  });
}

export const reading = (tables: readonly Name[], role: string): readonly Asked[] =>
  lacking(tables, { privileges: ['SELECT'], words: 'the right to read table', role });

/** https://dev.mysql.com/doc/refman/8.0/en/information-schema-introduction.html#information-schema-privileges */
const anyOfTable: readonly string[] =
  'SELECT,INSERT,UPDATE,DELETE,CREATE,DROP,REFERENCES,INDEX,ALTER,CREATE VIEW,SHOW VIEW,TRIGGER'.split(',');

/** Triggers and routines may be shown for other rights, too: what is shown is not asked for. */
export function seeing({ tables, triggered, routines }: Sought, role: string): readonly Asked[] {
  const unseen = (view: string, columns: string) => (place: string) =>
    `NOT EXISTS (SELECT 1 FROM information_schema.${view} WHERE ${columns.replace('?', place)} = t.name)`;
  return [
    ...lacking(tables, { privileges: anyOfTable, words: 'a right on table', role }),
    ...lacking(triggered, {
      privileges: ['TRIGGER'],
      words: 'the right to see triggers of table',
      role,
      and: unseen('triggers', 'event_object_schema = ? AND event_object_table'),
    }),
    ...lacking(routines, {
      privileges: ['EXECUTE', 'ALTER ROUTINE'],
      words: 'the right to execute routine',
      role,
      and: unseen('routines', 'routine_schema = ? AND routine_name'),
    }),
  ];
}
