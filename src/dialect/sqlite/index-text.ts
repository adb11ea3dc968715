/** Indexes of SQLite as statements: https://www.sqlite.org/lang_createindex.html */

import type { Name } from '../../schema/name.ts';
import type { Index, IndexPart } from '../../schema/table-index.ts';
import { quoteName } from '../dialect.ts';
import { schemaStatement } from '../lower.ts';
import type { Statement } from '../statement.ts';
import type { Accent } from './table-text.ts';

function partText(part: IndexPart, { quote }: Accent): string {
  if (typeof part === 'string') return quote(part);
  const what = part.column === undefined ? `(${part.expression ?? ''})` : quote(part.column);
  const collation = part.collation === undefined ? '' : ` collate ${quote(part.collation)}`;
  return `${what}${collation}${part.order === undefined ? '' : ` ${part.order}`}`;
}

/** The index has the schema, and its table the bare name. */
export function createIndex(table: Name, index: Index, accent: Accent, ifNotExists = false): Statement {
  const words = `create ${index.unique ? 'unique ' : ''}index ${ifNotExists ? 'if not exists ' : ''}`;
  const parts = index.columns.map((part) => partText(part, accent)).join(', ');
  const where = index.where === undefined ? '' : ` where ${index.where}`;
  const name = quoteName(accent, { ...table, name: index.name });
  return schemaStatement(`${words}${name} on ${accent.quote(table.name)} (${parts})${where}`);
}

export function dropIndex(table: Name, index: string, accent: Accent, ifExists = false): Statement {
  const name = quoteName(accent, { ...table, name: index });
  return schemaStatement(`drop index ${ifExists ? 'if exists ' : ''}${name}`);
}
