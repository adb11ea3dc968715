/** What most commands begin with: the project, and its history as a graph. Nothing of a revision is executed. */

import { buildGraph, type Graph } from '../history/graph.ts';
import { loadRevisions } from '../history/load.ts';
import { loadMigrations } from '../history/migrations.ts';
import type { Revision } from '../history/revision.ts';
import type { Project } from '../project/project.ts';
import { readProject } from '../project/read.ts';
import type { Context, Given } from './command.ts';

export function openProject(context: Context, given: Given): Project {
  return readProject(given.text('config') ?? (context.env.MIGRATOR_CONFIG || undefined), context.cwd, given.x);
}

export interface Opened {
  readonly project: Project;
  readonly graph: Graph;
}

export function openHistory(context: Context, given: Given): Opened {
  const project = openProject(context, given);
  return { project, graph: buildGraph(loadHistory(project)) };
}

export function loadHistory({ root, revisions, knex }: Project): readonly Revision[] {
  if (knex === undefined) return loadRevisions(root, revisions);
  const migrations = loadMigrations(root, knex);
  return knex.adopted === undefined ? migrations : [...migrations, ...loadRevisions(root, revisions)];
}
