/** A new revision file's path and text; whoever calls writes it. */

import { MigratorError, type Place } from '../errors.ts';
import { render } from '../template.ts';
import { commentText, messageOf, readsAsNote } from './comment.ts';
import { type Clock, clockAt, fileNameOf, slugOf } from './file-name.ts';
import { isFoundByName, isRevisionFolder } from './files.ts';
import type { Graph } from './graph.ts';
import { faultsOfId, show } from './names.ts';
import type { Node } from './node.ts';
import { type Parentage, type Placement, parentageOf } from './parentage.ts';

/** What a new revision is to be. */
export interface Wish extends Placement {
  readonly message: string;
  /** One of the locations. */
  readonly versionPath?: string;
  /** By default twelve random hex digits. */
  readonly id?: string;
  /** TypeScript, for what fills the file; by default nothing. */
  readonly imports?: string;
  readonly upgrades?: string;
  readonly downgrades?: string;
}

export interface Manner {
  /** Relative to the project, forward slashes. */
  readonly locations: readonly string[];
  readonly recursive: boolean;
  readonly fileTemplate: string;
  readonly slugLength: number;
  readonly timezone?: string;
  /** The mustache text, and its file for messages. */
  readonly template: { readonly text: string; readonly place: Place };
}

/** What comes from outside: the time, and so many random bytes. */
export interface Chance {
  readonly now: Date;
  readonly random: (bytes: number) => Uint8Array;
}

export interface Draft {
  readonly id: string;
  readonly parents: readonly string[];
  /** Relative to the project, forward slashes. */
  readonly path: string;
  readonly text: string;
}

export function draftRevision(graph: Graph, wish: Wish, manner: Manner, chance: Chance): Draft {
  const message = wish.message.trim();
  if (readsAsNote(message)) {
    throw new MigratorError(
      'message-reads-as-note',
      `the message ${show(message)} would be read as a note about the file`,
      {
        hint: 'Begin it with another word.',
      },
    );
  }
  const id = idOf(graph, wish, chance);
  const parentage = parentageOf(graph, wish);
  const clock = clockAt(chance.now, manner.timezone);
  const slug = slugOf(messageOf(message.split('\n')), manner.slugLength);
  const name = fileNameOf(manner.fileTemplate, id, slug, clock);
  if (name.includes('/') && !manner.recursive) throw notFoundAgain(name);
  if (!isFoundByName(`${name}.ts`)) throw passedOver(`${name}.ts`);
  const path = `${locationOf(wish, manner, parentage.parents)}/${name}.ts`.replace(/^\.\//, '');
  const taken = graph.nodes.find((node) => node.revision.file === path);
  if (taken !== undefined) {
    throw new MigratorError('file-exists', `${path} already is revision ${show(taken.id)}`, {
      hint: 'Say something else in the message.',
    });
  }
  const text = render(manner.template.text, viewOf(id, message, parentage, clock, wish), manner.template.place);
  return { id, parents: parentage.parents.map((node) => node.id), path, text };
}

function notFoundAgain(name: string): MigratorError {
  return new MigratorError('file-template', `the file template leads to ${name}, a folder that is not looked into`, {
    hint: 'Set recursive = true, or take the / out of the file template.',
  });
}

function passedOver(name: string): MigratorError {
  return new MigratorError('file-template', `the file template gives ${show(name)}, which is not read as a revision`, {
    hint: 'A file that is read starts with neither _ nor . and does not end in .d.ts; nor may its folders, and it stays in its location.',
  });
}

function idOf(graph: Graph, wish: Wish, { random }: Chance): string {
  const id = wish.id ?? Buffer.from(random(6)).toString('hex');
  const [fault] = faultsOfId(id, undefined);
  if (fault !== undefined) throw fault;
  const taken = graph.byName.get(id);
  if (taken === undefined) return id;
  throw new MigratorError('duplicate-id', `${show(id)} already names ${taken.revision.file}`, {
    hint: 'Choose another id.',
  });
}

/** Where it was asked to go, else beside its first parent, else the only location. */
function locationOf(wish: Wish, { locations, recursive }: Manner, parents: readonly Node[]): string {
  const { versionPath } = wish;
  if (versionPath !== undefined) {
    const path = plain(versionPath);
    const fits = locations.some((location) => plain(location) === path || (recursive && isRead(path, plain(location))));
    if (fits) return path;
    throw new MigratorError('unknown-location', `${versionPath} is not one of the locations`, {
      hint: `Known are ${locations.join(', ')}.`,
    });
  }
  const [only, ...others] = locations;
  if (only !== undefined && others.length === 0) return plain(only);
  for (const { revision } of parents) {
    const homes = locations
      .map(plain)
      .filter((location) => location === '.' || revision.file.startsWith(`${location}/`));
    if (homes.length > 0) return homes.reduce((a, b) => (b.length > a.length ? b : a));
  }
  throw new MigratorError(
    'several-locations',
    'there are several locations, and no parent to put the revision beside',
    {
      hint: `Choose with --version-path: ${locations.join(', ')}.`,
    },
  );
}

/** Whether `path` is a folder inside `location` that is looked into. */
function isRead(path: string, location: string): boolean {
  const start = location === '.' ? '' : `${location}/`;
  return path.startsWith(start) && path.slice(start.length).split('/').every(isRevisionFolder);
}

function plain(path: string): string {
  return path.replace(/^(?:\.\/)+|\/+$/g, '') || '.';
}

function viewOf(id: string, message: string, parentage: Parentage, clock: Clock, wish: Wish): Record<string, unknown> {
  const parents = parentage.parents.map((node) => node.id);
  return {
    message: commentText(message),
    id,
    revises: parents.length === 0 ? 'base' : parents.join(', '),
    created: clock.text,
    revision: quoted(id),
    downRevision: parents.length === 1 ? quoted(parents[0]!) : listed(parents),
    branchLabels: listed(parentage.branchLabels),
    dependsOn: listed(parentage.dependsOn),
    imports: wish.imports ?? '',
    upgrades: wish.upgrades ?? '',
    downgrades: wish.downgrades ?? '',
  };
}

/** Names hold neither quotes nor backslashes. */
const quoted = (name: string): string => `'${name}'`;
const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'null' : `[${names.map(quoted).join(', ')}]`;
