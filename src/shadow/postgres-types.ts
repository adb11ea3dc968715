/** What PostgreSQL calls the types that its answers give by number. */

import type { Field } from './shadow.ts';

interface Numbered {
  readonly name: string;
  readonly dataTypeID: number;
}

type Ask = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** Asks for the types that it has not met yet. */
export function namesTypes(ask: Ask): (fields: readonly Numbered[]) => Promise<readonly Field[]> {
  const known = new Map<number, string>();
  return async (fields) => {
    const unknown = new Set(fields.map(({ dataTypeID }) => dataTypeID).filter((type) => !known.has(type)));
    if (unknown.size > 0) {
      const types = [...unknown].join(', ');
      const rows = await ask(
        `SELECT oid, format_type(oid, NULL) AS name FROM pg_catalog.pg_type WHERE oid IN (${types})`,
      );
      for (const { oid, name } of rows) known.set(Number(oid), String(name).toLowerCase());
    }
    return fields.map(({ name, dataTypeID }) => ({ name, type: known.get(dataTypeID) ?? '' }));
  };
}

/** Statements that begin a session as those of a script do. */
export function beginning(schema: string | undefined): readonly string[] {
  const quoted = schema === undefined ? undefined : `"${schema.replaceAll('"', '""')}"`;
  return [
    "SET TimeZone = 'UTC'",
    ...(quoted === undefined ? [] : [`CREATE SCHEMA IF NOT EXISTS ${quoted}`, `SET search_path TO ${quoted}, public`]),
  ];
}
