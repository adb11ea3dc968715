/** Recordings made by hand. */

import type { Client, Frame } from '../../../src/dialect/client.ts';
import type { Dialect } from '../../../src/dialect/dialect.ts';
import type { Statement } from '../../../src/dialect/statement.ts';
import { waitsOf } from '../../../src/dialect/waits.ts';
import type { Step } from '../../../src/history/revision.ts';
import type { Recording } from '../../../src/recorder/recording.ts';
import type { Preflight } from '../../../src/script/preflight.ts';
import type { Script } from '../../../src/script/script.ts';

export interface Made {
  readonly id: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly statements?: readonly (string | Statement)[];
  readonly message?: string;
  readonly direction?: Step['direction'];
}

export const schema = (sql: string): Statement => ({ sql, transactional: true, sort: 'schema' });
export const data = (sql: string): Statement => ({ sql, transactional: true, sort: 'data' });
export const outside = (sql: string): Statement => ({ sql, transactional: false, sort: 'schema' });
export const block = (sql: string): Statement => ({ sql, transactional: true, sort: 'block' });

export function recordingOf({ id, before, after, statements = [], message = '', direction = 'up' }: Made): Recording {
  const file = `revisions/${id}.ts`;
  const nothing = {} as Recording['before'];
  return {
    step: {
      direction,
      before,
      after,
      revision: {
        id,
        parents: [],
        dependsOn: [],
        labels: [],
        message,
        comment: [],
        file,
        digest: id.padEnd(64, '0'),
        places: { revision: { file, line: 1 } },
      },
    },
    before: nothing,
    after: nothing,
    changes: statements.map((statement, n) => ({
      operations: [],
      statements: [{ statement: typeof statement === 'string' ? schema(statement) : statement, says: `step ${n + 1}` }],
      place: { file, line: n + 7 },
    })),
  };
}

/** A preflight of a script that needs nothing. */
export const nothingAsked: Preflight = {
  reading: [],
  expects: [],
  rightHints: [],
  roleHints: [],
  touches: [],
  now: [],
  later: [],
};

export function frameOf(recordings: readonly Recording[], more: Partial<Frame> = {}): Frame {
  return {
    versionTable: { name: 'migrator_version' },
    ledger: { name: 'migrator_version_ledger' },
    log: { name: 'migrator_version_log' },
    script: 'f'.repeat(64),
    serverVersion: '1',
    target: 'main',
    waits: {},
    expects: [],
    from: recordings[0]?.step.before ?? [],
    to: recordings.at(-1)?.step.after ?? [],
    file: 'upgrade.sql',
    ...more,
  };
}

export function scriptOf(
  dialect: Dialect,
  client: Client,
  recordings: readonly Recording[],
  more: Partial<Frame> = {},
): Script {
  return {
    version: '0.0.0',
    dialect,
    client,
    kind: 'revisions',
    recordings,
    form: { lineEnds: 'lf', bom: false },
    frame: frameOf(recordings, { waits: waitsOf(dialect, {}), ...more }),
  };
}
