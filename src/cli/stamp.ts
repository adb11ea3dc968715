/** `migrator stamp` */

import { MigratorError } from '../errors.ts';
import type { Graph } from '../history/graph.ts';
import { rowsAt } from '../history/range.ts';
import { parseRange } from '../history/reference.ts';
import { planStamp } from '../history/stamp.ts';
import type { Command, Given } from './command.ts';
import { dryRun, from, outputFile, sql } from './options.ts';
import type { Ends } from './scripts.ts';
import { openHistory } from './session.ts';
import { requireSql, startOf } from './sql-only.ts';
import { oneTarget } from './targets.ts';

export const stamp: Command = {
  arguments: [
    { name: 'REVISION', summary: 'what the rows shall be; from:to says where they are', required: true, many: true },
  ],
  options: [sql, from, outputFile, dryRun],
  examples: [
    { line: 'migrator stamp head --sql', says: 'an existing database that has no rows yet' },
    { line: 'migrator stamp ae10:27c6 --sql', says: 'from one row to another' },
  ],
  async run(context, given) {
    requireSql('stamp', given);
    const { project, graph } = await openHistory(context, given);
    const target = oneTarget(project, given);
    const ends = endsOf(graph, given);
    const { fileNameOf, planAnswer, scriptAnswer } = await import('./scripts.ts');
    const { migrationsOf } = await import('../compile/frame.ts');
    const { stampScript } = await import('../compile/script-of.ts');
    if (given.flag('dry-run')) return planAnswer(target, { ...ends, steps: [] });
    const script = stampScript(target, ends, fileNameOf(given, 'stamp.sql'), migrationsOf(project, graph));
    return scriptAnswer(script, target, [], context, given);
  },
};

function endsOf(graph: Graph, given: Given): Ends {
  const ranges = given.arguments.map((text) => parseRange(text) ?? { to: text });
  const starts = new Set(ranges.flatMap((range) => range.from ?? []));
  if (starts.size + Math.min(1, startOf(given).length) > 1) {
    throw new MigratorError('two-starts', 'the start is given more than once', { hint: 'give it once, with --from' });
  }
  const rows = rowsAt(graph, starts.size > 0 ? [...starts] : startOf(given));
  const [move] = planStamp(
    graph,
    rows,
    ranges.map((range) => range.to ?? 'heads'),
  );
  return move === undefined ? { from: rows, to: rows } : { from: move.before, to: move.after };
}
