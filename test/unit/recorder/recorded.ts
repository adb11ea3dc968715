/** A revision written in the test itself, recorded as a script would have it. */

import { dialectOf } from '../../../src/dialect/dialects.ts';
import type { DialectName } from '../../../src/dialect/names.ts';
import type { Statement } from '../../../src/dialect/statement.ts';
import type { Op } from '../../../src/recorder/op.ts';
import { createRecorder } from '../../../src/recorder/record.ts';
import { createSpool } from '../../../src/recorder/spool.ts';
import { emptySchema } from '../../../src/schema/schema.ts';

const revision = {
  id: 'a1',
  parents: [],
  dependsOn: [],
  labels: [],
  message: '',
  comment: [],
  file: 'revisions/a1.ts',
  digest: '',
  places: { revision: { file: 'revisions/a1.ts', line: 1 } },
};

function unexpected(): never {
  throw new Error('no CSV file is read here');
}

export async function recorded(dialect: DialectName, upgrade: (op: Op) => unknown): Promise<readonly Statement[]> {
  const own = (file: string) => (file.endsWith('.test.ts') ? 'revisions/a1.ts' : undefined);
  const settings = { dialect: dialectOf(dialect), version: dialectOf(dialect).defaultVersion, x: {}, own };
  const load = async () => ({ revision: 'a1', downRevision: null, upgrade });
  const files = { readCsv: unexpected, plugins: new Map() };
  const recorder = createRecorder({ ...settings, ...files, spool: createSpool(), load });
  const { changes } = await recorder.record({ revision, direction: 'up', before: [], after: ['a1'] }, emptySchema);
  return changes.flatMap((change) => change.statements.map((told) => told.statement));
}

export async function sqlOf(dialect: DialectName, upgrade: (op: Op) => unknown): Promise<readonly string[]> {
  return (await recorded(dialect, upgrade)).map(({ sql }) => String(sql));
}
