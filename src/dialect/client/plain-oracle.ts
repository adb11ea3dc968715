/** Oracle without a client's own words: every statement is a PL/SQL block, with an empty line after it. */

import type { Client, Frame, PartKind, PartOf } from '../client.ts';
import { lookAt } from './book.ts';
import { rulesInWords } from './house.ts';
import { plainRun, plainTerms } from './plain.ts';
import { askPlainOracle } from './plain-oracle-inquiry.ts';
import { apart, settingsAsBlocks } from './plain-oracle-text.ts';
import { doubleQuoted } from './spelling.ts';
import { close, sqlplus } from './sqlplus.ts';
import { openSession } from './sqlplus-admit.ts';
import { byScript } from './sqlplus-ending.ts';
import { noCommit } from './sqlplus-no-commit.ts';
import { versionTable } from './sqlplus-words.ts';

const divided = <K extends PartKind>(part: PartOf<K> & { readonly part: K }, frame: Frame): readonly string[] => [
  apart([...sqlplus.spell[part.part](part, frame)].join('')),
];

const session: typeof openSession = (part, frame, ending) => apart(settingsAsBlocks(openSession(part, frame, ending)));

export const plainOracle: Client = {
  ...sqlplus,
  tool: 'plain',
  inWords: true,
  statusWhenDone: 'an error',
  goesOnWith: 'sqlplus',
  terms: plainTerms({
    needs: [
      'The tool must take each PL/SQL block, up to the empty line after its END, for one statement.',
      'Substitution variables must be off, and DBMS_OUTPUT on: there the verdict is said.',
    ],
    givesUp: [],
    autocommit: 'off',
  }),
  run: plainRun,
  asking: askPlainOracle,
  rules: {
    ...rulesInWords,
    'no commit': noCommit({ givesUp: [], written: apart, session, commands: (pieces) => pieces }),
  },
  check: (frame) => [lookAt(frame, versionTable(frame), doubleQuoted)],
  spell: {
    ...sqlplus.spell,
    open: (part, frame) => [session(part, frame, byScript)],
    admit: divided,
    versionTable: divided,
    register: divided,
    begin: divided,
    check: divided,
    statement: divided,
    move: divided,
    commit: divided,
    outside: divided,
    close: (part, frame) => [apart(close(part, frame))],
  },
};
