/**
 * Rows as `insert … select … from dual union all …`. Not INSERT ALL: there a sequence gives every row the same number,
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/INSERT.html (restrictions on multitable inserts).
 * A column of a UNION must have one type in every branch, so rows whose types differ go in another statement.
 */

import { MigratorError } from '../errors.ts';
import type { Dialect } from './dialect.ts';
import { dataStatement, insertHead, refuseNumbers } from './insert.ts';

/** SQL*Plus reads lines of 2499 characters at most. */
const lineLength = 1800;

export function oracleInsert(quote: (name: string) => string): Dialect['insert']['spell'] {
  return (table, columns, rows, numbering) => {
    refuseNumbers('Oracle', table, numbering);
    if (columns.length === 0) {
      throw new MigratorError('unsupported', 'Oracle cannot insert a row without naming a column', {
        hint: 'name one column, with null or its default',
      });
    }
    const head = insertHead(quote, table, columns);
    return groups(rows).map((group) => dataStatement(`${head}\n${group.map(branch).join(' union all\n')}`));
  };
}

function branch(row: readonly string[]): string {
  let text = '  select ';
  let line = text.length;
  for (const [at, value] of row.entries()) {
    const first = Buffer.byteLength(value.split('\n', 1)[0]!);
    const separator = at === 0 ? '' : line + first > lineLength ? ',\n    ' : ', ';
    text += separator + value;
    const tail = text.slice(text.lastIndexOf('\n') + 1);
    line = Buffer.byteLength(tail);
  }
  return `${text} from dual`;
}

function groups(rows: readonly (readonly string[])[]): readonly (readonly (readonly string[])[])[] {
  const found: (readonly string[])[][] = [];
  let types: string[] = [];
  for (const row of rows) {
    const own = row.map(typeOf);
    const last = found.at(-1);
    if (last !== undefined && own.every((type, at) => fits(type, types[at]!))) {
      last.push(row);
      types = types.map((type, at) => (type === 'null' ? own[at]! : type));
    } else {
      found.push([row]);
      types = own;
    }
  }
  return found;
}

function fits(a: string, b: string): boolean {
  return a === b || (a === 'null' && b !== 'lob') || (b === 'null' && a !== 'lob');
}

/** The type of a literal as this dialect spells it. */
function typeOf(literal: string): string {
  if (literal === 'NULL') return 'null';
  if (/^\(*(to_clob|empty_[bc]lob)\(/.test(literal)) return 'lob';
  if (/^(date|timestamp|to_date)\b/.test(literal)) return literal.slice(0, 9) === 'timestamp' ? zone(literal) : 'date';
  if (literal.startsWith('hextoraw(')) return 'raw';
  return /^-?\d/.test(literal) ? (literal.endsWith('d') ? 'double' : 'number') : 'text';
}

function zone(literal: string): string {
  return /[+-]\d\d:\d\d'$/.test(literal) ? 'timestamp with time zone' : 'timestamp';
}
