/** The conductor: a target and a range become scripts and bundles. */

import { type Bundle, bundle, downgradeFile, upgradeFile } from '../bundle/bundle.ts';
import { dialectOf } from '../dialect/dialects.ts';
import { MigratorError, showPlace } from '../errors.ts';
import type { Graph } from '../history/graph.ts';
import { namedRevisions } from '../history/named.ts';
import { reversed, type Walk } from '../history/range.ts';
import type { Knexfile } from '../knexfile/knexfile.ts';
import { stubsOf } from '../knexfile/stubs.ts';
import type { KnexSettings, Project, Target } from '../project/project.ts';
import type { Trial } from '../recorder/record.ts';
import { type Answering, type KnexMigrations, openStudio, type Stage, type Studio } from '../recorder/studio.ts';
import type { Script } from '../script/script.ts';
import { openShadow } from '../shadow/open.ts';
import { type Migrations, migrationsOf, ownTablesOf, preflightOf, versionOf } from './frame.ts';
import { scriptOf } from './script-of.ts';

export type { Trial };

/** One command's work on a project: dispose of it when its scripts have been written. */
export interface Compiler {
  /** The script of one walk, up or down. `file` is its name, for messages and command lines. */
  script(target: Target, walk: Walk, file: string): Promise<Script>;
  /** The script of a walk up, and of the same way back. */
  bundle(target: Target, walk: Walk, name?: string): Promise<Bundle>;
  /** Runs the steps of a walk up, and of the same way back as far as there is one, those after a fault as well. */
  attempt(target: Target, walk: Walk): Promise<readonly Trial[]>;
  /** What was run to get there. */
  readonly loader: Studio['loader'];
  dispose(): void;
}

/**
 * The sentence that says why there is no way back; anything else that is wrong is thrown. Old folders of migrations are full
 * of ways back that nobody ever tried: they keep none from going forth.
 */
export function whyNoWayBack(error: unknown, areMigrations: boolean): string {
  if (!(error instanceof MigratorError)) throw error;
  if (error.code === 'no-downgrade') return error.message;
  if (!areMigrations) throw error;
  return error.place === undefined ? error.message : `${error.message} (${showPlace(error.place)})`;
}

async function wayBack(
  record: () => Promise<Script>,
  migrations: Migrations,
): Promise<Script | { readonly impossible: string }> {
  try {
    return await record();
  } catch (error) {
    return { impossible: whyNoWayBack(error, migrations !== undefined) };
  }
}

function knexMigrations(root: string, knex: KnexSettings, knexfile: Knexfile | undefined): KnexMigrations {
  const listed = knex.locations.length === 0 ? knexfile?.listed : undefined;
  return {
    transactions: !knex.disableTransactions,
    config: knexfile?.config ?? {},
    stubs: stubsOf(root, knex),
    ...(knexfile === undefined ? {} : { earlier: knexfile.loader }),
    ...(listed === undefined ? {} : { listed: new Map(listed.map(({ name, load }) => [name, load])) }),
  };
}

/** Opened when a revision first reads. */
function shadowOf({ dialect, schema, shadow }: Target): Answering['shadow'] {
  if (shadow === false) return undefined;
  const url = shadow === undefined ? {} : { url: shadow };
  return () => openShadow({ dialect, ...url, ...(schema === undefined ? {} : { schema }) });
}

export function createCompiler(
  project: Pick<Project, 'root' | 'plugins' | 'knex' | 'sayings'>,
  graph: Graph,
  x: Readonly<Record<string, string>>,
  knexfile?: Knexfile,
): Compiler {
  const { root, plugins, knex } = project;
  const migrations = migrationsOf(project, graph);
  const sayings = namedRevisions(graph, project.sayings);
  const studio = openStudio({
    root,
    graph,
    x,
    plugins,
    ...(knex === undefined ? {} : { knex: knexMigrations(root, knex, knexfile) }),
  });
  const recording = async <T>(target: Target, go: (stage: Stage) => Promise<T>): Promise<T> => {
    const dialect = dialectOf(target.dialect);
    const stage = studio.open(dialect, versionOf(target, dialect), {
      shadow: shadowOf(target),
      schema: target.schema,
      tableOptions: target.tableOptions,
      ownTables: ownTablesOf(target, migrations),
      said: (id) => sayings.get(id),
    });
    try {
      return await go(stage);
    } finally {
      await stage.close();
    }
  };
  return {
    loader: studio.loader,
    async script(target, walk, file) {
      const walked = await recording(target, (stage) => stage.walk(walk));
      return scriptOf(target, 'revisions', walked, walk, file, migrations);
    },
    bundle: (target, walk, name) =>
      recording(target, async (stage) => {
        const back = reversed(walk);
        const up = scriptOf(target, 'revisions', await stage.walk(walk), walk, upgradeFile, migrations);
        const down = await wayBack(
          async () => scriptOf(target, 'revisions', await stage.walk(back), back, downgradeFile, migrations),
          migrations,
        );
        const preflight = preflightOf(target, up);
        return bundle({ target: target.name, up, down, preflight, ...(name === undefined ? {} : { name }) });
      }),
    attempt: (target, walk) =>
      recording(target, async (stage) => {
        const up = await stage.attempt(walk);
        const failed = new Set(up.flatMap((trial) => (trial.lost ? [trial.step.revision.id] : [])));
        const back = reversed(walk);
        const down = await stage.attempt({
          ...back,
          steps: back.steps.filter(({ revision }) => !failed.has(revision.id)),
        });
        return [...up, ...down.filter(({ fault }) => fault?.code !== 'no-downgrade')];
      }),
    dispose: () => studio.dispose(),
  };
}
