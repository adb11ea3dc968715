/** SQL of the author's own that a statement has in the middle: it must say something, and end where it seems to. */

import type { Dialect } from '../dialect/dialect.ts';
import { type Token, tokensOf } from '../dialect/tokens.ts';
import { MigratorError } from '../errors.ts';
import type { Operation } from '../operation/operation.ts';
import { withIndexTexts, withTextsOf } from '../operation/texts.ts';
import type { Column } from '../schema/column.ts';
import type { Constraint } from '../schema/constraint.ts';
import { showName } from '../schema/name.ts';
import type { Table } from '../schema/table.ts';

type Look = (sql: string, what: string) => void;

function bad(sentence: string, hint: string): MigratorError {
  return new MigratorError('bad-argument', sentence, { hint });
}

function requireSaid(tokens: readonly Token[] | undefined, what: string): void {
  if (tokens?.every(({ kind }) => kind === 'comment')) {
    throw bad(`the SQL of ${what} says nothing`, 'Say it, or leave it out.');
  }
}

function requireWhole(sql: string, what: string, formatter: Dialect['formatter']): void {
  const tokens = tokensOf(sql, formatter);
  requireSaid(tokens, what);
  if (tokens === undefined) return;
  const last = tokens.at(-1);
  if (last?.kind === 'comment' && !last.text.startsWith('/*') && !/\n\s*$/.test(sql)) {
    const sentence = `the SQL of ${what} ends with a comment, which would swallow what stands after it: ${last.text}`;
    throw bad(sentence, 'Leave the comment out, or write /* … */.');
  }
  let depth = 0;
  for (const { kind, text } of tokens) {
    if (kind !== 'mark') continue;
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth < 0) break;
  }
  if (depth !== 0) {
    throw bad(
      `the SQL of ${what} has ${depth < 0 ? 'a bracket that nothing opens' : 'a bracket that stays open'}`,
      'Close each bracket that it opens.',
    );
  }
}

const lookAtTable = (table: Table, look: Look): unknown =>
  withTextsOf(table, (sql, what) => {
    look(sql, what);
    return sql;
  });

const holding = ({
  columns = [],
  constraints = [],
}: {
  columns?: readonly Column[];
  constraints?: readonly Constraint[];
}): Table => ({
  name: { name: '' },
  columns,
  constraints,
  indexes: [],
});

function lookAt(operation: Operation, look: Look): void {
  switch (operation.kind) {
    case 'createTable':
      lookAtTable(operation.table, look);
      if (operation.table.partitioning !== undefined) look(operation.table.partitioning.by, 'partitionBy');
      break;
    case 'addColumn':
      lookAtTable(holding({ columns: [operation.column] }), look);
      break;
    case 'addConstraint':
      lookAtTable(holding({ constraints: [operation.constraint] }), look);
      break;
    case 'createIndex':
      withIndexTexts(operation.index, (sql, what) => {
        look(sql, what);
        return sql;
      });
      break;
    case 'alterColumn': {
      const { using, computed, default: given } = operation.change;
      const what = `column ${operation.column}`;
      if (using !== undefined) look(using, `using of ${what}`);
      if (computed != null) look(computed.expression, what);
      if (given?.kind === 'sql') look(given.sql, `the default of ${what}`);
    }
  }
}

interface Code {
  readonly sql: string;
  readonly what: string;
}

/** SQL of the author's own with which a statement ends. */
export function codeOf(operation: Operation): Code | undefined {
  switch (operation.kind) {
    case 'createView':
      return { sql: operation.view.query, what: `view ${showName(operation.view.name)}` };
    case 'createRoutine': {
      const { kind, name, definition } = operation.routine;
      return { sql: definition, what: `${kind} ${showName(name)}` };
    }
    case 'createTrigger':
      return { sql: operation.trigger.definition, what: `trigger ${operation.trigger.name}` };
    default:
      return undefined;
  }
}

export function requireWholeTexts(operations: readonly Operation[], { formatter }: Pick<Dialect, 'formatter'>): void {
  for (const operation of operations) {
    lookAt(operation, (sql, what) => requireWhole(sql, what, formatter));
    const code = codeOf(operation);
    if (code !== undefined) requireSaid(tokensOf(code.sql, formatter), code.what);
  }
}
