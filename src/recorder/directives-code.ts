/** Directives about views, routines, triggers and enumerated types. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Operation } from '../operation/operation.ts';
import type { Routine } from '../schema/objects.ts';
import { flag, optional } from './hear-keys.ts';
import type { InSchema } from './in-schema.ts';
import { inline } from './inline.ts';
import type { QueryBuilder } from './knex-shapes.ts';
import type { CodeDirectives, EnumDirectives, RoutineOptions, ViewOptions, ViewQuery } from './op-object.ts';
import { ownName } from './own-name.ts';
import { type PerDialect, textFor } from './per-dialect.ts';
import type { Performer } from './performer.ts';

type Below = (...args: never[]) => unknown;

function isBuilder(query: ViewQuery): query is Exclude<ViewQuery, PerDialect> {
  return typeof (query as { toSQL?: unknown } | null)?.toSQL === 'function';
}

/** SQL that ends with its semicolon is as good as without. */
function bare(sql: string): string {
  return sql.trim().replace(/[\s;]+$/, '');
}

export function codeDirectives({ session, name, do: doing }: Performer, dialect: Dialect): CodeDirectives {
  /** Nothing is done where the text for this dialect is null. */
  const withText = (text: PerDialect, what: string, below: Below, make: (text: string) => Operation): void => {
    const own = textFor(text, dialect, what);
    if (own !== null) doing(make(own), below);
  };
  const queryOf = (query: ViewQuery): PerDialect => {
    if (!isBuilder(query)) return query;
    return session.compiling(() => inline((query as unknown as QueryBuilder).toSQL(), dialect));
  };
  const makeView =
    (materialized: boolean, replace: boolean, below: () => Below): CodeDirectives['createView'] =>
    (view, query, options: ViewOptions = {}) =>
      withText(queryOf(query), `view ${view}`, below(), (text) => ({
        kind: 'createView',
        view: {
          name: name(view, options),
          query: bare(text),
          materialized,
          indexes: [],
          ...optional('columns', options.columns),
        },
        replace,
      }));
  const makeRoutine =
    (kind: Routine['kind'], replace: boolean, below: () => Below): CodeDirectives['createFunction'] =>
    (routine, definition, options: RoutineOptions = {}) =>
      withText(definition, `${kind} ${routine}`, below(), (text) => ({
        kind: 'createRoutine',
        routine: {
          kind,
          name: name(routine, options),
          ...optional('arguments', options.arguments),
          definition: text.trim(),
        },
        replace,
      }));
  const dropRoutine =
    (kind: Routine['kind'], below: () => Below): CodeDirectives['dropFunction'] =>
    (routine, options = {}) =>
      doing(
        {
          kind: 'dropRoutine',
          routine: { kind, name: name(routine, options), ...optional('arguments', options.arguments) },
          ...flag('ifExists', options.ifExists),
        },
        below(),
      );
  const triggerOn = (trigger: string, table: string, options: InSchema | undefined, below: Below) => {
    const on = name(table, options);
    return { name: session.at(session.place(below), () => ownName('trigger', name(trigger, options), on)), table: on };
  };
  const makeTrigger =
    (replace: boolean, below: () => Below): CodeDirectives['createTrigger'] =>
    (trigger, table, definition, options) =>
      withText(definition, `trigger ${trigger}`, below(), (text) => ({
        kind: 'createTrigger',
        trigger: { ...triggerOn(trigger, table, options, below()), definition: text.trim() },
        replace,
      }));
  const dropView =
    (materialized: boolean, below: () => Below): CodeDirectives['dropView'] =>
    (view, options = {}) =>
      doing(
        { kind: 'dropView', view: name(view, options), materialized, ...flag('ifExists', options.ifExists) },
        below(),
      );
  const directives: CodeDirectives = {
    createView: makeView(false, false, () => directives.createView),
    replaceView: makeView(false, true, () => directives.replaceView),
    dropView: dropView(false, () => directives.dropView),
    createMaterializedView: makeView(true, false, () => directives.createMaterializedView),
    refreshMaterializedView: (view, options = {}) =>
      doing(
        { kind: 'refreshView', view: name(view, options), concurrently: options.concurrently === true },
        directives.refreshMaterializedView,
      ),
    dropMaterializedView: dropView(true, () => directives.dropMaterializedView),
    createFunction: makeRoutine('function', false, () => directives.createFunction),
    replaceFunction: makeRoutine('function', true, () => directives.replaceFunction),
    dropFunction: dropRoutine('function', () => directives.dropFunction),
    createProcedure: makeRoutine('procedure', false, () => directives.createProcedure),
    replaceProcedure: makeRoutine('procedure', true, () => directives.replaceProcedure),
    dropProcedure: dropRoutine('procedure', () => directives.dropProcedure),
    createTrigger: makeTrigger(false, () => directives.createTrigger),
    replaceTrigger: makeTrigger(true, () => directives.replaceTrigger),
    dropTrigger(trigger, table, options = {}) {
      const on = triggerOn(trigger, table, options, directives.dropTrigger);
      doing(
        { kind: 'dropTrigger', trigger: on.name, table: on.table, ...flag('ifExists', options.ifExists) },
        directives.dropTrigger,
      );
    },
  };
  return directives;
}

export function enumDirectives({ name, do: doing }: Performer): EnumDirectives {
  const directives: EnumDirectives = {
    createEnum: (type, values, options) =>
      doing(
        { kind: 'createEnum', type: { name: name(type, options), values, implicit: false } },
        directives.createEnum,
      ),
    addEnumValue: (type, value, options = {}) =>
      doing(
        {
          kind: 'addEnumValue',
          type: name(type, options),
          value,
          ...optional('before', options.before),
          ...optional('after', options.after),
        },
        directives.addEnumValue,
      ),
    renameEnumValue: (type, value, to, options) =>
      doing({ kind: 'renameEnumValue', type: name(type, options), value, to }, directives.renameEnumValue),
    dropEnumValue: (type, value, options) =>
      doing({ kind: 'dropEnumValue', type: name(type, options), value }, directives.dropEnumValue),
    renameEnum: (type, to, options) =>
      doing({ kind: 'renameEnum', type: name(type, options), to }, directives.renameEnum),
    dropEnum: (type, options = {}) =>
      doing(
        { kind: 'dropEnum', type: name(type, options), ...flag('ifExists', options.ifExists) },
        directives.dropEnum,
      ),
  };
  return directives;
}
