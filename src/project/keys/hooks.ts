/** The keys of `[[hooks]]`. */

import type { Section } from './key.ts';

export const hookSection: Section = {
  header: '[[hooks]]',
  meaning:
    'Programs that run, in this order, on each new revision file. One that fails fails the command, and the new file is taken away.',
  keys: [
    {
      name: 'name',
      kind: 'text',
      required: true,
      allowed: 'a name that no other hook has',
      default: '',
      meaning: 'What messages call the hook.',
    },
    {
      name: 'command',
      kind: 'text or list',
      required: true,
      allowed: 'a program and its arguments: a list, or text that is divided at blanks; no shell reads it',
      default: '',
      meaning:
        'What is run, from the project folder. `REVISION_FILE` stands for the new file and is appended when it does not occur.',
    },
  ],
};
