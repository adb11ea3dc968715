/** `migrator adopt` */

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allFaults, MigratorError } from '../errors.ts';
import { buildGraph } from '../history/graph.ts';
import type { Project } from '../project/project.ts';
import { parseProject } from '../project/read.ts';
import { type Command, lines } from './command.ts';
import { existsError, type Written, writeNew } from './files.ts';
import { dryRun } from './options.ts';
import { loadHistory, openProject } from './session.ts';
import { chosenTargets } from './targets.ts';
import { templateFiles } from './templates.ts';

const folder = 'revisions';

export const adopt: Command = {
  arguments: [],
  options: [dryRun],
  examples: [
    { line: 'migrator adopt', says: 'from here on, revisions follow the migrations of knex' },
    { line: 'migrator adopt --dry-run', says: 'which files would be written' },
  ],
  async run(context, given) {
    const { project: before, knexfile } = await openProject(context, given);
    refuseOthers(before);
    const toml = join(before.root, before.file);
    const text = adoptedText(readFileSync(toml, 'utf8'));
    const project = parseProject(text, before.file, before.root, given.x, knexfile?.defaults);
    const graph = buildGraph(loadHistory(before, knexfile));
    const adopted = buildGraph(loadHistory(withoutFolder(project), knexfile));
    const heads = adopted.realHeads.map(({ id }) => id);
    if (heads.length === 0) throw nothing(before);
    const { migrationsOf } = await import('../compile/frame.ts');
    const { stampScript } = await import('../compile/script-of.ts');
    const { fileText } = await import('../script/script-text.ts');
    const names = migrationsOf(before, graph);
    const scripts = chosenTargets(project, given).map((target) => {
      const script = stampScript(target, { from: [], to: heads }, 'adopt.sql', names);
      return [`${target.output}/adopt.sql`, [...fileText(script)].join('')] as const;
    });
    const files = [...scripts, ...missingTemplates(project)];
    const fault = allFaults(
      files.filter(([path]) => existsSync(join(before.root, path))).map(([path]) => existsError(path)),
    );
    if (fault !== undefined) throw fault;
    const written = !given.flag('dry-run');
    if (written) write(before.root, files, toml, text, context.random);
    return {
      data: { files: [before.file, ...files.map(([path]) => path)], heads, written },
      text: lines([before.file, ...files.map(([path]) => path)]),
      notes: written
        ? [
            'next: have adopt.sql applied to every database that knex has built, and no longer run knex there',
            `then: migrator revision -m "what it does"; its scripts begin at ${heads.join(', ')}`,
          ]
        : [],
    };
  },
};

/** The folder of the revisions is made when everything is known to be well. */
function withoutFolder(project: Project): Project {
  const { places: _, ...revisions } = project.revisions;
  return { ...project, revisions };
}

function refuseOthers({ knex, file }: Project): void {
  if (knex !== undefined && knex.adopted === undefined) return;
  const why = knex === undefined ? `${file} says nothing of knex` : `${file} says that it was adopted already`;
  throw new MigratorError('nothing-to-adopt', `there is no folder of knex migrations to adopt: ${why}`, {
    hint: knex === undefined ? 'set format = "knex" in [migrator] first' : 'write revisions with "migrator revision"',
    place: { file },
  });
}

function nothing({ file }: Project): MigratorError {
  return new MigratorError('nothing-to-adopt', 'there are no migrations yet', {
    hint: 'take format = "knex" away and begin with "migrator revision"',
    place: { file },
  });
}

/** One line more; everything else stays as it was written. */
function adoptedText(text: string): string {
  const line = `adopted = "${folder}"`;
  const header = /^[ \t]*\[[ \t]*knex[ \t]*\][^\n]*\n?/m;
  if (header.test(text)) return text.replace(header, (found) => `${found.trimEnd()}\n${line}\n`);
  return `${text.trimEnd()}\n\n[knex]\n${line}\n`;
}

function missingTemplates({ root, revisions }: Project): readonly (readonly [string, string])[] {
  const wanted = new Map([
    ['revision.ts.mustache', revisions.template],
    ['revisions/README.md', `${folder}/README.md`],
  ]);
  return templateFiles('default').flatMap(([path, text]) => {
    const place = wanted.get(path);
    return place === undefined || existsSync(join(root, place)) ? [] : [[place, text] as const];
  });
}

/** The configuration last: until then nothing has changed. */
function write(
  root: string,
  files: readonly (readonly [string, string])[],
  toml: string,
  text: string,
  random: (bytes: number) => Uint8Array,
): void {
  const written: Written[] = [];
  try {
    for (const [path, content] of files) written.push(writeNew(join(root, path), path, [content], random));
    const beside = `${toml}.${Buffer.from(random(6)).toString('hex')}.tmp`;
    writeFileSync(beside, text, { flag: 'wx' });
    renameSync(beside, toml);
  } catch (error) {
    for (const file of written.toReversed()) file.undo();
    throw error;
  }
}
