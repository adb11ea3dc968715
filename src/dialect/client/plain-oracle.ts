/** Oracle without a client's own words: every statement is a PL/SQL block, with an empty line after it. */

import type { Client, Frame, PartKind, PartOf } from '../client.ts';
import { rulesInWords } from './house.ts';
import { plainCheck, plainRun, plainTerms } from './plain.ts';
import { askPlainOracle } from './plain-oracle-inquiry.ts';
import { apart, settingsAsBlocks } from './plain-oracle-text.ts';
import { close, openSession, sqlplus } from './sqlplus.ts';
import { versionTable } from './sqlplus-words.ts';

const divided = <K extends PartKind>(part: PartOf<K> & { readonly part: K }, frame: Frame): readonly string[] => [
  apart([...sqlplus.spell[part.part](part, frame)].join('')),
];

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
  rules: rulesInWords,
  check: (frame) => plainCheck(versionTable(frame)),
  spell: {
    ...sqlplus.spell,
    open: (part, frame) => [apart(settingsAsBlocks(openSession(part, frame)))],
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
