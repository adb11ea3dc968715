/** The row that an insert has made, asked for by a key that the insert itself says: what the engine generated for it is read again in the database. */

import { kindOf } from '../dialect/column-kind.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { Column } from '../schema/column.ts';
import { tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Answer } from '../shadow/shadow.ts';
import type { Exchange } from './exchange.ts';
import { Hindrance } from './hindrance.ts';
import { keysOf } from './question.ts';
import { bare, nameOf, type RowDeed } from './row-deeds.ts';

/** The same exchange as a read, and the answers of the insert that its rows stand for. */
export interface InsertedRow {
  readonly exchange: Exchange;
  answering(rows: Answer['rows']): Answer;
}

/** Of these kinds, what was written is what is found again. */
const steady: readonly unknown[] = ['text', 'integer', 'uuid'];

function conditionsOf(
  { columns, values }: RowDeed,
  table: Table,
  key: readonly string[],
  { quote, literal }: Dialect,
): readonly string[] {
  return key.flatMap((name) => {
    const column = table.columns.find((one) => one.name === name);
    const value = values[columns.findIndex((one) => bare(one) === name)];
    const isSaid = typeof value === 'string' || (typeof value === 'number' && Number.isInteger(value));
    if (column === undefined || !isSaid || !steady.includes(kindOf(column))) return [];
    return [`${quote(name)} = ${literal(value, column)}`];
  });
}

/** What the driver tells of it, where the statement gives nothing back. */
function counterOf({ columns }: Table): Column | undefined {
  const [counter, ...others] = columns.filter(({ autoIncrement }) => autoIncrement);
  return others.length === 0 ? counter : undefined;
}

function toldOf({ fields, rows, insertId }: Answer, table: Table): Pick<Answer, 'fields' | 'rows'> | undefined {
  if (rows.length > 0) return rows.length === 1 && fields.length > 0 ? { fields, rows } : undefined;
  const counter = counterOf(table);
  if (counter === undefined || insertId === undefined) return undefined;
  return {
    fields: [{ name: counter.name, type: counter.sqlType.toLowerCase() }],
    rows: [{ [counter.name]: insertId }],
  };
}

/** `deeds` is what the statement did. Throws a hindrance where it made other rows than one, or says no key of it. */
export function insertedRow(exchange: Exchange, deeds: readonly RowDeed[] | undefined, dialect: Dialect): InsertedRow {
  const { question, answer } = exchange;
  const [deed, ...others] = deeds ?? [];
  if (deed?.verb !== 'insert') throw new Hindrance('it is the answer to a statement that is no plain insert of values');
  if (others.length > 0) throw new Hindrance('several rows are inserted at once');
  const table = tableOf(question.schema, nameOf({ deed }));
  const told = table && toldOf(answer, table);
  if (table === undefined || told === undefined) throw new Hindrance('nobody knows which column it is');
  const all = keysOf(table).map((key) => ({ key, conditions: conditionsOf(deed, table, key, dialect) }));
  const said = all.find(({ key, conditions }) => key.length > 0 && conditions.length === key.length);
  if (said === undefined) throw new Hindrance('the insert says no unique key by which its row could be found again');
  const columns = told.fields.map(({ name }) => dialect.quote(name)).join(', ');
  const sql = `select ${columns} from ${deed.table} where ${said.conditions.join(' and ')}`;
  const { tail: _, ...asked } = question;
  return {
    exchange: {
      ...exchange,
      question: { ...asked, sql, kind: 'read', method: 'first', pins: [said.key] },
      answer: { ...told, count: 1 },
    },
    answering: (rows) =>
      answer.rows.length > 0
        ? { ...answer, rows }
        : { ...answer, insertId: Number(rows[0]?.[told.fields[0]!.name] ?? 0) },
  };
}
