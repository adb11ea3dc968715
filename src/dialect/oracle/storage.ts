/** How tables and indexes are stored, in Oracle's words. */

import type { Name } from '../../schema/name.ts';
import type { Storage } from '../../schema/table-index.ts';
import { quoteName } from '../dialect.ts';
import { unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { quoted } from '../text.ts';
import { type Accent, alterTable, word } from './accent.ts';
import { block } from './guard.ts';

type Value = Storage[string];
type Spell = (value: Value, accent: Accent) => string | undefined;

const number =
  (clause: string): Spell =>
  (value) =>
    /^\d+$/.test(String(value)) ? `${clause} ${value}` : undefined;
const flag =
  (yes: string, no: string): Spell =>
  (value) =>
    typeof value === 'boolean' ? (value ? yes : no) : undefined;
const parallel: Spell = (value, accent) =>
  typeof value === 'boolean' ? (value ? 'parallel' : 'noparallel') : number('parallel')(value, accent);

/** In the order of the manual, which is the order in which they are written. */
const shared: Readonly<Record<string, Spell>> = {
  tablespace: (value, accent) => (typeof value === 'string' ? `tablespace ${word(value, accent)}` : undefined),
  pctfree: number('pctfree'),
  initrans: number('initrans'),
  logging: flag('logging', 'nologging'),
};

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-TABLE.html, physical_properties */
const ofTables: Readonly<Record<string, Spell>> = {
  ...shared,
  compress: flag('compress', 'nocompress'),
};
/** These stand after the partitions. */
const afterPartitions: Readonly<Record<string, Spell>> = { cache: flag('cache', 'nocache'), parallel };
const allOfTables = { ...ofTables, ...afterPartitions };

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-INDEX.html, index_attributes; a number of columns is compressed */
const ofIndexes: Readonly<Record<string, Spell>> = {
  ...shared,
  compress: (value, accent) =>
    typeof value === 'boolean' ? (value ? 'compress' : 'nocompress') : number('compress')(value, accent),
  parallel,
};

/** knex's own, which it drops for databases other than MySQL with a warning. */
const notOurs = new Set(['engine', 'charset', 'collate']);

function clauses(options: Storage, known: Readonly<Record<string, Spell>>, accent: Accent): readonly string[] {
  const order = Object.keys(known);
  return Object.entries(options)
    .filter(([option]) => !notOurs.has(option))
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([option, value]) => {
      const clause = known[option]?.(value, accent);
      if (clause !== undefined) return clause;
      throw unsupported(
        `Oracle has no option ${option} with the value ${JSON.stringify(value)}`,
        `the options are ${order.join(', ')}; for others write the statement with op.execute(…)`,
      );
    });
}

function spaced(found: readonly string[]): string {
  return found.map((clause) => ` ${clause}`).join('');
}

/** What stands before the partitions of a table, and after: ` tablespace users compress`, ` parallel 4`. */
export function tableOptions(options: Storage, accent: Accent): readonly [before: string, after: string] {
  const all = Object.entries(options);
  const after = all.filter(([option]) => option in afterPartitions);
  const before = all.filter(([option]) => !(option in afterPartitions));
  return [
    spaced(clauses(Object.fromEntries(before), ofTables, accent)),
    spaced(clauses(Object.fromEntries(after), afterPartitions, accent)),
  ];
}

export function indexOptions(options: Storage, accent: Accent): string {
  return spaced(clauses(options, ofIndexes, accent));
}

/** Whether the table says more than what knex drops. */
export function hasOptions(options: Storage | undefined): boolean {
  return Object.keys(options ?? {}).some((option) => !notOurs.has(option));
}

/** A table that goes to another tablespace leaves its indexes unusable: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html, move_table_clause */
export function alterOptions(table: Name, options: Storage, accent: Accent): readonly Statement[] {
  const { tablespace, ...rest } = options;
  const stay = clauses(rest, allOfTables, accent).map((clause) => alterTable(table, clause, accent));
  if (tablespace === undefined) return stay;
  return [
    ...stay,
    alterTable(table, `move ${clauses({ tablespace }, ofTables, accent).join(' ')}`, accent),
    rebuild(table, accent),
  ];
}

function rebuild(table: Name, accent: Accent): Statement {
  quoteName(accent, table);
  const owner = table.schema === undefined ? "sys_context('USERENV', 'CURRENT_SCHEMA')" : quoted(table.schema);
  return block(
    [
      'begin',
      '  for i in (select owner, index_name from all_indexes',
      `    where table_owner = ${owner} and table_name = ${quoted(table.name)} and status = 'UNUSABLE') loop`,
      `    execute immediate 'alter index "' || i.owner || '"."' || i.index_name || '" rebuild';`,
      '  end loop;',
      'end;',
    ].join('\n'),
  );
}
