/** Indexes that PostgreSQL builds or drops beside the traffic: what such a step did is seen in the catalog. */

import type { Statement } from '../statement.ts';

/** https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY */
export interface IndexBuild {
  readonly action: 'create' | 'drop';
  /** Quoted as in the statement, with the schema where one is known. */
  readonly index: string;
  /** Of an index that is created. */
  readonly table?: string;
}

const word = String.raw`(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`;
const name = String.raw`(?:${word}\s*\.\s*)?${word}`;
const creation = new RegExp(
  String.raw`^\s*create\s+(?:unique\s+)?index\s+concurrently\s+(?:if\s+not\s+exists\s+)?(?<index>${word})\s+on\s+(?:only\s+)?(?<table>${name})`,
  'iu',
);
const removal = new RegExp(
  String.raw`^\s*drop\s+index\s+concurrently\s+(?:if\s+exists\s+)?(?<index>${name})(?:\s+(?:cascade|restrict))?\s*$`,
  'iu',
);
const schemaOf = new RegExp(String.raw`^(${word})\s*\.`, 'u');

/** An index lives in its table's schema. */
export function indexBuildOf({ sql }: Statement): IndexBuild | undefined {
  if (typeof sql !== 'string') return undefined;
  const { index, table } = creation.exec(sql)?.groups ?? {};
  if (index !== undefined && table !== undefined) {
    const schema = schemaOf.exec(table)?.[1];
    return { action: 'create', table, index: schema === undefined ? index : `${schema}.${index}` };
  }
  const dropped = removal.exec(sql)?.groups?.index;
  return dropped === undefined ? undefined : { action: 'drop', index: dropped };
}
