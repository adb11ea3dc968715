/** What clients answer to house rules, and the log files that `own spool` takes away. */

import type { Client, Obedience } from '../client.ts';
import { shellWord } from './spelling.ts';

/** The script's name with another ending, and never a time: a second run writes over it. */
export const logFile = (file: string): string => `${file.replace(/\.sql$/, '')}.log`;

/** The rule forbids what the client's scripts never say. */
export const nothingToDo: Obedience = { givesUp: [], keeps: [] };

export const cannotObey = (impossible: string): Obedience => ({ impossible });

const noLog = 'A log of what ran, which the script or its command line would leave: keep your own.';

/** The words by which a command line asks for its log. */
export function ownSpool(...logging: readonly ((file: string) => string)[]): Obedience {
  const without = (line: (file: string) => string) => (file: string) =>
    logging.reduce((words, asked) => words.replace(asked(file), ''), line(file));
  return {
    givesUp: [noLog],
    keeps: [],
    otherwise: ({ run, acceptLoss, asking }) => ({
      run: without(run),
      acceptLoss: without(acceptLoss),
      asking: { ...asking, run: without(asking.run) },
    }),
  };
}

/** `spools` knows the pieces of a script that write the log. */
export function ownSpoolInScript(spools: (piece: string, file: string) => boolean): Obedience {
  return {
    givesUp: [noLog],
    keeps: [],
    otherwise: ({ spell }) => ({
      spell: {
        open: (part, frame) => [...spell.open(part, frame)].filter((piece) => !spools(piece, frame.file)),
        close: (part, frame) => [...spell.close(part, frame)].filter((piece) => !spools(piece, frame.file)),
      },
    }),
  };
}

/** Where standard output is the log, the verdict is looked for in it; errors go to standard error as ever. */
export const intoLog = (file: string): string => {
  const log = shellWord(logFile(file));
  return ` > ${log} && grep '^done: ' ${log}`;
};

/** Rules of a client without a command line of its own. */
export const rulesInWords: Client['rules'] = {
  'no commit': cannotObey(
    'where autocommit is on, such a tool commits each statement by itself, and only transactions of the script keep a revision whole',
  ),
  'no whenever': nothingToDo,
  'own spool': nothingToDo,
};
