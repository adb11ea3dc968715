import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageOf } from '../../src/history/comment.ts';
import { buildGraph, type Graph } from '../../src/history/graph.ts';
import { readRevision } from '../../src/history/header.ts';
import { ancestorsOf, headsOf, maximal, type Node } from '../../src/history/node.ts';
import { planDowngrade, planUpgrade } from '../../src/history/plan.ts';
import { readQuickly } from '../../src/history/quick.ts';
import { resolve } from '../../src/history/reference.ts';
import type { Revision, Step } from '../../src/history/revision.ts';
import { scanHeader } from '../../src/history/scan.ts';
import { planStamp } from '../../src/history/stamp.ts';
import { draftRevision } from '../../src/history/write.ts';
import { graphOf, mistake } from '../unit/history/graph-of.ts';

/** Any well-formed history: each revision may stand on and need earlier ones; what a parent contains is not merged again. */
const history: fc.Arbitrary<readonly Revision[]> = fc
  .array(fc.record({ parents: fc.array(fc.nat(), { maxLength: 3 }), needs: fc.array(fc.nat(), { maxLength: 2 }) }), {
    maxLength: 24,
  })
  .map((shapes) => {
    const below: Set<number>[] = [];
    return shapes.map((shape, index): Revision => {
      const pick = (list: readonly number[]): number[] => [...new Set(index === 0 ? [] : list.map((n) => n % index))];
      const all = pick(shape.parents);
      const parents = all.filter((one) => !all.some((other) => other !== one && below[other]!.has(one)));
      below.push(new Set(parents.flatMap((one) => [one, ...below[one]!])));
      const file = `revisions/${index}.ts`;
      const ids = (list: readonly number[]): string[] => list.map((n) => `r${n}`);
      const rest = { labels: [], message: '', comment: [], digest: '', places: { revision: { file } } };
      return { id: `r${index}`, parents: ids(parents), dependsOn: ids(pick(shape.needs)), file, ...rest };
    });
  });

/** A history, and rows that some walk has left in its version table. */
const situation = fc.tuple(history, fc.array(fc.nat(), { maxLength: 4 })).map(([revisions, picks]) => {
  const graph = buildGraph(revisions);
  const applied = ancestorsOf(graph.nodes.length === 0 ? [] : picks.map((n) => graph.nodes[n % graph.nodes.length]!));
  return { graph, revisions, applied, rows: headsOf(maximal(applied)) };
});

const target = (graph: Graph, pick: number): Node => graph.nodes[pick % graph.nodes.length]!;

function holdRows(steps: readonly Step[], graph: Graph, start: ReadonlySet<Node>): Set<Node> {
  const applied = new Set(start);
  for (const { revision, direction, before, after } of steps) {
    expect(before).toEqual(headsOf(maximal(applied)));
    const node = graph.byName.get(revision.id)!;
    if (direction === 'up') {
      expect(node.below.every((other) => applied.has(other))).toBe(true);
      applied.add(node);
    } else {
      expect(node.above.some((other) => applied.has(other))).toBe(false);
      applied.delete(node);
    }
    expect(after).toEqual(headsOf(maximal(applied)));
  }
  return applied;
}

describe('laws of plans', () => {
  test('after any walk the rows are maximal(applied), parents before children', () => {
    fc.assert(
      fc.property(situation, fc.nat(), ({ graph, applied, rows }, pick) => {
        holdRows(planUpgrade(graph, rows, 'heads'), graph, applied);
        holdRows(planDowngrade(graph, rows, 'base'), graph, applied);
        if (graph.nodes.length === 0) return;
        const node = target(graph, pick);
        const isWay = rows.includes(node.id) || node.children.some((child) => applied.has(child));
        if (isWay) holdRows(planDowngrade(graph, rows, node.id), graph, applied);
        else if (applied.has(node))
          expect(mistake(() => planDowngrade(graph, rows, node.id)).codes).toEqual(['not-below']);
        else expect(holdRows(planUpgrade(graph, rows, node.id), graph, applied).has(node)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('up and then down is where it began', () => {
    fc.assert(
      fc.property(history, (revisions) => {
        const graph = buildGraph(revisions);
        const up = planUpgrade(graph, [], 'heads');
        const top = up.at(-1)?.after ?? [];
        expect(top).toEqual(headsOf(graph.realHeads));
        const down = planDowngrade(graph, top, 'base');
        expect(down.at(-1)?.after ?? []).toEqual([]);
        expect(down.map((step) => step.revision.id).sort()).toEqual(up.map((step) => step.revision.id).sort());
      }),
    );
  });

  test('a way in two parts is the whole way', () => {
    fc.assert(
      fc.property(situation, ({ graph, applied, rows }) => {
        const first = planUpgrade(graph, [], rows.length === 0 ? 'base' : rows.join());
        expect(new Set(first.map((step) => step.revision.id))).toEqual(new Set([...applied].map((node) => node.id)));
        const second = planUpgrade(graph, rows, 'heads');
        expect(first.length + second.length).toBe(graph.nodes.length);
      }),
    );
  });

  test('which revisions are gone through does not depend on the order of files', () => {
    fc.assert(
      fc.property(
        history.chain((revisions) =>
          fc.tuple(fc.constant(revisions), fc.shuffledSubarray([...revisions], { minLength: revisions.length })),
        ),
        fc.nat(),
        ([revisions, shuffled], pick) => {
          if (revisions.length === 0) return;
          const to = revisions[pick % revisions.length]!.id;
          const [a, b] = [revisions, shuffled].map((list) => planUpgrade(buildGraph(list), [], to));
          const ids = (steps: readonly Step[]): string[] => steps.map((step) => step.revision.id).sort();
          expect(ids(b!)).toEqual(ids(a!));
          expect(b!.at(-1)?.after).toEqual(a!.at(-1)?.after);
        },
      ),
    );
  });

  test('a stamp ends at rows that a table can hold, and holds what was asked for', () => {
    fc.assert(
      fc.property(situation, fc.nat(), ({ graph, rows }, pick) => {
        if (graph.nodes.length === 0) return;
        const { id } = target(graph, pick);
        const after = planStamp(graph, rows, [id])[0]?.after ?? rows;
        expect(after).toContain(id);
        expect(planStamp(graph, after, [id])).toEqual([]);
      }),
    );
  });
});

test('each full id stands for itself', () => {
  fc.assert(
    fc.property(history, (revisions) => {
      const graph = buildGraph(revisions);
      for (const node of graph.nodes) expect(resolve(graph, node.id)).toEqual([node]);
    }),
  );
});

describe('laws of files', () => {
  const file = 'templates/revision.ts.mustache';
  const template = { text: readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), place: { file } };
  const manner = { locations: ['r'], recursive: false, fileTemplate: '%(rev)s_%(slug)s', slugLength: 40, template };
  const spiteful = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '*/',
          '*\\/',
          '*\\\\/',
          '/*',
          '//',
          '\n',
          '\n\n',
          '\r',
          '\u2028',
          "'",
          '`',
          '${',
          '<%',
          ' * ',
          'x',
          'Create Date: y',
          '\0',
        ),
      )
      .map((parts) => parts.join('')),
  );

  test('a written header reads back as it was meant', () => {
    const graph = graphOf('aaaa', 'bbbb < aaaa # shop', 'cccc < aaaa');
    fc.assert(
      fc.property(
        spiteful.filter(
          (message) => !/^\s*(revision id|revises|create date|branch labels?|depends on):/i.test(message),
        ),
        fc.subarray(['bbbb', 'cccc']),
        fc.subarray(['l1', 'l-2x']),
        fc.subarray(['shop', 'aaaa']),
        (message, parents, labels, dependsOn) => {
          const heads = parents.length === 0 ? ['base'] : parents;
          const chance = { now: new Date(0), random: (bytes: number) => new Uint8Array(bytes) };
          const draft = draftRevision(graph, { message, heads, branchLabels: labels, dependsOn }, manner, chance);
          const read = readRevision(draft.text, draft.path);
          expect(read).toMatchObject({
            id: draft.id,
            parents,
            labels,
            dependsOn,
            created: '1970-01-01 00:00:00+00:00',
          });
          expect(read.message).toBe(firstParagraph(message));
        },
      ),
      { numRuns: 3000 },
    );
  });

  function firstParagraph(message: string): string {
    const clean = message
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(/\p{Cs}/gu, '\ufffd')
      .replace(/(?!\n)\p{Cc}/gu, ' ');
    return messageOf([(clean.trim().split(/\n[^\S\n]*\n/)[0] ?? '').replaceAll('\n', ' ')]);
  }

  test('the quick look finds what the scan finds, or leaves it to the scan', () => {
    const line = fc.constantFrom(
      '/** One. */',
      '// two',
      '/* eslint-disable */',
      "import type { Op } from 'migrator';",
      "import x from './x'",
      "export const revision = 'a';",
      'export const revision = "b" as const;',
      "export const downRevision: string | readonly string[] | null = 'c';",
      "export const downRevision = ['c', \"d\",\n 'e'];",
      'export const branchLabels: readonly string[] | null = null;',
      'export const branchLabels = [];',
      'export const dependsOn = compute();',
      "export const dependsOn = ['f' + 'g'];",
      "export const other = 'h';",
      'export async function upgrade(op: Op) {',
      '}',
      'export const downgrade = 1;',
      'const s = `',
      "exports.dependsOn = 'i';",
      '',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 9 }), (lines) => {
        const text = lines.join('\n');
        const quick = readQuickly(text, 'x.ts');
        if (quick !== undefined) expect(quick).toEqual(scanHeader(text, 'x.ts'));
      }),
      { numRuns: 20_000 },
    );
  });
});
