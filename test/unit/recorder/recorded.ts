/** A revision written in the test itself, recorded as a script would have it. */

import { dialectOf } from '../../../src/dialect/dialects.ts';
import type { DialectName } from '../../../src/dialect/names.ts';
import type { Statement } from '../../../src/dialect/statement.ts';
import type { Op } from '../../../src/recorder/op.ts';
import { createRecorder, type RecorderSettings } from '../../../src/recorder/record.ts';
import type { Recording } from '../../../src/recorder/recording.ts';
import { createSpool } from '../../../src/recorder/spool.ts';
import { emptySchema } from '../../../src/schema/schema.ts';

const revisionOf = (id: string) => ({
  id,
  parents: [],
  dependsOn: [],
  labels: [],
  message: '',
  comment: [],
  file: 'revisions/a1.ts',
  digest: '',
  places: { revision: { file: 'revisions/a1.ts', line: 1 } },
});

function unexpected(): never {
  throw new Error('no CSV file is read here');
}

type Upgrade = (op: Op) => unknown;

type Settings = Pick<RecorderSettings, 'shadow' | 'said'> & { readonly accepts?: () => string };

/** Several revisions, one after the other; what the last one came to. */
export async function recordedAfter(
  dialect: DialectName,
  upgrades: readonly Upgrade[],
  { accepts, ...more }: Settings = {},
): Promise<Recording> {
  const own = (file: string) => (file.endsWith('.test.ts') ? 'revisions/a1.ts' : undefined);
  const settings = { dialect: dialectOf(dialect), version: dialectOf(dialect).defaultVersion, x: {}, own };
  let at = 0;
  const load = async () => ({ revision: `a${at + 1}`, downRevision: null, upgrade: upgrades[at] });
  const files = { readCsv: unexpected, plugins: new Map() };
  const said = accepts === undefined ? {} : { said: () => ({ acceptsReads: accepts(), answers: [] }) };
  const recorder = createRecorder({
    ...settings,
    ...files,
    spool: createSpool(),
    load,
    source: () => String(upgrades[at]),
    ...said,
    ...more,
  });
  let recording: Recording | undefined;
  try {
    for (; at < upgrades.length; at++) {
      const id = `a${at + 1}`;
      const step = { revision: revisionOf(id), direction: 'up', before: [], after: [id] } as const;
      recording = await recorder.record(step, recording?.after ?? emptySchema);
    }
  } finally {
    await recorder.close();
  }
  return recording!;
}

export async function recorded(dialect: DialectName, upgrade: Upgrade): Promise<readonly Statement[]> {
  const { changes } = await recordedAfter(dialect, [upgrade]);
  return changes.flatMap((change) => change.statements.map((told) => told.statement));
}

export async function sqlOf(dialect: DialectName, upgrade: Upgrade): Promise<readonly string[]> {
  return (await recorded(dialect, upgrade)).map(({ sql }) => String(sql));
}
