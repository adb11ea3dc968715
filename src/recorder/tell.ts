/** Says in English what each statement of a change does. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Statement } from '../dialect/statement.ts';
import type { Of, Operation } from '../operation/operation.ts';
import { describe } from '../operation/verbs.ts';
import { primaryKeyName } from '../schema/constraint.ts';
import { showName } from '../schema/name.ts';
import type { Told } from './recording.ts';

/** Something that a statement may be about: told when `mark` stands in it. */
interface Topic {
  readonly says: string;
  readonly mark: string;
  readonly uniqueKey?: true;
  readonly concurrently?: true;
}

function keyTopic(operation: Of<'addConstraint'> | Of<'dropConstraint'>, mark: string): Topic {
  const says = describe(operation);
  return operation.constraint.kind === 'unique' ? { says, mark, uniqueKey: true } : { says, mark };
}

function createTopics(operation: Of<'createTable'>): readonly Topic[] {
  const { name, columns, constraints, indexes, comment } = operation.table;
  const keys = constraints.flatMap((constraint) => {
    const mark = constraint.kind === 'primary' ? primaryKeyName(constraint, name) : constraint.name;
    return mark === undefined ? [] : [keyTopic({ kind: 'addConstraint', table: name, constraint }, mark)];
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
  if (operation.kind === 'addConstraint' || operation.kind === 'dropConstraint')
    return [keyTopic(operation, operation.constraint.name ?? '')];
  const concurrently = operation.kind === 'createIndex' && operation.index.concurrently === true;
  return [{ says: describe(operation), mark: markOf(operation), ...(concurrently ? { concurrently } : {}) }];
}

function mentions(sql: string, { mark }: Topic, dialect: Dialect): boolean {
  return mark === '' || hasWord(sql, mark) || sql.includes(dialect.quote(mark));
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

/** SQL Server's comments are properties, and may ask for the schema first. */
const commentStatement =
  /^\s*(?:comment|(?:declare @schema [^\n]*\n)?(?:if exists\(select \* from sys\.fn_listext|exec sys\.sp_addextendedproperty))/i;

/** Where a constraint's promise is kept by an index, which is made and dropped in another way. */
function asIndex({ uniqueKey }: Topic, sql: string): string {
  if (uniqueKey === undefined) return '';
  if (/^\s*(?:exec\w*\W+)?create\s+unique\s+(?:\w+\s+)?index\b/i.test(sql))
    return /\bwhere\b[\s\S]*\bis\s+not\s+null\b/i.test(sql)
      ? ', as a unique index that leaves NULL out'
      : ', as a unique index';
  return /^\s*drop\s+index\b/i.test(sql) ? ', which is a unique index' : '';
}

/** What was asked for, and is not in the statement. */
function missing({ concurrently }: Topic, sql: string, { plainIndex }: Dialect): string {
  return concurrently === undefined || plainIndex === undefined || /\bconcurrently\b/i.test(sql)
    ? ''
    : `, ${plainIndex}`;
}

/** Steps that say themselves what they do stand under the operation's sentence; where they are all that there is, the first repeats it. */
export function tell(
  operations: readonly Operation[],
  statements: readonly Statement[],
  dialect: Dialect,
): readonly Told[] {
  const main = statements.length === 1 ? statements : statements.filter(({ says }) => says === undefined);
  const paired = pair(operations, main, dialect);
  const whole = (): string => operations.map(describe).join('; ');
  return statements.map((statement, at) => {
    const own = paired.get(statement) ?? statement.says ?? '';
    const says = main.length === 0 && at === 0 ? `${whole()}; ${own}` : own;
    return { statement, says: says + manner(statement, dialect) };
  });
}

/** Pairs the statements of one call with what they do; a table's own statement does not repeat the keys inside it. */
function pair(
  operations: readonly Operation[],
  statements: readonly Statement[],
  dialect: Dialect,
): ReadonlyMap<Statement, string> {
  let untold = operations.flatMap(topicsOf);
  let last = '';
  const tellOne = (statement: Statement): string => {
    const sql = typeof statement.sql === 'string' ? statement.sql : '';
    const isOnly = last === '' && untold.length === 1;
    const chosen = isOnly ? untold.splice(0) : choose(sql);
    if (chosen.length === 0) return `${last} (continued)`;
    last = chosen.map((topic) => topic.says + asIndex(topic, sql) + missing(topic, sql, dialect)).join('; ');
    return last;
  };
  const choose = (sql: string): readonly Topic[] => {
    const commenting = commentStatement.test(sql);
    const about = untold.filter((topic) => isComment(topic) === commenting && mentions(sql, topic, dialect));
    const creates = /^\s*(?:if object_id\S* \S+ is null\s+|begin execute immediate ')?create\s+table/i.test(sql);
    const told = creates ? about.slice(0, 1) : commenting ? about.slice(0, 1) : about;
    untold = untold.filter((topic) => !(creates ? about : told).includes(topic));
    return told.length > 0 || last !== '' ? told : untold.splice(0, 1);
  };
  return new Map(statements.map((statement) => [statement, tellOne(statement)]));
}

function manner({ transactional, warns }: Statement, { transactionalDdl }: Dialect): string {
  const warning = warns === undefined ? '' : `; ${warns}`;
  return transactional || !transactionalDdl ? warning : `${warning}, outside any transaction`;
}
