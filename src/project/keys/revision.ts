/** The keys of `[revision."NAME"]`, and of its answers. */

import { dialectNames } from '../../dialect/names.ts';
import type { Section } from './key.ts';

const words = 'words, in a sentence that a reviewer understands';

export const revisionSection: Section = {
  header: '[revision."NAME"]',
  meaning:
    'What the author says of a revision whose file stays as it is. NAME is the id of the revision, or the name of its file. Revisions say the same in their own file: `dataLoss` of an operation, `export const acceptsReads`, `onlineOnly`, `rowsOnly` and `answers`.',
  keys: [
    {
      name: 'data_loss',
      kind: 'text',
      allowed: words,
      default: 'none: what would be lost is counted, and stops the script',
      meaning:
        'Why what the upgrade loses may go: none of it is counted first. The words stand in the script and in the bundle.',
    },
    {
      name: 'accepts_reads',
      kind: 'text',
      allowed: words,
      default: 'none: such a read is refused',
      meaning:
        'Why production answers what the revision reads as the history does, where rows that only production has, rows that were there before the script begins, or generated ids, would change what is written.',
    },
    {
      name: 'online_only',
      kind: 'text',
      allowed: words,
      default: 'none: the revision is compiled',
      meaning:
        'Why the revision cannot be a script. It is not run; a script does everything before it, stops in its place with these words, and goes on when the version rows say that it was applied.',
    },
    {
      name: 'rows_only',
      kind: 'flag',
      allowed: 'true or false; true with online_only alone',
      default: 'false: nothing is known of the schema after a revision that is done online',
      meaning:
        'Whether a revision that is done online changes rows alone, so that the schema stays as the history knows it.',
    },
    {
      name: 'answers',
      kind: 'tables',
      allowed: 'tables with the keys of the next section',
      default: 'none',
      meaning: 'What the database would answer to what the revision asks.',
    },
  ],
};

export const answerSection: Section = {
  header: '[[revision."NAME".answers]]',
  meaning:
    'One answer. It is used before the replayed schema and the shadow are asked. It stands in the script and in the bundle with the statements that depend on it; one that nobody asks for is an error.',
  keys: [
    {
      name: 'asked',
      kind: 'text',
      required: true,
      allowed:
        'the SQL as the error or the script shows it, or `hasTable("t")`, `hasColumn("t", "c")`, `columnInfo of t`; blanks and the quotes of names do not count',
      default: '',
      meaning: 'What is asked.',
    },
    {
      name: 'rows',
      kind: 'tables',
      allowed: 'a list of tables, one a row; an empty list for no row',
      default: 'none',
      meaning:
        'The rows that are answered, which the revision gets as knex hands them out. A column that other rows have, and one has not, is NULL in that one.',
    },
    {
      name: 'value',
      kind: 'anything',
      allowed: 'any value; either `rows` or `value` is given',
      default: 'none',
      meaning: 'What the awaited call comes to, as it is: `true` for `hasTable`, a number, a list.',
    },
    {
      name: 'direction',
      kind: 'text',
      allowed: '"up" or "down"',
      default: '"up"',
      meaning: 'Whether it is asked on the way up or on the way back.',
    },
    {
      name: 'dialect',
      kind: 'text',
      allowed: dialectNames.map((dialect) => `"${dialect}"`).join(', '),
      default: 'every one',
      meaning: 'The only dialect for whose targets it holds, where the SQL of others is not the same.',
    },
  ],
};
