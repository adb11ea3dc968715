/** A script's dress rehearsal: up, up again, down, and up once more, on an engine that holds nothing else. */

import { exitCode, MigratorError, type Place } from '../errors.ts';
import type { Engine, Passage } from './engine.ts';

export interface Scripts {
  /** Brings an empty database to where `up` begins; empty when that is base. */
  readonly before: readonly Passage[];
  readonly up: readonly Passage[];
  /** What `up` counts before it goes, and refuses to lose. */
  readonly counted: readonly string[];
  readonly down?: readonly Passage[];
  /** Why there is no `down`. */
  readonly noWayBack?: string;
  /** What the version table holds at either end, sorted. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The version table and its column, as SQL. */
  readonly table: string;
  readonly column: string;
  readonly ownTables: readonly string[];
}

/** What was done, in sentences. Throws `rehearsal-failed` when a script did not do what it says. */
export interface Report {
  readonly engine: string;
  readonly did: readonly string[];
}

function failed(what: string, why: string, more = '', place?: Place): MigratorError {
  return new MigratorError('rehearsal-failed', `${what}: ${why}`, {
    hint: `The script as it stands would do the same on a real server.${more}`,
    exit: exitCode.findings,
    ...(place === undefined ? {} : { place }),
  });
}

/** The first few lines that only one of two catalogs has. */
function difference(before: string, after: string): string {
  const [old, now] = [new Set(before.split('\n')), new Set(after.split('\n'))];
  const gone = [...old].filter((line) => !now.has(line)).map((line) => `missing: ${line}`);
  const come = [...now].filter((line) => !old.has(line)).map((line) => `left over: ${line}`);
  const all = [...gone, ...come].map((line) => line.replace(/\s+/g, ' ').slice(0, 160));
  return all.length <= 5 ? all.join('; ') : `${all.slice(0, 5).join('; ')}; and ${all.length - 5} more`;
}

async function mustRun(
  engine: Engine,
  script: readonly Passage[],
  what: string,
  { acceptLoss = false, hint = '' }: { readonly acceptLoss?: boolean; readonly hint?: string } = {},
): Promise<void> {
  const outcome = await engine.run(script, acceptLoss);
  if (outcome.failed === undefined) return;
  const { at, why } = outcome.failed;
  throw failed(`${what} stopped${at.revision === undefined ? '' : ` in revision ${at.revision}`}`, why, hint, at.place);
}

/** A refusal names one loss, and the next would come to light when that one is accepted. */
function allOf({ counted }: Scripts): string {
  if (counted.length < 2) return '';
  return ` All that it counts before it goes, and refuses unless the revision says why it may go: ${counted.join('; ')}.`;
}

async function mustStandAt(engine: Engine, scripts: Scripts, rows: readonly string[], what: string): Promise<void> {
  const found = await engine.versions(scripts.table, scripts.column);
  if (found.join() !== rows.join()) {
    throw failed(
      `after ${what} the version table is wrong`,
      `it holds ${found.join(', ') || 'nothing'} instead of ${rows.join(', ') || 'nothing'}`,
    );
  }
}

async function mustLookLike(engine: Engine, scripts: Scripts, catalog: string, what: string): Promise<void> {
  const now = await engine.catalog(scripts.ownTables);
  if (now !== catalog) throw failed(what, difference(catalog, now));
}

export async function rehearse(engine: Engine, scripts: Scripts): Promise<Report> {
  await mustRun(engine, scripts.before, 'the way to the start');
  const before = await engine.catalog(scripts.ownTables);
  await mustRun(engine, scripts.up, 'upgrade.sql', { hint: allOf(scripts) });
  await mustStandAt(engine, scripts, scripts.to, 'upgrade.sql');
  const after = await engine.catalog(scripts.ownTables);
  await engine.run(scripts.up);
  await mustStandAt(engine, scripts, scripts.to, 'a second run of upgrade.sql');
  await mustLookLike(engine, scripts, after, 'a second run of upgrade.sql changed something');
  const did = [
    'upgrade.sql applied; the version table holds the heads',
    'upgrade.sql run again changed nothing',
    ...(await rehearseBack(engine, scripts, before, after)),
  ];
  return { engine: engine.title, did };
}

async function rehearseBack(
  engine: Engine,
  scripts: Scripts,
  before: string,
  after: string,
): Promise<readonly string[]> {
  const { down, noWayBack, from, up } = scripts;
  if (down === undefined) return [`there is no downgrade.sql: ${noWayBack}`];
  await mustRun(engine, down, 'downgrade.sql', { acceptLoss: true });
  await mustStandAt(engine, scripts, from, 'downgrade.sql');
  await mustLookLike(engine, scripts, before, 'downgrade.sql does not take everything back');
  await mustRun(engine, up, 'upgrade.sql after downgrade.sql');
  await mustLookLike(engine, scripts, after, 'upgrade.sql after downgrade.sql made something else');
  return ['downgrade.sql took everything back', 'upgrade.sql applied once more, with the same catalog'];
}
