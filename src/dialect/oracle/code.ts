/** Views, routines and triggers. */

import type { Of } from '../../operation/operation.ts';
import type { View } from '../../schema/objects.ts';
import { quoteName } from '../dialect.ts';
import { type Lowering, schemaStatement, step } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { quoted } from '../text.ts';
import { type Accent, beside, commentOn, list } from './accent.ts';
import { block, drop, errors } from './guard.ts';
import { createIndex } from './indexes.ts';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-MATERIALIZED-VIEW.html knows no OR REPLACE. */
function createView({ view, replace }: Of<'createView'>, accent: Accent): readonly Statement[] {
  const name = quoteName(accent, view.name);
  const columns = view.columns === undefined ? '' : ` (${list(view.columns, accent)})`;
  const word = view.materialized ? 'materialized view' : 'view';
  const made = schemaStatement(
    `create ${replace && !view.materialized ? 'or replace ' : ''}${word} ${name}${columns} as ${view.query}`,
  );
  const gone =
    replace && view.materialized
      ? [step('drop the old view', drop(word, name, true, errors.noMaterializedView, accent))]
      : [];
  return [...gone, made, ...withView(view, name, accent)];
}

function withView({ name, materialized, indexes, comment }: View, quotedName: string, accent: Accent) {
  const what = materialized ? 'materialized view' : 'table';
  return [
    ...indexes.map((index) => createIndex({ kind: 'createIndex', table: name, index }, undefined, accent)),
    ...(comment === undefined ? [] : [commentOn(`${what} ${quotedName}`, comment, accent)]),
  ];
}

/** Readers see the old rows until it has finished: https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_MVIEW.html */
function refreshView({ view }: Of<'refreshView'>, accent: Accent): Statement {
  return block(`begin dbms_mview.refresh(${quoted(quoteName(accent, view))}); end;`);
}

function creation(replace: boolean): string {
  return replace ? 'create or replace' : 'create';
}

export function codeLowering(accent: Accent): Lowering {
  return {
    createView: (operation) => createView(operation, accent),
    dropView: ({ view, materialized, ifExists }) => {
      const [what, code] = materialized
        ? (['materialized view', errors.noMaterializedView] as const)
        : (['view', errors.noTable] as const);
      return [drop(what, quoteName(accent, view), ifExists, code, accent)];
    },
    refreshView: (operation) => [refreshView(operation, accent)],
    createRoutine: ({ routine: { kind, name, definition }, replace }) => [
      block(`${creation(replace)} ${kind} ${quoteName(accent, name)} ${definition}`),
    ],
    dropRoutine: ({ routine: { kind, name }, ifExists }) => [
      drop(kind, quoteName(accent, name), ifExists, errors.noRoutine, accent),
    ],
    createTrigger: ({ trigger: { name, table, definition }, replace }) => [
      block(`${creation(replace)} trigger ${quoteName(accent, beside(table, name))} ${definition}`),
    ],
    dropTrigger: ({ trigger, table, ifExists }) => [
      drop('trigger', quoteName(accent, beside(table, trigger)), ifExists, errors.noTrigger, accent),
    ],
  };
}
