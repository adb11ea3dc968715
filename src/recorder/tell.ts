/** Says in English what each statement of a change does. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Statement } from '../dialect/statement.ts';
import type { Operation } from '../operation/operation.ts';
import { describe } from '../operation/verbs.ts';
import { showName } from '../schema/name.ts';
import type { Told } from './recording.ts';

/** Something that a statement may be about: told when `mark` stands in it. */
interface Topic {
  readonly says: string;
  readonly mark: string;
}

function createTopics(operation: Extract<Operation, { kind: 'createTable' }>): readonly Topic[] {
  const { name, columns, constraints, indexes, comment } = operation.table;
  const keys = constraints.flatMap((constraint) => {
    const mark = constraint.name ?? (constraint.kind === 'primary' ? `${name.name}_pkey` : undefined);
    return mark === undefined ? [] : [{ says: describe({ kind: 'addConstraint', table: name, constraint }), mark }];
  });
  return [
    { says: describe(operation), mark: name.name },
    ...(comment === undefined ? [] : [{ says: `comment on table ${showName(name)}`, mark: name.name }]),
    ...columns.flatMap((column) =>
      column.comment === undefined
        ? []
        : [{ says: `comment on column ${showName(name)}.${column.name}`, mark: column.name }],
    ),
    ...keys,
    ...indexes.map((index) => ({ says: describe({ kind: 'createIndex', table: name, index }), mark: index.name })),
  ];
}

function markOf(operation: Operation): string {
  switch (operation.kind) {
    case 'addColumn':
      return operation.column.name;
    case 'dropColumn':
    case 'renameColumn':
    case 'alterColumn':
      return operation.column;
    case 'addConstraint':
      return operation.constraint.name ?? '';
    case 'dropConstraint':
      return operation.constraint.name ?? '';
    case 'createIndex':
      return operation.index.name;
    case 'dropIndex':
      return operation.index;
    default:
      return '';
  }
}

function topicsOf(operation: Operation): readonly Topic[] {
  if (operation.kind === 'createTable') return createTopics(operation);
  if (operation.kind === 'addColumn' && operation.column.comment !== undefined) {
    const { table, column } = operation;
    const says = `comment on column ${showName(table)}.${column.name}`;
    return [
      { says: describe(operation), mark: column.name },
      { says, mark: column.name },
    ];
  }
  return [{ says: describe(operation), mark: markOf(operation) }];
}

function mentions(sql: string, { mark }: Topic, dialect: Dialect): boolean {
  return mark === '' || sql.includes(dialect.quote(mark)) || hasWord(sql, mark);
}

/** Not as a part of a longer name. */
function hasWord(sql: string, word: string): boolean {
  for (let at = sql.indexOf(word); at >= 0; at = sql.indexOf(word, at + 1)) {
    if (!/\w/.test(sql.charAt(at - 1)) && !/\w/.test(sql.charAt(at + word.length))) return true;
  }
  return false;
}

function isComment(topic: Topic): boolean {
  return topic.says.startsWith('comment on');
}

/** Pairs the statements of one call with what they do; a table's own statement does not repeat the keys inside it. */
export function tell(
  operations: readonly Operation[],
  statements: readonly Statement[],
  dialect: Dialect,
): readonly Told[] {
  let untold = operations.flatMap(topicsOf);
  let last = '';
  const tellOne = (statement: Statement): string => {
    const sql = typeof statement.sql === 'string' ? statement.sql : '';
    const commenting = /^\s*(?:comment|if exists\(select \* from sys\.fn_listext)/i.test(sql);
    const about = untold.filter((topic) => isComment(topic) === commenting && mentions(sql, topic, dialect));
    const creates = /^\s*(?:if object_id\S* \S+ is null\s+|begin execute immediate ')?create\s+table/i.test(sql);
    const told = creates ? about.slice(0, 1) : commenting ? about.slice(0, 1) : about;
    untold = untold.filter((topic) => !(creates ? about : told).includes(topic));
    const chosen = told.length > 0 || last !== '' ? told : untold.splice(0, 1);
    if (chosen.length === 0) return `${last} (continued)`;
    last = chosen.map((topic) => topic.says).join('; ');
    return last;
  };
  return statements.map((statement) => ({ statement, says: tellOne(statement) + manner(statement, dialect) }));
}

function manner({ transactional }: Statement, { transactionalDdl }: Dialect): string {
  return transactional || !transactionalDdl ? '' : ', outside any transaction';
}
