/** What most commands begin with: the project, and its history as a graph. Nothing of a revision is executed; a knexfile is. */

import { buildGraph, type Graph } from '../history/graph.ts';
import { loadRevisions } from '../history/load.ts';
import { listedMigrations, loadMigrations } from '../history/migrations.ts';
import type { Revision } from '../history/revision.ts';
import type { Knexfile } from '../knexfile/knexfile.ts';
import type { Project } from '../project/project.ts';
import { readProject } from '../project/read.ts';
import type { Context, Given } from './command.ts';
import { provideVariables } from './env-files.ts';

export interface OpenedProject {
  readonly project: Project;
  /** What the knexfile says, where migrator.toml names one. */
  readonly knexfile?: Knexfile;
}

export interface Opened extends OpenedProject {
  readonly graph: Graph;
}

/** What migrator.toml does not say is what its knexfile says. */
export async function openProject(context: Context, given: Given): Promise<OpenedProject> {
  const file = given.text('config') ?? (context.env.MIGRATOR_CONFIG || undefined);
  const project = readProject(file, context.cwd, given.x);
  provideVariables(project, context, given);
  const settings = project.knex?.knexfile;
  if (settings === undefined) return { project };
  const [{ readKnexfile }, { stubsOf }] = await Promise.all([
    import('../knexfile/knexfile.ts'),
    import('../knexfile/stubs.ts'),
  ]);
  const { root, knex } = project;
  const knexfile = await readKnexfile({ root, ...settings, stubs: stubsOf(root, knex!) });
  return { project: readProject(file, context.cwd, given.x, knexfile.defaults), knexfile };
}

export async function openHistory(context: Context, given: Given): Promise<Opened> {
  const opened = await openProject(context, given);
  return { ...opened, graph: buildGraph(loadHistory(opened.project, opened.knexfile)) };
}

export function loadHistory({ root, revisions, knex }: Project, knexfile?: Knexfile): readonly Revision[] {
  if (knex === undefined) return loadRevisions(root, revisions);
  const listed = knex.locations.length === 0 ? knexfile?.listed : undefined;
  const migrations = listed === undefined ? loadMigrations(root, knex) : listedMigrations(root, listed, knex.adopted);
  return knex.adopted === undefined ? migrations : [...migrations, ...loadRevisions(root, revisions)];
}
