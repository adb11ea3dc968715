/** Names that the engine gave when a table or a column was called otherwise: what comes back gets them again. */

import { type Column, type ColumnMadeAs, hasList, hasSequence, type MadeAs, madeAsOf } from '../../schema/column.ts';
import { isNamelessCheck } from '../../schema/constraint.ts';
import { type Name, showName } from '../../schema/name.ts';
import { checkMadeAs, type Table } from '../../schema/table.ts';
import { quoteName } from '../dialect.ts';
import { schemaStatement, step } from '../lower.ts';
import type { Statement } from '../statement.ts';
import type { Server } from './server.ts';
import { beside, plainNumber } from './words.ts';

/** A longer name is cut, so that nobody knows it: https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS */
export function wholeName(name: string): string | undefined {
  return Buffer.byteLength(name) <= 63 ? name : undefined;
}

const checkOf = ({ table, column }: MadeAs): string =>
  [table, ...(column === undefined ? [] : [column]), 'check'].join('_');

/** CockroachDB calls a nameless check after its column alone: https://www.cockroachlabs.com/docs/stable/show-constraints */
export function listCheckName({ table, column }: ColumnMadeAs, { traits }: Server): string | undefined {
  const name = traits.cockroach ? `check_${column}` : checkOf({ table, column });
  return wholeName(name);
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let n = 1; taken.has(free); n++) free = `${name}${n}`;
  return free;
}

/** The table with the names of its nameless checks said, as far as they are known. */
export function withCheckNames(table: Table, { traits }: Server): Table {
  if (traits.cockroach) return table;
  const lists = table.columns.filter(hasList);
  const taken = new Set([
    ...lists.map((column) => checkOf(madeAsOf(column, table.name, column.name))),
    ...table.constraints.flatMap(({ name }) => name ?? []),
  ]);
  const constraints = table.constraints.map((key) => {
    if (key.kind !== 'check' || !isNamelessCheck(key)) return key;
    const name = firstFree(checkOf(checkMadeAs(key, table)), taken);
    taken.add(name);
    return wholeName(name) === undefined ? key : { ...key, name };
  });
  return { ...table, constraints };
}

/** The table with the names of its nameless checks said where the engine would give others now. */
export function withKeptChecks(table: Table, server: Server): Table {
  const named = withCheckNames(table, server).constraints;
  const constraints = table.constraints.map((key, at) =>
    key.kind === 'check' && key.madeAs !== undefined ? named[at]! : key,
  );
  return { ...table, constraints };
}

/** The sequence of a column that the engine would give another name now. */
export function keptSequence(column: Column, table: Name, { traits }: Server): Name | undefined {
  const { madeAs } = column;
  if (madeAs === undefined || traits.cockroach || !hasSequence(column)) return undefined;
  const name = `${madeAs.table}_${madeAs.column}_seq`;
  return wholeName(name) === undefined ? undefined : beside(table, name);
}

/** A column, and what stands before and after it. */
export interface Spelled {
  readonly column: Column;
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

/** `serial` names its sequence itself; this is what it stands for: https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL */
export function spelledOut(column: Column, table: Name, server: Server): Spelled {
  const sequence = column.identity === undefined ? keptSequence(column, table, server) : undefined;
  if (sequence === undefined) return { column, before: [], after: [] };
  const shown = quoteName(server, sequence);
  const sqlType = plainNumber(column.sqlType);
  const owner = `${quoteName(server, table)}.${server.quote(column.name)}`;
  return {
    column: { ...column, sqlType, default: { kind: 'sql', sql: `nextval(${server.text(shown)})` } },
    before: [
      step(
        `create the sequence of column ${showName(table)}.${column.name}`,
        schemaStatement(`create sequence ${shown} as ${sqlType}`),
      ),
    ],
    after: [step(`let the sequence go with its column`, schemaStatement(`alter sequence ${shown} owned by ${owner}`))],
  };
}
