/** CockroachDB in SQL alone, for GUIs and drivers. */

import type { Client } from '../client.ts';
import { cockroach, cockroachSession, rowsFound } from './cockroach.ts';
import { plainByCast } from './plain-cast.ts';
import { doubleQuoted, qualified, quoted } from './spelling.ts';

export const plainCockroach: Client = plainByCast(cockroach, {
  // older servers have no such setting: https://www.cockroachlabs.com/docs/stable/session-variables
  settings: [['autocommit_before_ddl', 'off'], ...cockroachSession]
    .map(
      ([name, value]) =>
        `SELECT set_config('${name}', '${value}', false) AS migrator\n  FROM pg_settings WHERE name = '${name}';\n`,
    )
    .join(''),
  there: (table) => `to_regclass(${quoted(qualified(table, doubleQuoted))}) IS NOT NULL`,
  rows: rowsFound,
  moment: 'TIMESTAMP WITH TIME ZONE',
  now: 'clock_timestamp()',
  user: 'session_user',
  // https://www.cockroachlabs.com/docs/stable/online-schema-changes#schema-changes-within-transactions
  givesUp: [
    'A stop after COMMIT: where CockroachDB gives up a schema change that it finishes after COMMIT (error XXA00), a tool that goes on after errors goes on.',
  ],
});
