/** From which types to which ALTER COLUMN goes: values are converted as by an assignment, and never as by CONVERT. */

import type { Of } from '../../operation/operation.ts';
import type { Column } from '../../schema/column.ts';
import { showName } from '../../schema/name.ts';
import { unsupported } from '../lower.ts';
import { sqlTypeOf } from '../sql-type.ts';

type Kind = 'text' | 'binary' | 'datetime' | 'date' | 'time' | 'moment' | 'exact' | 'float' | 'money' | 'uuid' | 'xml';

const kinds: Readonly<Record<Kind, RegExp>> = {
  text: /^(?:n?(?:var)?char|(?:national )?char(?:acter)?(?: varying)?)$/,
  binary: /^(?:var)?binary$/,
  datetime: /^(?:small)?datetime$/,
  date: /^date$/,
  time: /^time$/,
  moment: /^datetime(?:2|offset)$/,
  exact: /^(?:(?:tiny|small|big)?int|integer|bit|dec(?:imal)?|numeric)$/,
  float: /^(?:float|real|double precision)$/,
  money: /^(?:small)?money$/,
  uuid: /^uniqueidentifier$/,
  xml: /^xml$/,
};

const moments: readonly Kind[] = ['datetime', 'date', 'time', 'moment'];
const numbers: readonly Kind[] = ['exact', 'float', 'money'];

/** https://learn.microsoft.com/sql/t-sql/functions/cast-and-convert-transact-sql#implicit-conversions */
const implicit: Readonly<Record<Kind, readonly Kind[]>> = {
  text: ['text', ...moments, ...numbers, 'uuid', 'xml'],
  binary: ['binary', 'text', 'datetime', 'exact', 'money', 'uuid', 'xml'],
  datetime: ['text', ...moments],
  date: ['text', 'datetime', 'date', 'moment'],
  time: ['text', 'datetime', 'time', 'moment'],
  moment: ['text', ...moments],
  exact: ['text', 'binary', 'datetime', ...numbers],
  float: ['text', 'binary', 'datetime', ...numbers],
  money: ['binary', 'datetime', ...numbers],
  uuid: ['text', 'binary', 'uuid'],
  xml: ['xml'],
};

/** Message 4928, whatever the other type is. */
const counted = /^(?:rowversion|timestamp)$/;
/** Texts and bytes may be read as shapes. */
const shapes = /^(?:geometry|geography)$/;

const kindOf = (type: string): Kind | undefined =>
  (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind].test(type));

function converts(from: string, to: string): boolean {
  const [old, next] = [kindOf(from), kindOf(to)];
  if (counted.test(from) || counted.test(to)) return false;
  if (shapes.test(from)) return from === to || next === 'binary';
  if (shapes.test(to)) return old === undefined || old === 'text' || old === 'binary';
  return old === undefined || next === undefined || implicit[old].includes(next);
}

/** Refuses messages 206, 257 and 4928: https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql#alter-column */
export function requireConversion({ table, column, change }: Of<'alterColumn'>, was: Column, next: Column): void {
  if (change.type === undefined || converts(sqlTypeOf(was).name, sqlTypeOf(next).name)) return;
  throw unsupported(
    `SQL Server does not make ${next.sqlType} of ${was.sqlType} by itself: ${showName(table)}.${column}`,
    `add a column of the new type, fill it with CONVERT(${next.sqlType}, …), drop the old one and rename`,
  );
}
