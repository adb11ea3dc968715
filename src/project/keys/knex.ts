/** The keys of `[knex]`. */

import { folder, type Section } from './key.ts';

export const knexSection: Section = {
  header: '[knex]',
  meaning:
    'How a folder of knex migrations is read; for `format = "knex"` alone. The names are those of knexfiles. With `file`, what migrator.toml does not say (the locations, the keys below, version table, schema of the version table, version, charset and collate of a target) is what the knexfile says; without it, it is knex\'s own default.',
  keys: [
    {
      name: 'file',
      kind: 'text',
      allowed: folder,
      default: 'none: no knexfile is read',
      meaning:
        'The knexfile, in JavaScript, TypeScript or JSON. Every command runs it, and nothing connects. Its `wrapIdentifier`, `postProcessResponse`, `useNullAsDefault`, `searchPath`, `userParams`, `seeds`, `migrations` and `migrations.migrationSource` hold for the migrations.',
    },
    {
      name: 'environment',
      kind: 'text',
      allowed: 'a key of the knexfile, such as "production"',
      default: 'the only one that the knexfile has; NODE_ENV is not asked',
      meaning: 'Which configuration of the knexfile holds. A knexfile without environments is one configuration.',
    },
    {
      name: 'env_file',
      kind: 'text or list',
      allowed: `${folder}; a list for several`,
      default: 'none',
      meaning:
        "Files of environment variables, in Node's own format, for what the migrations and the knexfile import. They win over the environment of the command, later ones over earlier ones, and `--env-file` over all.",
    },
    {
      name: 'stubs',
      kind: 'table',
      allowed: `{ "SPECIFIER" = "FILE" }: how imports name the module, and ${folder}`,
      default: 'none',
      meaning:
        'Files that stand for modules which cannot be loaded offline. The specifier is what stands in the import: "config", "../services/mail".',
    },
    {
      name: 'extensions',
      kind: 'text or list',
      allowed: 'endings of file names, with their dots: ".js", ".ts"',
      default: 'as in knex: `loadExtensions`',
      meaning: 'Which files of the locations are migrations.',
    },
    {
      name: 'sort_dirs_separately',
      kind: 'flag',
      allowed: 'true or false',
      default: 'false',
      meaning: 'Whether the migrations of one location stand before those of the next, whatever they are called.',
    },
    {
      name: 'disable_transactions',
      kind: 'flag',
      allowed: 'true or false',
      default: 'false',
      meaning: 'Whether statements stand outside transactions in every migration, not only in those that say so.',
    },
    {
      name: 'adopted',
      kind: 'text',
      allowed: folder,
      default: 'none: the migrations are all that there is',
      meaning:
        'The folder of the revisions that follow the migrations, which are history then. Scripts keep the version table `migrator_version` from there on; `migrator adopt` writes this key, and the script that stamps a database.',
    },
  ],
};
