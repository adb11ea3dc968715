/** `migrator check` */

import type { Trial } from '../compile/compile.ts';
import { exitCode, faultsOf } from '../errors.ts';
import { upgradeWalk, type Walk } from '../history/range.ts';
import { countedIn } from '../script/title.ts';
import type { Answer, Command } from './command.ts';
import { from } from './options.ts';
import { placeText, samenessOf } from './report.ts';
import { openHistory } from './session.ts';
import { startOf } from './sql-only.ts';
import { chosenTargets } from './targets.ts';
import { usageError } from './usage.ts';

/** Something that keeps a revision from being compiled. */
interface Offence {
  readonly revision: string;
  readonly direction: 'up' | 'down';
  readonly code: string;
  readonly message: string;
  readonly place?: string;
  readonly hint?: string;
  /** Whether it compiles cannot be told before another does. */
  readonly waits: boolean;
  readonly targets: readonly string[];
}

/** A revision in whose place scripts stop, and why. */
interface LeftOnline {
  readonly revision: string;
  readonly reason: string;
}

interface Checked {
  readonly target: string;
  readonly trials: readonly Trial[];
}

export const check: Command = {
  arguments: [{ name: 'RANGE', summary: 'from:to, or to; default: from base to heads' }],
  options: [{ name: 'offline', summary: 'compiles instead of connecting (required: nothing connects yet)' }, from],
  examples: [
    { line: 'migrator check --offline', says: 'every revision that cannot be compiled, for every target' },
    { line: 'migrator check --offline ae10:head --json', says: 'what follows ae10, for a program' },
  ],
  async run(context, given) {
    if (!given.flag('offline')) {
      throw usageError(
        'needs-offline',
        'check without --offline would connect to a database, which migrator does not do',
        'write "migrator check --offline"',
      );
    }
    const { project, graph, knexfile } = await openHistory(context, given);
    const targets = chosenTargets(project, given);
    const walk = upgradeWalk(graph, given.arguments[0], startOf(given));
    const { createCompiler } = await import('../compile/compile.ts');
    const compiler = createCompiler(project, graph, given.x, knexfile);
    try {
      const checked: Checked[] = [];
      for (const target of targets) {
        checked.push({ target: target.name, trials: await compiler.attempt(target, walk) });
      }
      return answerOf(checked, walk, project.knex !== undefined);
    } finally {
      compiler.dispose();
    }
  },
};

/** The same fault in several targets is one. */
function offencesIn(checked: readonly Checked[]): readonly Offence[] {
  const found = new Map<string, Offence>();
  for (const { target, trials } of checked) {
    for (const { step, fault, waits } of trials) {
      if (fault === undefined) continue;
      const { revision, direction } = step;
      for (const one of faultsOf(fault)) {
        const { code, message, hint, place } = one;
        const key = JSON.stringify([revision.id, direction, samenessOf(one)]);
        const known = found.get(key) ?? {
          revision: revision.id,
          direction,
          code,
          message,
          ...(place === undefined ? {} : { place: placeText(place) }),
          ...(hint === undefined ? {} : { hint }),
          waits: true,
          targets: [],
        };
        found.set(key, {
          ...known,
          waits: known.waits && waits !== undefined,
          targets: [...known.targets, target],
        });
      }
    }
  }
  return [...found.values()];
}

/** A file that several revisions share says nothing of which one it is about. */
function whereOf({ revision, place, message }: Offence): string {
  if (place === undefined) return revision;
  return place.includes(revision) || message.includes(revision) ? place : `${revision}: ${place}`;
}

function linesOf(offence: Offence, all: number): readonly string[] {
  const { direction, code, message, hint, targets } = offence;
  const only = targets.length === all ? '' : ` (${targets.join(', ')})`;
  return [
    `${whereOf(offence)}: ${direction === 'down' ? 'downgrade: ' : ''}${code}: ${message}${only}`,
    ...(hint === undefined ? [] : [`  ${hint}`]),
  ];
}

const howMany = (count: number): string => `${count} revision${count === 1 ? '' : 's'}`;

const listed = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines, ''];

function leftOnline(checked: readonly Checked[]): readonly LeftOnline[] {
  const found = new Map<string, string>();
  for (const { step, online } of checked.flatMap(({ trials }) => trials)) {
    if (online !== undefined) found.set(step.revision.id, online);
  }
  return [...found].map(([revision, reason]) => ({ revision, reason }));
}

/** The way back has a switch for what it loses. */
function countedFirst(checked: readonly Checked[]): readonly string[] {
  return countedIn(checked.flatMap(({ trials }) => trials.filter(({ step }) => step.direction === 'up')));
}

/** `backIsFree`: a way back that does not compile keeps nothing from being bundled. */
function answerOf(checked: readonly Checked[], { steps }: Walk, backIsFree: boolean): Answer {
  const offences = offencesIn(checked);
  const isFree = ({ direction }: Offence): boolean => backIsFree && direction === 'down';
  const [free, grave] = [offences.filter(isFree), offences.filter((one) => !isFree(one))];
  const [own, waiting] = [grave.filter(({ waits }) => !waits), grave.filter(({ waits }) => waits)];
  const revisions = (some: readonly Offence[]) => new Set(some.map(({ revision }) => revision));
  const [failing, held] = [revisions(own), revisions(waiting)];
  const online = leftOnline(checked);
  const counted = countedFirst(checked);
  const left = new Set(online.map(({ revision }) => revision));
  const compiled = steps.filter(({ revision: { id } }) => !failing.has(id) && !held.has(id) && !left.has(id)).length;
  const titled = (title: string, some: readonly Offence[]) =>
    listed(
      title,
      some.flatMap((one) => linesOf(one, checked.length)),
    );
  const text = [
    ...titled(`${howMany(failing.size)} cannot be compiled:`, own),
    ...titled('These can be told for certain only when those above compile:', waiting),
    ...titled('These have no way back; they can be bundled all the same, and the bundle says so:', free),
    ...listed(
      'Scripts stop in the place of these, which are done online:',
      online.map(({ revision, reason }) => `${revision}: ${reason}`),
    ),
    ...listed(
      'Counted before it goes; while there are any the script refuses, unless the revision says why they may go (dataLoss, or data_loss in migrator.toml):',
      counted,
    ),
    `${compiled} of ${howMany(steps.length)} compile${compiled + left.size === steps.length ? '' : ', the others do not'}`,
  ];
  return {
    data: { compiled, offences, online, counted },
    text: text.map((line) => `${line}\n`),
    ...(grave.length === 0 ? {} : { exit: exitCode.findings }),
  };
}
