/** What a script uses without changing it: functions that run, types of columns, languages, and the database where schemas and extensions are made. */

import type { Column } from '../schema/column.ts';
import type { Constraint } from '../schema/constraint.ts';
import { callsFunction } from '../schema/expression.ts';
import type { Routine, Trigger, View } from '../schema/objects.ts';
import { entries, find } from '../schema/registry.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Step } from './done.ts';
import { typeIn } from './enum-verbs.ts';
import { type Found, findings } from './findings.ts';
import type { Operation } from './operation.ts';
import { inTheWay } from './readers.ts';

export type Needed = Found<'function' | 'type' | 'language' | 'view' | 'schema' | 'extension'>;

/** Functions of the history that the SQL calls. */
function calledIn(sqls: readonly (string | undefined)[], { routines }: Schema): readonly Needed[] {
  const given = sqls.filter((sql) => sql !== undefined);
  if (given.length === 0) return [];
  return entries(routines).flatMap(([, { kind, name }]) =>
    kind === 'function' && given.some((sql) => callsFunction(sql, name)) ? [{ kind, name }] : [],
  );
}

function typesOf(columns: readonly Pick<Column, 'sqlType'>[], { enums }: Schema): readonly Needed[] {
  return columns.flatMap((column) => {
    const type = find(enums, typeIn(column));
    return type === undefined ? [] : [{ kind: 'type', name: type.name }];
  });
}

/** What is worked out for the rows that are there: https://www.postgresql.org/docs/current/sql-altertable.html */
const filling = ({ default: given, computed }: Column): readonly (string | undefined)[] => [
  given?.kind === 'sql' ? given.sql : undefined,
  computed?.expression,
];

/** The engine looks whether it may call what a condition calls, rows or none. */
function conditionOf(key: Constraint): string | undefined {
  if (key.kind === 'exclude') return key.where;
  return key.kind === 'check' && key.notValid !== true ? key.expression : undefined;
}

/** The checks of a new table have no rows to look at. */
function ofTable({ columns, constraints, indexes }: Table, before: Schema): readonly Needed[] {
  const excluding = constraints.flatMap((key) => (key.kind === 'exclude' ? [key.where] : []));
  return [...typesOf(columns, before), ...calledIn([...excluding, ...indexes.map(({ where }) => where)], before)];
}

const ofColumn = (column: Column, before: Schema): readonly Needed[] => [
  ...typesOf([column], before),
  ...calledIn(filling(column), before),
];

const isFilled = ({ materialized, query }: View): boolean => materialized && !/\bwith\s+no\s+data\s*$/i.test(query);

const part = '("[^"]+"|[\\w$]+)';
const executed = new RegExp(`\\bexecute\\s+(?:function|procedure)\\s+(?:${part}\\s*\\.\\s*)?${part}\\s*\\(`, 'i');

const plainName = (word: string): string => (word.startsWith('"') ? word.slice(1, -1) : word.toLowerCase());

function ofTrigger({ definition }: Trigger): readonly Needed[] {
  const [, schema, name] = executed.exec(definition) ?? [];
  if (name === undefined) return [];
  const place = schema === undefined ? {} : { schema: plainName(schema) };
  return [{ kind: 'function', name: { ...place, name: plainName(name) }, arguments: '()' }];
}

const texts = /'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$/g;

function ofRoutine({ definition, arguments: types = '' }: Routine, before: Schema): readonly Needed[] {
  const language = /\blanguage\s+(\w+)/i.exec(definition.replace(texts, "''"))?.[1]?.toLowerCase();
  const given = types.replace(/[()]/g, '').split(',');
  return [
    ...(language === undefined ? [] : [{ kind: 'language', name: { name: language } } as const]),
    ...typesOf(
      given.map((type) => ({ sqlType: type.trim() })),
      before,
    ),
  ];
}

function neededBy(operation: Operation, before: Schema): readonly Needed[] {
  switch (operation.kind) {
    case 'createSchema':
      return [{ kind: 'schema', name: { name: operation.schema } }];
    case 'createExtension':
      return [{ kind: 'extension', name: { name: operation.extension.name } }];
    case 'refreshView':
      return [{ kind: 'view', name: operation.view }];
    case 'createRoutine':
      return ofRoutine(operation.routine, before);
    case 'createTrigger':
      return ofTrigger(operation.trigger);
    case 'createTable':
      return operation.ifNotExists ? [] : ofTable(operation.table, before);
    case 'addPartition':
      return typesOf(tableOf(before, operation.table)?.columns ?? [], before);
    case 'addColumn':
      return operation.ifNotExists ? [] : ofColumn(operation.column, before);
    case 'alterColumn': {
      const { type, using, computed } = operation.change;
      return [
        ...typesOf(type === undefined ? [] : [type], before),
        ...calledIn([using, computed?.expression], before),
        ...inTheWay(operation, before).triggers.flatMap(ofTrigger),
      ];
    }
    case 'addConstraint':
      return calledIn([conditionOf(operation.constraint)], before);
    case 'createIndex':
      return operation.ifNotExists ? [] : calledIn([operation.index.where], before);
    case 'createView':
      return isFilled(operation.view) ? calledIn([operation.view.query], before) : [];
    default:
      return [];
  }
}

export const neededIn = (steps: readonly Step[]): readonly Needed[] => findings(steps, neededBy);
