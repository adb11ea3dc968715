/** `migrator init --from-knex`: a migrator.toml beside the migrations that an application has. */

import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { MigratorError } from '../errors.ts';
import { versionFault } from '../project/targets.ts';
import type { Answer, Context, Given } from './command.ts';
import { provideGiven } from './env-files.ts';
import { existsError, writeNew } from './files.ts';
import { usageError } from './usage.ts';

const configuration = 'migrator.toml';
const knexfileNames = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts', 'json'].map((ending) => `knexfile.${ending}`);

export async function initFromKnex(context: Context, given: Given): Promise<Answer> {
  const root = context.cwd;
  if (existsSync(join(root, configuration))) throw existsError(configuration);
  const file = inProject(context, given.arguments[0] ?? knexfileIn(root));
  const stubs = stubsGiven(context, given);
  provideGiven(context, given);
  const [{ readKnexfile }, { targetDialect, tomlOf }, { stubsOf }] = await Promise.all([
    import('../knexfile/knexfile.ts'),
    import('../knexfile/toml.ts'),
    import('../knexfile/stubs.ts'),
  ]);
  const environment = given.text('environment');
  const knexfile = await readKnexfile({
    root,
    file,
    ...(environment === undefined ? {} : { environment }),
    likely: context.env.NODE_ENV || 'development',
    stubs: stubsOf(root, { stubs }),
  });
  const envFiles = given.texts('env-file').map((path) => inProject(context, path));
  const dialect = targetDialect(knexfile);
  if (dialect === undefined) throw unknownClient(file, knexfile.client);
  const { version } = knexfile.defaults;
  const fault = version && versionFault(version, dialect);
  if (fault !== undefined) throw fault;
  const text = tomlOf(knexfile, dialect, { file, envFiles, stubs });
  const written = !given.flag('dry-run');
  if (written) writeNew(join(root, configuration), configuration, [text], context.random);
  return {
    data: { knexfile: file, environment: knexfile.environment ?? null, files: [configuration], written },
    text: written ? [`${configuration}\n`] : [`${configuration}\n\n`, text],
    notes: [...chosen(knexfile.environment), ...(written ? ['next: migrator check --offline'] : [])],
  };
}

function chosen(environment: string | undefined): readonly string[] {
  if (environment === undefined) return [];
  return [`took the environment ${environment} of the knexfile; --environment takes another`];
}

function knexfileIn(root: string): string {
  const found = knexfileNames.find((name) => existsSync(join(root, name)));
  if (found !== undefined) return found;
  throw new MigratorError('no-knexfile', `there is no knexfile in ${root}`, {
    hint: 'name it: migrator init --from-knex db/knexfile.js',
  });
}

/** Relative to the folder of the project, which is this one. */
function inProject({ cwd }: Context, path: string): string {
  const inside = relative(cwd, resolve(cwd, path)).split(sep).join('/');
  if (!inside.startsWith('../')) return inside;
  throw new MigratorError('outside-project', `${path} lies outside of this folder, which the project would be`, {
    hint: 'Run the command in a folder that holds the knexfile, the migrations, and whatever else it names.',
  });
}

function stubsGiven(context: Context, given: Given): Readonly<Record<string, string>> {
  const pairs = given.texts('stub').map((text) => {
    const at = text.indexOf('=');
    if (at > 0) return [text.slice(0, at), inProject(context, text.slice(at + 1))] as const;
    throw usageError(
      'bad-stub',
      `--stub ${JSON.stringify(text)} has no equals sign`,
      'write --stub config=stubs/config.js',
    );
  });
  return Object.fromEntries(pairs);
}

function unknownClient(file: string, client: string | undefined): MigratorError {
  const which =
    client === undefined ? 'no client of knex' : `the client ${JSON.stringify(client)}, which knex does not have`;
  return new MigratorError('which-dialect', `${file} names ${which}`, {
    hint: 'Write migrator.toml by hand, with a target that has a dialect: docs/configuration.md.',
    place: { file },
  });
}
