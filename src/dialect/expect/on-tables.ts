/** What gets names on tables, put together for one question. */

import type { MadeOn } from '../../operation/names-made-on.ts';
import { showName } from '../../schema/name.ts';
import type { NamedKind } from './accent.ts';

export interface OnTables {
  readonly kind: NamedKind;
  readonly schema: string | undefined;
  readonly tables: readonly (readonly [table: string, names: readonly string[]])[];
}

export function onTables(makes: readonly MadeOn[]): readonly OnTables[] {
  const groups = new Map<string, { kind: NamedKind; schema: string | undefined; tables: Map<string, string[]> }>();
  for (const one of makes) {
    const { schema, name: table } = one.table;
    const kind = one.kind === 'key' ? 'constraint' : one.kind;
    const key = `${kind} ${showName({ ...one.table, name: '' })}`;
    const group = groups.get(key) ?? { kind, schema, tables: new Map() };
    group.tables.set(table, [...(group.tables.get(table) ?? []), one.name]);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ ...group, tables: [...group.tables] }));
}
