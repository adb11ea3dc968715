/** Types by the word that a revision asks for, where knex's would hold less, and those that Oracle does not have. */

import type { Column } from '../../schema/column.ts';
import type { Dialect } from '../dialect.ts';
import { unsupported } from '../lower.ts';
import { isAtLeast } from '../version.ts';

type Args = readonly unknown[];

/**
 * A FLOAT counts binary digits; a DECIMAL without a precision has no digits behind the point, a NUMBER has as many as come.
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Data-Types.html
 */
function numberType(word: string, [precision, scale = 2]: Args): string | undefined {
  if (word === 'decimal' && precision === null) return 'number';
  return word === 'floating' && precision !== undefined ? `number(${precision}, ${scale})` : undefined;
}

/** knex leaves out how many digits a second has, and takes any options for no zone. */
function momentType(word: string, [said, digits]: Args): string | undefined {
  if (word !== 'datetime' && word !== 'timestamp') return undefined;
  const options = typeof said === 'object' && said !== null ? said : { useTz: !said, precision: digits };
  const { useTz = true, precision } = options as { readonly useTz?: boolean; readonly precision?: number };
  return `timestamp${precision === undefined ? '' : `(${precision})`}${useTz ? ' with local time zone' : ''}`;
}

/**
 * The length of a VARCHAR2 counts bytes unless it says CHAR, so that `string('name', 60)` would not hold 60 letters with umlauts:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Data-Types.html. A double without a precision is one of 64 bits,
 * not a number of 8 digits; a BOOLEAN came with 23ai. All of these are Oracle's too as knex has them, so that migrations keep them.
 */
export const oracleType: NonNullable<Dialect['type']> = ({ name, args }, written, { version, likeKnex }) => {
  if (likeKnex) return written();
  const word = name.toLowerCase();
  if (/^bool(ean)?$/.test(word) && isAtLeast(version, '23')) return 'boolean';
  if (word === 'double' && args.length === 0) return 'binary_double';
  const own = numberType(word, args) ?? momentType(word, args);
  if (own !== undefined) return own;
  const type = written();
  return /^(varchar|string|enum?)$/.test(word) ? type.replace(/^varchar2\((\d+)\)$/, 'varchar2($1 char)') : type;
};

const shapes = /^(?:geometry|geography|geometrycollection|(?:multi)?(?:point|linestring|polygon))$/i;

/** What the type of a new column, or a column's new type, cannot be. */
export function checkType({ name, type, sqlType }: Pick<Column, 'name' | 'type' | 'sqlType'>): void {
  const [, word = '', size] = /^([a-z_0-9]+)\s*(?:\(\s*(\d+))?/i.exec(sqlType.trim()) ?? [];
  const holds = (least: number, most: number) => size === undefined || (Number(size) >= least && Number(size) <= most);
  // https://docs.oracle.com/en/error-help/db/ora-00902/
  if (shapes.test(sqlType.trim())) {
    throw unsupported(
      `Oracle has no type ${sqlType}: ${name}`,
      `write t.specificType('${name}', 'sdo_geometry') for this database`,
    );
  }
  // https://docs.oracle.com/en/error-help/db/ora-01727/
  if (/^(?:number|numeric|decimal|dec)$/i.test(word) && !holds(1, 38)) {
    throw unsupported(`Oracle's numbers have 1 to 38 digits, not ${size}: ${name}`, 'give fewer, or make it a double');
  }
  // https://docs.oracle.com/en/error-help/db/ora-30088/
  if (/^timestamp$/i.test(word) && !holds(0, 9)) {
    throw unsupported(`Oracle's seconds have 0 to 9 digits, not ${size}: ${name}`, 'give a smaller precision');
  }
  if (!/^(?:n?varchar2?|n?char|raw)$/i.test(word)) return;
  // https://docs.oracle.com/en/error-help/db/ora-01723/
  if (!holds(1, Number.POSITIVE_INFINITY)) {
    throw unsupported(`Oracle has no columns of length ${size}: ${name}`, 'give a length of 1 at least');
  }
  // https://docs.oracle.com/en/error-help/db/ora-00910/; what a revision says in Oracle's own words may fit MAX_STRING_SIZE
  if (type.name.toLowerCase() === 'varchar' && !holds(1, 4000)) {
    throw unsupported(
      `Oracle's text of a given length holds 4000 bytes, and ${name} is to hold ${size} characters`,
      `write t.text('${name}'), which is a CLOB; where MAX_STRING_SIZE is EXTENDED, t.specificType('${name}', 'varchar2(${size} char)')`,
    );
  }
}
