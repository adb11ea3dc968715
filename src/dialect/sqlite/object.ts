/** Views and triggers of SQLite, and the objects that it has not. */

import type { Kind } from '../../operation/operation.ts';
import { describe } from '../../operation/verbs.ts';
import { showName } from '../../schema/name.ts';
import type { Trigger } from '../../schema/objects.ts';
import { entries } from '../../schema/registry.ts';
import type { Schema } from '../../schema/schema.ts';
import { quoteName } from '../dialect.ts';
import { type Lowering, schemaStatement, step, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { type Accent, list } from './table-text.ts';

export function createTrigger({ name, table, definition }: Trigger, accent: Accent): Statement {
  const sql = `create trigger ${quoteName(accent, { ...table, name })} ${definition}`;
  return { sql, transactional: true, sort: 'block' };
}

/** Triggers end with their table or view: https://www.sqlite.org/lang_droptrigger.html */
export function triggersOf(schema: Schema, table: Trigger['table']): readonly Trigger[] {
  return entries(schema.triggers)
    .map(([, trigger]) => trigger)
    .filter((trigger) => showName(trigger.table) === showName(table));
}

function written(sql: string): Statement {
  return { sql, transactional: true, sort: 'raw' };
}

const reasons: readonly (readonly [readonly Kind[], string, string])[] = [
  [['createSchema', 'dropSchema'], 'a database is one file and has no schemas', 'attach another database by hand'],
  [
    ['createSequence', 'alterSequence', 'renameSequence', 'dropSequence'],
    'it has no sequences; INTEGER PRIMARY KEY AUTOINCREMENT numbers rows',
    'use increments() for this database',
  ],
  [
    ['createEnum', 'addEnumValue', 'renameEnumValue', 'dropEnumValue', 'renameEnum', 'dropEnum'],
    'it has no types of its own',
    'use t.enu(…), which checks the values of a column',
  ],
  [
    ['createRoutine', 'dropRoutine'],
    'functions are part of the program that opens the file',
    'use a view or a trigger',
  ],
  [
    ['createExtension', 'dropExtension'],
    'extensions are loaded by each connection',
    'load it where the file is opened',
  ],
  [['grant', 'revoke'], 'it has no users; who may read the file is up to the system', 'leave rights out'],
  [['addPartition', 'dropPartition'], 'it has no partitions', 'leave partitions out'],
  [['refreshView'], 'it has no materialized views', 'fill a table with rows'],
];

/** https://www.sqlite.org/omitted.html */
export function refusals(title: string): Lowering {
  const refused = reasons.flatMap(([kinds, reason, hint]) =>
    kinds.map((kind) => [
      kind,
      (operation: Parameters<typeof describe>[0]) => {
        throw unsupported(`${title} cannot ${describe(operation)}: ${reason}`, hint);
      },
    ]),
  );
  return Object.fromEntries(refused) as Lowering;
}

export function objectLowering(accent: Accent): Lowering {
  const dropView = (name: Trigger['table'], ifExists: boolean) =>
    schemaStatement(`drop view ${ifExists ? 'if exists ' : ''}${quoteName(accent, name)}`);
  const dropTrigger = (table: Trigger['table'], name: string, ifExists: boolean) =>
    schemaStatement(`drop trigger ${ifExists ? 'if exists ' : ''}${quoteName(accent, { ...table, name })}`);
  const refuseMaterialized = (materialized: boolean, name: Trigger['table']) => {
    if (!materialized) return;
    throw unsupported(`SQLite has no materialized views: ${showName(name)}`, 'fill a table with rows');
  };
  return {
    ...refusals(accent.title),
    createView: ({ view, replace }, before) => {
      refuseMaterialized(view.materialized, view.name);
      const columns = view.columns === undefined ? '' : ` ${list(view.columns, accent)}`;
      const create = written(`create view ${quoteName(accent, view.name)}${columns} as ${view.query}`);
      if (!replace) return [create];
      const triggers = triggersOf(before, view.name).map((trigger) =>
        step(`create trigger ${trigger.name} again`, createTrigger(trigger, accent)),
      );
      return [step(`drop the old view ${showName(view.name)}`, dropView(view.name, true)), create, ...triggers];
    },
    dropView: ({ view, materialized, ifExists = false }) => {
      refuseMaterialized(materialized, view);
      return [dropView(view, ifExists)];
    },
    createTrigger: ({ trigger, replace }) => [
      ...(replace
        ? [step(`drop the old trigger ${trigger.name}`, dropTrigger(trigger.table, trigger.name, true))]
        : []),
      createTrigger(trigger, accent),
    ],
    dropTrigger: ({ trigger, table, ifExists = false }) => [dropTrigger(table, trigger, ifExists)],
  };
}
