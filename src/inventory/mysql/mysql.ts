/** A database of MySQL or MariaDB read as a schema. */

import type { Name } from '../../schema/name.ts';
import type { Routine, Sequence, Trigger, View } from '../../schema/objects.ts';
import { nothing } from '../../schema/registry.ts';
import { keyOf, type Schema } from '../../schema/schema.ts';
import { byPosition, facts, grantsOf, present, registryOf } from '../facts.ts';
import type { Frame, Inventory, Question, Row } from '../inventory.ts';
import { mysqlQuestions, type Relative } from './questions.ts';
import {
  type CheckFact,
  type ColumnFact,
  type DefaultOf,
  type KeyFact,
  type NameOf,
  type PartFact,
  type PartitionFact,
  type RuleFact,
  type TableFact,
  tablesOf,
} from './table.ts';

interface Named {
  readonly schema: string;
  readonly name: string;
}
interface DatabaseFact {
  readonly name: string;
  readonly charset: string;
  readonly collation: string;
}
interface CharsetFact {
  readonly name: string;
  readonly collation: string;
}
type ViewFact = Named & { readonly query: string };
interface TriggerFact extends Named {
  readonly table: string;
  readonly timing: string;
  readonly event: string;
  readonly body: string;
}
interface RoutineFact extends Named {
  readonly kind: 'function' | 'procedure';
  readonly returns: string | null;
  readonly body: string | null;
  readonly deterministic: string;
  readonly access: string;
  readonly security: string;
  readonly comment: string;
}
interface ParameterFact {
  readonly schema: string;
  readonly routine: string;
  readonly position: number;
  readonly mode: string | null;
  readonly name: string;
  readonly type: string;
}
interface SequenceFact extends Named {
  readonly start: string;
  readonly increment: string;
  readonly minValue: string;
  readonly maxValue: string;
  readonly cache: string;
  readonly cycle: number;
}
interface GrantFact {
  readonly to: string;
  readonly privilege: string;
  readonly passed: string;
  readonly schema: string;
  readonly table?: string;
  readonly column?: string;
}

const quote = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

function homeOf(rows: readonly Row[], frame: Frame): string {
  return frame.home ?? facts<string | null>(rows, 'home')[0] ?? '';
}

/** MariaDB's sequences are tables of one row, and nothing else tells how they count: https://mariadb.com/kb/en/create-sequence/ */
function sequenceQuestions(rows: readonly Row[]): readonly Question[] {
  const sequences = facts<TableFact>(rows, 'table').filter(({ type }) => type === 'SEQUENCE');
  return sequences.map(({ schema, table }) => {
    const text = (value: string) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
    const parts = `'schema', ${text(schema)}, 'name', ${text(table)}, 'start', cast(start_value as char), 'increment', cast(increment as char),
      'minValue', cast(minimum_value as char), 'maxValue', cast(maximum_value as char), 'cache', cast(cache_size as char), 'cycle', cycle_option`;
    return {
      about: 'sequence',
      sql: `select 'sequence' as about, json_object(${parts}) as says from ${quote(schema)}.${quote(table)}`,
    };
  });
}

function routineOf(fact: RoutineFact, parameters: readonly ParameterFact[], name: Name): Routine {
  const list = byPosition(parameters).map(({ mode, name: called, type }) =>
    [fact.kind === 'procedure' ? (mode ?? 'IN').toLowerCase() : '', quote(called), type].join(' ').trim(),
  );
  const words = [
    `(${list.join(', ')})`,
    fact.returns === null || fact.kind === 'procedure' ? '' : `returns ${fact.returns}`,
    fact.deterministic === 'YES' ? 'deterministic' : '',
    fact.access.toLowerCase(),
    `sql security ${fact.security.toLowerCase()}`,
    fact.body ?? '',
  ];
  return { kind: fact.kind, name, definition: words.filter((part) => part !== '').join(' ') };
}

function triggerOf({ name, table, timing, event, body, schema }: TriggerFact, nameOf: NameOf): Trigger {
  const definition = `${timing.toLowerCase()} ${event.toLowerCase()} on ${quote(table)} for each row ${body}`;
  return { name, table: nameOf(schema, table), definition };
}

function grantOf({ to, privilege, passed, schema, table, column }: GrantFact, nameOf: NameOf) {
  const kind = table === undefined ? ('database' as const) : ('table' as const);
  const on = {
    kind,
    name: table === undefined ? { name: schema } : nameOf(schema, table),
    ...(column === undefined ? {} : { columns: [column] }),
  };
  return { grant: { on, to }, privilege, passed: passed === 'YES' };
}

function read(rows: readonly Row[], frame: Frame, defaultOf: DefaultOf): Schema {
  const home = homeOf(rows, frame);
  const among = <F extends { readonly schema: string }>(about: string): readonly F[] =>
    facts<F>(rows, about).filter(({ schema }) => (frame.schemas ?? [home]).includes(schema));
  const nameOf: NameOf = (schema, name) => (schema === home ? { name } : { schema, name });
  const tables = among<TableFact>('table').filter(({ type }) => type !== 'SEQUENCE');
  const found = {
    tables,
    columns: among<ColumnFact>('column'),
    parts: among<PartFact>('part'),
    keys: among<KeyFact>('key'),
    rules: among<RuleFact>('rule'),
    checks: among<CheckFact>('check'),
    partitions: among<PartitionFact>('partition'),
  };
  const views = among<ViewFact>('view').map(
    ({ schema, name, query }): View => ({ name: nameOf(schema, name), query, materialized: false, indexes: [] }),
  );
  const sequences = among<SequenceFact>('sequence').map(
    ({ schema, name, cycle, ...counting }): Sequence => ({
      ...counting,
      cycle: Number(cycle) === 1,
      name: nameOf(schema, name),
    }),
  );
  const databases = facts<DatabaseFact>(rows, 'database').map(({ name }) => name);
  const schemas = databases.filter((name) => name !== home && frame.schemas?.includes(name) === true);
  const parameters = among<ParameterFact>('parameter');
  const routines = among<RoutineFact>('routine').map((fact) => {
    const own = parameters.filter(({ schema, routine }) => schema === fact.schema && routine === fact.name);
    return routineOf(fact, own, nameOf(fact.schema, fact.name));
  });
  return {
    tables: registryOf(tablesOf(found, nameOf, defaultOf), keyOf.named),
    views: registryOf(views, keyOf.named),
    sequences: registryOf(sequences, keyOf.named),
    enums: nothing,
    routines: registryOf(routines, keyOf.routine),
    triggers: registryOf(
      among<TriggerFact>('trigger').map((fact) => triggerOf(fact, nameOf)),
      keyOf.trigger,
    ),
    extensions: nothing,
    schemas: registryOf(schemas, (name) => name),
    grants: grantsOf(among<GrantFact>('grant').map((fact) => grantOf(fact, nameOf))),
    unread: [],
  };
}

/** What a table is made with when nothing is said. */
function usual(rows: readonly Row[], frame: Frame) {
  const home = homeOf(rows, frame);
  const database = facts<DatabaseFact>(rows, 'database').find(({ name }) => name === home);
  const charsets = facts<CharsetFact>(rows, 'charset').map(({ name, collation }) => [name, collation] as const);
  const ofDatabase = present({ charset: database?.charset, collation: database?.collation });
  return { home, engine: 'InnoDB', ...ofDatabase, collations: Object.fromEntries(charsets) };
}

function inventoryOf(relative: Relative, defaultOf: DefaultOf): Inventory {
  return {
    questions: (frame) => mysqlQuestions(frame, relative),
    further: (rows) => sequenceQuestions(rows),
    read: (rows, frame) => read(rows, frame, defaultOf),
    usual,
  };
}

/** Expressions, since 10.2.7; `NULL` is what a column holds that has no default: https://mariadb.com/kb/en/information-schema-columns-table/ */
export const mariadbInventory: Inventory = inventoryOf({ indexExpressions: false, checksByTable: true }, (text) =>
  text === 'NULL' ? undefined : { kind: 'sql', sql: text },
);

/** Values without quotes, unless EXTRA says that it is an expression: https://dev.mysql.com/doc/refman/8.4/en/information-schema-columns-table.html */
export const mysqlInventory: Inventory = inventoryOf(
  { indexExpressions: true, checksByTable: false },
  (text, { extra, type }) =>
    extra.includes('DEFAULT_GENERATED') || /^(?:bit|binary|varbinary)/.test(type)
      ? { kind: 'sql', sql: text }
      : { kind: 'value', value: text },
);
