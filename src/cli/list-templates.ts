/** `migrator list-templates` */

import { type Command, lines } from './command.ts';
import { templates } from './templates.ts';

export const listTemplates: Command = {
  arguments: [],
  options: [],
  examples: [{ line: 'migrator list-templates', says: 'what "init -t" takes' }],
  run() {
    const known = templates();
    const width = Math.max(...known.map(({ name }) => name.length));
    return {
      data: { templates: known },
      text: lines(known.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}`)),
    };
  },
};
