/** Columns that become something else. */

import { changeColumn } from '../../operation/column-verbs.ts';
import type { Of } from '../../operation/operation.ts';
import type { Column } from '../../schema/column.ts';
import { type Name, showName } from '../../schema/name.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import { quoteName } from '../dialect.ts';
import { blankColumn, columnOf, step, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { type Accent, alterTable, collated, commentOn, since, word } from './accent.ts';
import { indexesInTheWay, withoutIndexes } from './around.ts';
import { requireUncomputed, requireUnconstrained, requireUnpartitioned } from './beside.ts';
import { holdsAlready } from './changed.ts';
import {
  checkColumn,
  checkDefault,
  computedClause,
  defaultClause,
  identityClause,
  identitySince,
  impliedCheck,
  isGenerated,
} from './column.ts';
import { dropCounter } from './counter.ts';
import { errors, unlessError } from './guard.ts';
import { dropImpliedCheck } from './implied-check.ts';
import { checkType } from './type.ts';

/** `clob`, `blob`; undefined for what lies in the row. */
function largeWord({ sqlType }: Pick<Column, 'sqlType'>): string | undefined {
  return /^\s*(n?clob|blob|bfile)\b/i.exec(sqlType)?.[1]?.toLowerCase();
}

/** What the engine never makes of a column that is there. */
function checkChange({ table, column, change }: Of<'alterColumn'>, known: Column | undefined, accent: Accent): void {
  const shown = `${showName(table)}.${column}`;
  if (change.using !== undefined) {
    throw unsupported(
      `Oracle has no USING when the type of ${shown} changes`,
      'leave using out, or add a column, fill it with an UPDATE, drop the old one and rename',
    );
  }
  // https://docs.oracle.com/en/error-help/db/ora-22858/ and https://docs.oracle.com/en/error-help/db/ora-22859/
  if (known !== undefined && change.type !== undefined && largeWord(known) !== largeWord(change.type)) {
    throw unsupported(
      `Oracle makes no ${change.type.sqlType} of a column that is ${known.sqlType}: ${shown}`,
      'add a column, fill it with an UPDATE, drop the old one and rename',
    );
  }
  if (change.identity) since(accent, identitySince, `the identity column ${shown}`);
  // https://docs.oracle.com/en/error-help/db/ora-30673/
  if ((change.identity || change.type?.autoIncrement) && known !== undefined && !isGenerated(known)) {
    throw unsupported(
      `Oracle makes no identity column of one that is there: ${shown}`,
      'create a sequence, and make "the_sequence".nextval the default of the column',
    );
  }
  // https://docs.oracle.com/en/error-help/db/ora-54026/
  const turns = known !== undefined && (known.computed === undefined) !== (change.computed === null);
  if (change.computed !== undefined && turns) {
    throw unsupported(
      `Oracle makes no ${change.computed === null ? 'real column of a computed one' : 'computed column of a real one'}: ${shown}`,
      'drop the column and add it again, with an UPDATE in between where its values are to stay',
    );
  }
}

/** Only what changes may be said: https://docs.oracle.com/en/error-help/db/ora-01442/ and https://docs.oracle.com/en/error-help/db/ora-01451/ */
export function alterColumn(operation: Of<'alterColumn'>, before: Schema, accent: Accent): readonly Statement[] {
  const { table, column, change } = operation;
  const whole = tableOf(before, table);
  const known = columnOf(before, table, column);
  checkChange(operation, known, accent);
  if (change.type !== undefined && change.type.sqlType !== known?.sqlType) {
    requireUncomputed(whole, column, 'changes the type of no column', 'change');
  }
  const type = isOtherType(change, known);
  if (type) requireUnpartitioned(whole, column, 'changes the type of no column');
  if (change.computed) requireUnconstrained(whole, column);
  const next = changeColumn(known ?? blankColumn(column), change);
  checkColumn(next, accent);
  if (change.type !== undefined) checkType(next);
  if (known !== undefined || change.nullable === false) checkDefault(next);
  const modify = (what: string) => {
    const said = alterTable(table, `modify (${accent.quote(column)} ${what})`, accent);
    return typeLeft(collated(said, change.collation !== undefined), change, known);
  };
  const clauses = changes(change, known, next, accent);
  const inTheWay = indexesInTheWay(whole, column, { type, computed: Boolean(change.computed) });
  const word = nullWord(operation, known);
  const certain = known === undefined || word === undefined ? clauses : [...clauses, word];
  const comment = commentOn(`column ${quoteName(accent, table)}.${accent.quote(column)}`, change.comment, accent);
  return [
    ...(change.identity === null ? dropIdentity(table, column, known, accent) : []),
    ...(change.type !== undefined && known !== undefined ? dropImpliedCheck(table, known, next, accent) : []),
    ...(certain.length === 0 ? [] : withoutIndexes(whole, inTheWay, modify(certain.join(' ')), accent)),
    ...(known === undefined && word !== undefined
      ? [unlessError(String(modify(word).sql), [errors.notNullAlready, errors.nullAlready])]
      : []),
    ...(change.comment === undefined ? [] : [step(`comment on column ${showName(table)}.${column}`, comment)]),
  ];
}

function isOtherType({ type }: Pick<Of<'alterColumn'>['change'], 'type'>, known: Column | undefined): boolean {
  return type !== undefined && type.sqlType !== known?.sqlType && !holdsAlready(known, type.type);
}

/** A type that holds what the new one would is not said. */
function typeLeft(statement: Statement, { type }: Of<'alterColumn'>['change'], known: Column | undefined): Statement {
  if (type === undefined || known === undefined || !holdsAlready(known, type.type)) return statement;
  return { ...statement, warns: `its type stays ${known.sqlType}, which holds every ${type.sqlType}` };
}

/** The clauses of MODIFY but NULL and NOT NULL. */
function changes(
  change: Of<'alterColumn'>['change'],
  known: Column | undefined,
  next: Column,
  accent: Accent,
): readonly string[] {
  const { type, collation, identity, computed } = change;
  const check = type === undefined ? undefined : impliedCheck(next, accent);
  const newCheck = check !== undefined && (known === undefined || check !== impliedCheck(known, accent));
  return [
    type !== undefined && isOtherType({ type }, known) ? [type.sqlType] : [],
    // the collation of columns that name none
    collation === undefined ? [] : [`collate ${collation === null ? 'using_nls_comp' : word(collation, accent)}`],
    computed === undefined || computed === null ? [] : [computedClause(computed.expression)],
    identity === undefined || identity === null ? [] : [identityClause(identity)],
    changedDefault(change.default, known, next, accent),
    newCheck ? [`check (${check})`] : [],
  ].flat();
}

/** A default cannot be taken away, only made NULL; what stays was spelled for the type before, and is read in the new one at each insert. */
function changedDefault(
  given: Of<'alterColumn'>['change']['default'],
  known: Column | undefined,
  next: Column,
  accent: Accent,
): readonly string[] {
  if (given === null) return known !== undefined && known.default === undefined ? [] : ['default null'];
  if (given !== undefined) return [defaultClause(given, next, accent)];
  if (known?.default === undefined || next.default === undefined || next.computed !== undefined) return [];
  const kept = defaultClause(next.default, next, accent);
  return kept === defaultClause(known.default, known, accent) ? [] : [kept];
}

/** DROP IDENTITY takes NOT NULL away with it: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html, drop_identity_clause */
function nullWord({ change }: Of<'alterColumn'>, known: Column | undefined) {
  const nullable = change.nullable ?? known?.nullable;
  if (change.identity === null && known !== undefined && isGenerated(known)) {
    return nullable === false ? 'not null' : undefined;
  }
  if (change.nullable === undefined || change.nullable === known?.nullable) return undefined;
  return change.nullable ? 'null' : 'not null';
}

function dropIdentity(table: Name, column: string, known: Column | undefined, accent: Accent): readonly Statement[] {
  const counters = dropCounter(table, known, accent);
  if (counters.length > 0) return counters;
  return [alterTable(table, `modify (${accent.quote(column)} drop identity)`, accent)];
}
