/** Where a connected knex makes something else than the script does, and why that is right. */

import type { Engine } from './engine.ts';

export interface Difference {
  readonly dialects: readonly Engine['dialect'][];
  readonly cases: readonly string[];
  readonly because: string;
  /** What the engine says of knex's SQL; the script's own statements are run in its place. */
  readonly refusal?: RegExp;
  /** Keys of the catalog under which the two differ. */
  readonly keys?: RegExp;
}

const every = ['postgresql', 'mariadb', 'mysql', 'sqlite'] as const;
const mysqls = ['mariadb', 'mysql'] as const;

export const differences: readonly Difference[] = [
  {
    dialects: ['postgresql', ...mysqls],
    cases: ['fitting-defaults'],
    because: 'knex writes every default as text, which the engine does not always read as its column asks',
    refusal: /default 'true'/,
  },
  {
    dialects: ['postgresql', ...mysqls],
    cases: ['alter-type-defaults'],
    because:
      'knex writes every default as text, and altering a column takes NOT NULL from a key and a default from a computed column',
    refusal: /"true"|Invalid default value for 'open'|drop not null|is a generated column/,
  },
  {
    dialects: ['sqlite'],
    cases: ['alter-type-defaults'],
    because: 'knex writes a default that is true as the text',
    keys: /^column setting\.open$/,
  },
  {
    dialects: every,
    cases: ['plain-knex', 'row-types'],
    because: 'knex does not double the quotes in the values of an enum',
    refusal: /near "wner"|'wner'|unterminated quoted string|near ''l'|unrecognized token/,
  },
  {
    dialects: ['postgresql'],
    cases: ['enum-list', 'enum-renamed'],
    because: 'knex writes the check of an enum into the type that a column is altered to',
    refusal: /syntax error at or near "check"/,
  },
  {
    dialects: ['sqlite'],
    cases: ['names-come-back'],
    because: 'knex makes a table anew without the column, and with the checks that speak of it',
    refusal: /no such column: a/,
  },
  {
    dialects: ['postgresql'],
    cases: ['enum-to-text'],
    because: 'knex leaves checks and indexes that compare with the old type where they are',
    refusal: /operator does not exist: (?:text = mood|mood = text)/,
  },
  {
    dialects: ['postgresql'],
    cases: ['enum-shared'],
    because: 'knex leaves the type of an enum when its last column goes',
    keys: /^type public\./,
  },
  {
    dialects: ['postgresql'],
    cases: ['enum-ways'],
    because: 'knex writes a default that is a list without the braces of an array, and leaves the type of an enum',
    refusal: /malformed array literal/,
    keys: /^type public\.person_width$/,
  },
  {
    dialects: mysqls,
    cases: ['keys-by-default-name'],
    because: 'knex drops a key without taking the numbering of its column away first',
    refusal: /there can be only one auto column/,
  },
  {
    dialects: ['postgresql'],
    cases: ['enum-list'],
    because: 'knex leaves the check of an enum where the column becomes a text',
    keys: /ticket_sort_check/,
  },
  {
    dialects: ['postgresql', ...mysqls],
    cases: ['tables', 'comments'],
    because: "knex does not double the quotes in a table's comment",
    refusal: /comment (?:on table|=).*(?:syntax error|SQL syntax)|relation "note" does not exist/s,
  },
  {
    dialects: every,
    cases: ['odd-defaults'],
    because: 'knex writes a default that is JSON without doubling its quotes, and a date in the words of JavaScript',
    refusal: /Sat Jan 31 2026/,
  },
  {
    dialects: ['postgresql'],
    cases: ['odd-defaults'],
    because: 'connected, knex takes a question mark in the text of a statement for the place of a value',
    keys: /setting\.mark|setting_kind_check|row public\.setting/,
  },
  {
    dialects: ['sqlite'],
    cases: ['increments-later'],
    because:
      'knex adds a primary key to a table in one statement, which SQLite refuses; the script makes the table anew',
    refusal: /Cannot add a PRIMARY KEY column/,
  },
  {
    dialects: ['sqlite'],
    cases: ['rename-case'],
    because: 'the table itself is in the way of its name in other letters; the script renames it twice',
    refusal: /already another table or index with this name: (?:PART|Part)/,
  },
  {
    dialects: ['sqlite'],
    cases: ['odd-defaults'],
    because:
      'a script spells a line break within text by char(10), so that no client can take a line of it for its own',
    keys: /column setting\.ends/,
  },
  {
    dialects: ['postgresql', 'sqlite'],
    cases: ['alter-type-trigger'],
    because: 'knex takes away neither the view nor the trigger that reads the column',
    refusal: /cannot alter type of a column used by a view|error in view named/,
  },
  {
    dialects: ['postgresql'],
    cases: ['collation'],
    because: "knex forgets a column's collation",
    keys: /column public\.item\.name/,
  },
  {
    dialects: [...mysqls, 'sqlite'],
    cases: ['keys', 'keys-by-type'],
    because: 'knex writes the options of a primary key as if they were its name',
    refusal: /as `constraintName`/,
  },
  {
    dialects: mysqls,
    cases: ['alter-column'],
    because: 'renameColumn of knex forgets the comment of the column',
    keys: /comment column account\.score/,
  },
  {
    dialects: mysqls,
    cases: ['knex-types-keys'],
    because: 'with a foreign key the script drops the index that the server made for it, as no history knows of it',
    keys: /index worker\.worker_firm_number/,
  },
  {
    dialects: ['mysql'],
    cases: ['knex-types-moments'],
    because: 'knex does not say NULL, without which older servers take every timestamp for NOT NULL',
    keys: /column moment\.(?:stamp|finest)/,
  },
  {
    dialects: ['mariadb'],
    cases: ['checks'],
    because: 'said anew, a nameless check stands beside the columns, where MariaDB numbers it, and not at its column',
    keys: /constraint offer\.(?:rating|size|CONSTRAINT_[23])/,
  },
  {
    dialects: [...mysqls, 'sqlite'],
    cases: ['drop-column-in-the-way'],
    because: 'op.dropColumn drops the indexes of a column on every database; these would shorten them',
    keys: /index item\.item_state/,
  },
  {
    dialects: ['mysql'],
    cases: ['procedures'],
    because:
      'the script pins sql_mode, which the server keeps with a routine; older servers have a laxer one by default',
    keys: /routine procedure close_all/,
  },
  {
    dialects: ['mysql'],
    cases: ['raw'],
    because: "MariaDB's client, which stands for mysql here, takes comments out of what it sends",
    keys: /trigger word\.word_trim/,
  },
];
