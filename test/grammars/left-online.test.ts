/** Scripts that stop for a revision that is done online, read by the clients' models and by the grammars of databases that cannot all be had. */

import { expect, test } from 'vitest';
import { dialectOf } from '../../src/dialect/dialects.ts';
import type { DialectName } from '../../src/dialect/names.ts';
import { scriptText } from '../../src/script/script-text.ts';
import type { Fault, Piece } from '../clients/fault.ts';
import { models } from '../clients/model.ts';
import { recordingOf, scriptOf } from '../unit/script/made.ts';
import { parsePostgres } from './postgres.ts';
import { parseMssql, parseOracle } from './script.ts';

const stopping = (pieces: readonly Piece[]) => pieces.filter(({ sql }) => sql.includes('is left to be done online'));

const readers: Readonly<
  Partial<Record<DialectName, (script: string, pieces: readonly Piece[]) => Fault[] | Promise<Fault[]>>>
> = {
  postgresql: parsePostgres,
  cockroachdb: parsePostgres,
  redshift: parsePostgres,
  mssql: (_, pieces) => stopping(pieces).flatMap(parseMssql),
  oracle: (_, pieces) => stopping(pieces).flatMap(parseOracle),
};

const why = "a service's rates";
const recordings = [
  recordingOf({ id: 'a1', before: [], after: ['a1'], statements: ['create table t (a int)'] }),
  { ...recordingOf({ id: 'b2', before: ['a1'], after: ['b2'] }), onlineOnly: why },
  recordingOf({ id: 'c3', before: ['b2'], after: ['c3'], statements: ['create table u (a int)'] }),
].map((one) => ({ ...one, before: { ...one.before, unread: [] } }));

test.each(Object.entries(readers))('for %s', async (name, read) => {
  const dialect = dialectOf(name as DialectName);
  const text = [...scriptText(scriptOf(dialect, dialect.clients[0]!, recordings))].join('');
  const { pieces, faults } = models[dialect.name].split(text);
  expect(faults).toEqual([]);
  expect(stopping(pieces).length).toBeGreaterThan(0);
  expect(await read(text, pieces)).toEqual([]);
});
