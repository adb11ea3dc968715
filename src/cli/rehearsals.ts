/** The scripts of one walk, run for each target on an engine of its own. */

import { type Compiler, createCompiler, whyNoWayBack } from '../compile/compile.ts';
import type { Client, Frame } from '../dialect/client.ts';
import type { DialectName } from '../dialect/names.ts';
import { allFaults, MigratorError } from '../errors.ts';
import { reversed, upgradeWalk, type Walk } from '../history/range.ts';
import type { Target } from '../project/project.ts';
import type { Engine, Passage } from '../rehearsal/engine.ts';
import { type Report, rehearse, type Scripts } from '../rehearsal/rehearse.ts';
import type { Script } from '../script/script.ts';
import { passagesOf } from '../script/script-text.ts';
import { countedIn } from '../script/title.ts';
import type { Answer, Given } from './command.ts';
import { refuseNothing } from './nothing.ts';
import type { Opened } from './session.ts';

const engines: { readonly [name in DialectName]?: () => Promise<Engine> } = {
  postgresql: async () => (await import('../rehearsal/pglite.ts')).openPglite(),
  sqlite: async () => (await import('../rehearsal/sqlite.ts')).openSqlite(),
};

export async function rehearsals(
  { project, graph, knexfile }: Opened,
  targets: readonly Target[],
  given: Given,
): Promise<Answer> {
  const able = targets.filter((target) => engines[target.dialect] !== undefined);
  const unable = targets.filter((target) => engines[target.dialect] === undefined);
  refuseNamed(unable, given, able.length === 0);
  const walk = upgradeWalk(graph, given.arguments[0]);
  refuseNothing(walk, project);
  const compiler = createCompiler(project, graph, given.x, knexfile);
  try {
    const reports: { target: string; report: Report }[] = [];
    const faults: MigratorError[] = [];
    for (const target of able) {
      const scripts = await scriptsOf(compiler, target, walk, upgradeWalk(graph, walk.from.join(',') || 'base'));
      try {
        reports.push({ target: target.name, report: await onEngine(target, scripts) });
      } catch (error) {
        faults.push(...faultsFor(target, error));
      }
    }
    const fault = allFaults(faults);
    if (fault !== undefined) throw fault;
    return answerOf(reports, unable);
  } finally {
    compiler.dispose();
  }
}

function refuseNamed(unable: readonly Target[], given: Given, nothingLeft: boolean): void {
  const [first] = unable;
  if (first === undefined || (!nothingLeft && given.texts('target').length === 0)) return;
  throw new MigratorError(
    'no-engine',
    `there is no embedded engine for ${first.dialect}, the dialect of ${first.name}`,
    {
      hint: `there is one for ${Object.keys(engines).join(' and ')}`,
      place: first.place,
    },
  );
}

/** The engine inside is not the database that a target expects. */
const anywhere = (script: Script): Script => ({ ...script, frame: { ...script.frame, expects: [] } });
/** Nobody is there to do what is done online. */
function whole(script: Script): Script {
  const online = script.recordings.find(({ onlineOnly }) => onlineOnly !== undefined);
  if (online === undefined) return script;
  const { id, file } = online.step.revision;
  throw new MigratorError('done-online', `revision ${id} is done online, and what comes after it cannot be rehearsed`, {
    hint: 'rehearse the range that ends before it',
    place: { file },
  });
}

/** Whoever runs a script that commits nothing holds the transaction. */
const asRun = ({ oneTransaction }: Client, script: readonly Passage[]): readonly Passage[] =>
  oneTransaction === true ? [{ text: 'BEGIN;\n' }, ...script, { text: 'COMMIT;\n' }] : script;

const accepting = ({ switchLine }: Client, script: readonly Passage[]): readonly Passage[] =>
  switchLine === undefined
    ? script
    : script.map((one) => ({ ...one, text: one.text.replace(switchLine.off, () => switchLine.on) }));

async function scriptsOf(compiler: Compiler, target: Target, walk: Walk, start: Walk): Promise<Scripts> {
  const { frame, client, recordings } = await compiler.script(target, walk, 'upgrade.sql');
  const passages = async (part: Walk, file: string): Promise<readonly Passage[]> =>
    asRun(client, [...passagesOf(anywhere(whole(await compiler.script(target, part, file))))]);
  const { applied } = client.asking;
  const { table, column, names } = applied(frame);
  const own = [frame.versionTable, frame.ledger, frame.log, frame.book?.lock];
  return {
    before: start.steps.length === 0 ? [] : await passages(start, 'before.sql'),
    up: await passages(walk, 'upgrade.sql'),
    counted: countedIn(recordings),
    ...(await wayBack(async () => accepting(client, await passages(reversed(walk), 'downgrade.sql')), frame)),
    from: applied({ ...frame, to: frame.from }).names.toSorted(),
    to: names.toSorted(),
    table,
    column,
    ownTables: own.flatMap((one) => (one === undefined ? [] : [one.name])),
  };
}

/** What has none is rehearsed without. */
async function wayBack(
  write: () => Promise<readonly Passage[]>,
  { book }: Frame,
): Promise<Pick<Scripts, 'down' | 'noWayBack'>> {
  try {
    return { down: await write() };
  } catch (error) {
    return { noWayBack: whyNoWayBack(error, book !== undefined) };
  }
}

async function onEngine(target: Target, scripts: Scripts): Promise<Report> {
  const engine = await engines[target.dialect]!();
  try {
    return await rehearse(engine, scripts);
  } finally {
    await engine.close();
  }
}

/** What went wrong on one engine does not hide what goes wrong on the next. */
function faultsFor({ name }: Target, error: unknown): readonly MigratorError[] {
  if (!(error instanceof MigratorError) || error.code !== 'rehearsal-failed') throw error;
  const { code, message, hint, place, exit } = error;
  const where = place === undefined ? {} : { place };
  return [new MigratorError(code, `${name}: ${message}`, { exit, ...where, ...(hint === undefined ? {} : { hint }) })];
}

function answerOf(reports: readonly { target: string; report: Report }[], unable: readonly Target[]): Answer {
  return {
    data: {
      rehearsals: reports.map(({ target, report }) => ({ target, ...report })),
      without: unable.map(({ name }) => name),
    },
    text: reports.flatMap(({ target, report }) => [
      `${target}: on ${report.engine}\n`,
      ...report.did.map((line) => `  ${line}\n`),
    ]),
    notes: unable.length === 0 ? [] : [`no embedded engine for ${unable.map(({ name }) => name).join(', ')}`],
  };
}
