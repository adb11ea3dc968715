/** The only list of commands; a command is loaded when it is run. */

import type { Command } from './command.ts';

export interface Entry {
  readonly name: string;
  /** One line, without a full stop. */
  readonly summary: string;
  load(): Promise<Command>;
}

export const commands: readonly Entry[] = [
  {
    name: 'init',
    summary: 'Makes a new project',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'list-templates',
    summary: 'Lists the templates that init knows',
    load: async () => (await import('./list-templates.ts')).listTemplates,
  },
  {
    name: 'adopt',
    summary: 'Lets revisions follow a folder of knex migrations',
    load: async () => (await import('./adopt.ts')).adopt,
  },
  {
    name: 'revision',
    summary: 'Writes a new revision file',
    load: async () => (await import('./revision.ts')).revision,
  },
  {
    name: 'merge',
    summary: 'Writes a revision that joins several heads',
    load: async () => (await import('./merge.ts')).merge,
  },
  {
    name: 'edit',
    summary: 'Opens a revision file in the editor',
    load: async () => (await import('./edit.ts')).edit,
  },
  {
    name: 'show',
    summary: 'Says everything about a revision',
    load: async () => (await import('./show.ts')).show,
  },
  {
    name: 'history',
    summary: 'Lists revisions, newest first',
    load: async () => (await import('./history.ts')).history,
  },
  {
    name: 'heads',
    summary: 'Lists the revisions that no other follows',
    load: async () => (await import('./heads.ts')).heads,
  },
  {
    name: 'branches',
    summary: 'Lists the revisions that several follow',
    load: async () => (await import('./branches.ts')).branches,
  },
  {
    name: 'check',
    summary: 'Lists every revision that cannot be compiled',
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'upgrade',
    summary: 'Writes the SQL that applies revisions',
    load: async () => (await import('./upgrade.ts')).upgrade,
  },
  {
    name: 'downgrade',
    summary: 'Writes the SQL that takes revisions back',
    load: async () => (await import('./downgrade.ts')).downgrade,
  },
  {
    name: 'stamp',
    summary: 'Writes the SQL that moves the version rows and nothing else',
    load: async () => (await import('./stamp.ts')).stamp,
  },
  {
    name: 'ensure-version',
    summary: 'Writes the SQL that makes the version table',
    load: async () => (await import('./ensure-version.ts')).ensureVersion,
  },
  {
    name: 'bundle',
    summary: 'Writes the files that a DBA reviews and applies, for every target',
    load: async () => (await import('./bundle.ts')).bundle,
  },
  {
    name: 'rehearse',
    summary: 'Runs bundles on an embedded engine and compares what stands after them',
    load: async () => (await import('./rehearse.ts')).rehearse,
  },
  {
    name: 'completion',
    summary: 'Prints a completion script for the shell',
    load: async () => (await import('./completion.ts')).completion,
  },
];
