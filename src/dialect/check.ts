/** What would be lost or refused, as SQL that counts it and says where the first of it is. */

import type { Check } from '../operation/check.ts';
import type { Column } from '../schema/column.ts';
import { showName } from '../schema/name.ts';
import type { Table } from '../schema/table.ts';
import { type IndexElement, type IndexPart, showPart } from '../schema/table-index.ts';
import type { SpelledCheck } from './check-accent.ts';
import { kindOf } from './column-kind.ts';
import { quoteName } from './dialect.ts';
import { type Counting, misfitsOf } from './misfit.ts';
import { orphansOf, referringOf, row } from './orphan.ts';

/** Rows of a table, with what is said of them. */
interface Found extends Pick<SpelledCheck, 'loss' | 'noun' | 'of' | 'mend'> {
  /** Undefined: every row. */
  readonly where?: string;
  /** So many of them are none too many. */
  readonly most?: number;
  /** Shown where the table has no key. */
  readonly column?: string;
  /** What rows are selected from, where it is not the table. */
  readonly from?: string;
}

const ofForeign: ReadonlySet<Check['counts']> = new Set(['orphans', 'referring']);
const ofKeys: ReadonlySet<Check['counts']> = new Set(['duplicates', 'alike', ...ofForeign]);

/** None where nothing can be lost or refused. */
export function spellCheck(check: Check, table: Table, dialect: Counting): readonly SpelledCheck[] {
  if (dialect.checks.trustsKeys && ofKeys.has(check.counts)) return [];
  if (check.counts === 'duplicates') return [spellDuplicates(check, dialect)];
  if (check.counts === 'strangers') return spellStrangers(check, dialect);
  if (!isCounted(check, dialect)) return [];
  const there = thereOf(check, dialect);
  return foundBy(check, dialect)
    .filter(({ loss }) => !(loss && check.accepted))
    .map((found) => ({ ...spellRows(found, table, ofForeign.has(check.counts), dialect), ...there }));
}

const countOf = ({ checks: { counted = 'COUNT(*)' } }: Counting): string => counted;

/** Whether it can be counted though nobody knows whether it is there. */
export function isCounted({ undeclared }: Check, dialect: Counting): boolean {
  return undeclared !== 'perhaps' || dialect.checks.there !== undefined;
}

function thereOf({ undeclared, table, columns = [] }: Check, dialect: Counting): Pick<SpelledCheck, 'there'> {
  return undeclared === 'perhaps' ? { there: dialect.checks.there!(table, columns[0], dialect) } : {};
}

function spellStrangers(
  { schema, known }: Extract<Check, { counts: 'strangers' }>,
  dialect: Counting,
): readonly SpelledCheck[] {
  const { checks, text } = dialect;
  const asked = checks.strangers?.(schema, known, text);
  if (asked === undefined) return [];
  const [name, rest] = asked;
  const of = ` of schema ${schema} that no revision declares`;
  const sample = checks.first(checks.cut(checks.text(name)), `${rest} ORDER BY ${name}`);
  return [{ loss: true, noun: 'relation', of, count: `SELECT ${countOf(dialect)} ${rest}`, sample }];
}

function foundBy(check: Exclude<Check, { counts: 'duplicates' | 'strangers' }>, dialect: Counting): readonly Found[] {
  const { quote } = dialect;
  const shown = showName(check.table);
  switch (check.counts) {
    case 'rows':
      return [rowsIn(check, dialect)];
    case 'values': {
      const name = check.column;
      return [
        { loss: true, noun: 'value', of: ` of ${shown}.${name}`, where: `${quote(name)} IS NOT NULL`, column: name },
      ];
    }
    case 'nulls':
      return [
        { loss: false, noun: 'NULL', of: ` in ${shown}.${check.column}`, where: `${quote(check.column)} IS NULL` },
      ];
    case 'unfilled':
      return dialect.checks.fillsColumns
        ? []
        : [
            {
              loss: false,
              noun: 'row',
              of: ` of ${shown} that would have no ${check.column}`,
              mend: 'The rows have no place for it yet: have the revision give the column a default, or delete them, and run the script again.',
            },
          ];
    case 'alike': {
      const names = check.added.map(({ name }) => name).join(', ');
      return check.added.every(({ default: given }) => given !== undefined || dialect.checks.fillsColumns !== undefined)
        ? [
            {
              loss: false,
              noun: 'row',
              of: ` of ${shown} that would all have the same ${names}`,
              most: 1,
              mend: 'The rows have no place for it yet: have the revision give each a value of its own before the key is made, or delete the others, and run the script again.',
            },
          ]
        : [];
    }
    case 'uses': {
      const { name } = check.column;
      const where = holds(check.column, dialect.text(check.value), dialect);
      return [{ loss: false, noun: 'row', of: ` of ${shown} whose ${name} is ${JSON.stringify(check.value)}`, where }];
    }
    case 'violations': {
      const of = ` of ${shown} against the check ${check.name ?? check.expression}`;
      return [{ loss: false, noun: 'row', of, where: `NOT (${check.expression})` }];
    }
    case 'orphans':
      return orphansOf(check, dialect);
    case 'referring':
      return referringOf(check, dialect);
    case 'misfits':
      return misfitsOf(check, dialect);
  }
}

function rowsIn({ table, partition }: Extract<Check, { counts: 'rows' }>, { checks, quote }: Counting): Found {
  const shown = showName(table);
  const from = partition === undefined ? undefined : checks.partition?.(table, partition, quote);
  if (from === undefined) return { loss: true, noun: 'row', of: ` of ${shown}` };
  return { loss: true, noun: 'row', of: ` of partition ${partition} of ${shown}`, from };
}

/** Enumerated types are PostgreSQL's and CockroachDB's, as are arrays of them. */
function holds({ name, sqlType }: Column, value: string, { quote, checks }: Counting): string {
  return /\]$/.test(sqlType) ? `${value} = ANY (${quote(name)}::text[])` : `${checks.text(quote(name))} = ${value}`;
}

function spellRows(found: Found, table: Table, aliased: boolean, dialect: Counting): SpelledCheck {
  const { loss, noun, of, where, column, mend } = found;
  const from = `FROM ${found.from ?? quoteName(dialect, table.name)}${aliased ? ` ${row}` : ''}`;
  const which = where === undefined ? from : `${from} WHERE ${where}`;
  const name = (one: string) => (aliased ? `${row}.${dialect.quote(one)}` : dialect.quote(one));
  const key = table.constraints.find(({ kind }) => kind === 'primary');
  const columns = key?.kind === 'primary' ? key.columns : column === undefined ? [] : [column];
  const shown = shownColumns(columns, table, name, dialect);
  const counted = countOf(dialect);
  const many = found.most === undefined ? counted : `CASE WHEN ${counted} > ${found.most} THEN ${counted} ELSE 0 END`;
  const count = `SELECT ${many} ${which}`;
  const said = { loss, noun, of, count, ...(mend === undefined ? {} : { mend }) };
  if (shown === undefined) return said;
  const order = key === undefined ? '' : ` ORDER BY ${columns.map(name).join(', ')}`;
  return { ...said, sample: dialect.checks.first(shown, `${which}${order}`) };
}

const plainKinds = new Set([
  'text',
  'integer',
  'decimal',
  'float',
  'boolean',
  'date',
  'timestamp',
  'time',
  'uuid',
  'binary',
]);

/** `id = 7`; undefined where a column cannot be shown. */
function shownColumns(
  columns: readonly string[],
  table: Table,
  name: (column: string) => string,
  dialect: Counting,
): string | undefined {
  const kinds = columns.map((column) => {
    const known = table.columns.find((one) => one.name === column);
    return known === undefined ? 'other' : kindOf(known);
  });
  if (columns.length === 0 || !kinds.every((kind) => plainKinds.has(kind))) return undefined;
  const { hex, text } = dialect.checks;
  return shownValues(
    columns.map((column, at) => [
      column,
      kinds[at] === 'binary' && hex !== undefined ? hex(name(column)) : text(name(column)),
    ]),
    dialect,
  );
}

function shownValues(values: readonly (readonly [label: string, text: string])[], dialect: Counting): string {
  const { joined, cut } = dialect.checks;
  return joined(values.flatMap(([label, text], at) => [dialect.text(`${at === 0 ? '' : ', '}${label} = `), cut(text)]));
}

const elementOf = (part: IndexPart): IndexElement => (typeof part === 'string' ? { column: part } : part);

/** A part without the collation by which it is compared. */
function partText({ column, expression, length }: IndexElement, { quote }: Counting): string {
  const whole = column === undefined ? `(${expression})` : quote(column);
  return length === undefined ? whole : `LEFT(${whole}, ${length})`;
}

function comparedPart(part: IndexPart, dialect: Counting): string {
  const element = elementOf(part);
  const { collation } = element;
  const text = partText(element, dialect);
  const named = collation === undefined ? undefined : dialect.checks.collation?.(collation, dialect.quote);
  return named === undefined ? text : `${text} COLLATE ${named}`;
}

/** One of those that are the same to the index, as text; undefined for a column alone, which every engine lets be selected as it is grouped. */
function oneOf(part: IndexPart, dialect: Counting): string | undefined {
  const element = elementOf(part);
  const isPlain = element.column !== undefined && element.length === undefined && element.collation === undefined;
  return isPlain ? undefined : `MIN(${dialect.checks.text(partText(element, dialect))})`;
}

function spellDuplicates(check: Extract<Check, { counts: 'duplicates' }>, dialect: Counting): SpelledCheck {
  const { table, parts, where, nullsNotDistinct } = check;
  const { checks } = dialect;
  const columns = parts.map((part) => comparedPart(part, dialect));
  const there = columns.map((column) => `${column} IS NOT NULL`);
  const nulls = nullsNotDistinct === true ? [] : checks.partNulls ? [`(${there.join(' OR ')})`] : there;
  const conditions = [...nulls, ...(where === undefined ? [] : [`(${where})`])];
  const which = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const group = columns.join(', ');
  const rest = `FROM ${quoteName(dialect, table)}${which} GROUP BY ${group} HAVING ${countOf(dialect)} > 1`;
  const labels = parts.map(showPart);
  const ones = parts.map((part) => oneOf(part, dialect));
  const order = columns.map((column, at) => ones[at] ?? column).join(', ');
  const values = parts.map((_, at) => {
    const text = ones[at] ?? checks.text(columns[at]!);
    const mayBeNull = nullsNotDistinct === true || (checks.partNulls === true && columns.length > 1);
    return [labels[at]!, mayBeNull ? `COALESCE(${text}, 'NULL')` : text] as const;
  });
  return {
    loss: false,
    noun: 'duplicate',
    of: ` in ${showName(table)} (${labels.join(', ')})`,
    count: `SELECT ${countOf(dialect)} FROM (SELECT 1 AS one ${rest}) migrator_found`,
    sample: checks.first(shownValues(values, dialect), `${rest} ORDER BY ${order}`),
  };
}
