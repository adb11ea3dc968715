/** The keys of `[migrator]`. */

import { defaults } from './defaults.ts';
import { folder, type Section } from './key.ts';

export const tokens = ['rev', 'slug', 'epoch', 'year', 'month', 'day', 'hour', 'minute', 'second'] as const;

export const migratorSection: Section = {
  header: '[migrator]',
  meaning: 'Where revisions live and how new ones are written.',
  keys: [
    {
      name: 'format',
      kind: 'text',
      allowed: '"migrator" or "knex"',
      default: '"migrator"',
      meaning:
        'What the files are: revisions that name the one before them, or migrations as knex has them, in the order of their names. With "knex", scripts keep knex\'s own table of migrations and honour its lock.',
    },
    {
      name: 'locations',
      kind: 'text or list',
      allowed: `${folder}; a list for several`,
      default: `"${defaults.locations}"; "${defaults.migrations}" with format = "knex"`,
      meaning: 'Folders of the revision files. New revisions go to the first one, or beside their parent.',
    },
    {
      name: 'recursive',
      kind: 'flag',
      allowed: 'true or false',
      default: 'false',
      meaning: 'Whether folders inside the locations are read too.',
    },
    {
      name: 'file_template',
      kind: 'text',
      allowed: `text with the tokens ${tokens.map((token) => `%(${token})s`).join(', ')}; a slash needs recursive = true`,
      default: `"${defaults.fileTemplate}"`,
      meaning: 'The name of a new revision file, without its extension.',
    },
    {
      name: 'slug_length',
      kind: 'count',
      allowed: 'a whole number from 1 to 200',
      default: `${defaults.slugLength}`,
      meaning: 'How much of the message a file name holds at most.',
    },
    {
      name: 'timezone',
      kind: 'text',
      allowed: 'an IANA time zone, such as "Europe/Vienna"',
      default: '"UTC"',
      meaning: 'The time zone of create dates and of the date tokens of file names.',
    },
    {
      name: 'template',
      kind: 'text',
      allowed: folder,
      default: `"${defaults.template}"`,
      meaning: 'The mustache template of a new revision.',
    },
    {
      name: 'plugins',
      kind: 'text or list',
      allowed: `${folder}; a list for several`,
      default: 'none',
      meaning: 'Files that export `operations`, which become directives of `op`.',
    },
    {
      name: 'out',
      kind: 'text',
      allowed: folder,
      default: `"${defaults.out}"`,
      meaning: 'Where bundles go: one folder a target inside it.',
    },
  ],
};
