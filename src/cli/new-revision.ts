/** What `revision` and `merge` share: drafts the file, checks it, writes it, runs the hooks. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MigratorError } from '../errors.ts';
import { buildGraph } from '../history/graph.ts';
import { readRevision } from '../history/header.ts';
import { type Draft, draftRevision, type Wish } from '../history/write.ts';
import type { Project } from '../project/project.ts';
import type { Answer, Context, Given } from './command.ts';
import { writeNew } from './files.ts';
import { runHooks } from './hooks.ts';
import type { Opened } from './session.ts';

export function newRevision({ project, graph }: Opened, wish: Wish, context: Context, given: Given): Answer {
  const { random } = context;
  const draft = draftRevision(graph, wish, mannerOf(project), { now: context.now(), random });
  buildGraph([...graph.nodes.map((node) => node.revision), readRevision(draft.text, draft.path)]);
  const unnamed = wish.message.trim() === '' ? [withoutMessage] : [];
  if (given.flag('dry-run'))
    return { data: dataOf(draft, true), text: [`${draft.path}\n\n`, draft.text], notes: unnamed };
  const written = writeNew(join(project.root, draft.path), draft.path, [draft.text], random);
  try {
    const notes = runHooks(project, draft.path, context);
    return { data: dataOf(draft, false), text: [`${draft.path}\n`], notes: [...unnamed, ...notes] };
  } catch (error) {
    written.undo();
    throw error;
  }
}

/** Scripts and bundles call a revision by its message. */
const withoutMessage =
  'the revision has no message: say what it does in the first line of its comment, or the next time with -m "what it does"';

/** What follows a migration of knex's is another one, unless its history was adopted. */
export function refuseMigrations({ knex, file }: Project): void {
  if (knex === undefined || knex.adopted !== undefined) return;
  throw new MigratorError(
    'format-knex',
    `${file} says that the files are migrations of knex, and those have no graph`,
    {
      hint: 'make one with "knex migrate:make", or let revisions follow them: "migrator adopt"',
      place: { file },
    },
  );
}

function dataOf(draft: Draft, dryRun: boolean): unknown {
  const { id, parents, path } = draft;
  return { id, parents, file: path, written: !dryRun, ...(dryRun ? { text: draft.text } : {}) };
}

function mannerOf(project: Project): Parameters<typeof draftRevision>[2] {
  const { revisions } = project;
  return { ...revisions, template: { text: readTemplate(project), place: { file: revisions.template } } };
}

function readTemplate({ root, revisions }: Project): string {
  try {
    return readFileSync(join(root, revisions.template), 'utf8');
  } catch (cause) {
    throw new MigratorError('no-template', `the revision template ${revisions.template} cannot be read`, {
      hint: '"migrator init example" writes one into the folder example, to be copied; [migrator] template says where it is',
      cause,
    });
  }
}
