/** The keys of `[target.NAME]`. */

import { dialectNames, expectWords, houseRuleNames } from '../../dialect/names.ts';
import { defaults } from './defaults.ts';
import { folder, name, type Section } from './key.ts';

export const targetSection: Section = {
  header: '[target.NAME]',
  meaning:
    'A database that scripts are made for. NAME is letters, digits, `_`, `-` and `.`; it names the folder of its bundles.',
  keys: [
    {
      name: 'dialect',
      kind: 'text',
      required: true,
      allowed: dialectNames.map((dialect) => `"${dialect}"`).join(', '),
      default: '',
      meaning: 'Which SQL is written.',
    },
    {
      name: 'version',
      kind: 'text',
      allowed: 'digits and dots, as text: "15", "10.11"',
      default: "the dialect's own",
      meaning: 'The oldest server version that the scripts must run on.',
    },
    {
      name: 'schema',
      kind: 'text',
      allowed: name,
      default: 'none: names are written as the revisions write them',
      meaning: 'The schema that holds the objects.',
    },
    {
      name: 'charset',
      kind: 'text',
      allowed: 'a name, such as "utf8mb4"; MySQL and MariaDB with format = "knex" alone',
      default: "none: the database's own",
      meaning:
        'The character set that migrations of knex give to tables which name none: what knex takes from `connection.charset`.',
    },
    {
      name: 'collate',
      kind: 'text',
      allowed: 'a name, such as "utf8mb4_unicode_ci"; MySQL and MariaDB with format = "knex" alone',
      default: "none: the character set's own",
      meaning: 'The collation of these tables: what knex takes from `connection.collate`.',
    },
    {
      name: 'version_table',
      kind: 'text',
      allowed: name,
      default: `"${defaults.versionTable}"; "${defaults.migrationsTable}" with format = "knex"`,
      meaning:
        'The table that says which revisions a database has. "alembic_version" takes over a database that Alembic kept.',
    },
    {
      name: 'version_table_schema',
      kind: 'text',
      allowed: name,
      default: 'the value of `schema`',
      meaning: 'The schema of the version table.',
    },
    {
      name: 'log',
      kind: 'flag',
      allowed: 'true or false',
      default: 'true',
      meaning:
        'Whether scripts keep a log beside the version table, in a table with its name and `_log`: a row for each revision applied or undone.',
    },
    {
      name: 'shadow',
      kind: 'text or flag',
      allowed: 'true, false, or the address of a server: "mysql://root@localhost"',
      default: 'true',
      meaning:
        'Where the history is played through when a revision reads rows: PostgreSQL and SQLite run inside migrator (packages `@electric-sql/pglite` and `node-sqlite3-wasm`), MySQL, MariaDB and CockroachDB on the server that is named, in a database of its own. With `false` a revision that reads is refused.',
    },
    {
      name: 'lock_timeout',
      kind: 'text',
      allowed: 'a number with ms, s or min: "500ms", "10s", "2min"',
      default: 'ten seconds; thirty on MySQL, MariaDB, SQL Server and Oracle',
      meaning:
        'How long a statement waits for a lock before it fails. MySQL, MariaDB and Oracle count whole seconds; on Oracle it is for schema changes alone; Redshift has none.',
    },
    {
      name: 'statement_timeout',
      kind: 'text',
      allowed: 'a number with ms, s or min: "500ms", "10s", "2min"',
      default: 'none of its own: what the server or the role says holds',
      meaning: 'How long a statement may run before it fails. MySQL, SQLite, SQL Server and Oracle have none.',
    },
    {
      name: 'database',
      kind: 'text',
      allowed: `${name}; for Oracle a service, a pluggable database or a DB_NAME`,
      default: 'none: scripts run on whatever database the client is connected to',
      meaning: 'The only database that scripts run on: on any other they refuse. SQLite has none.',
    },
    {
      name: 'expect',
      kind: 'text or list',
      allowed: `${expectWords.map((word) => `"${word}"`).join(', ')}; a list for several`,
      default: 'none',
      meaning:
        'What scripts ask before they change anything, and refuse without: a server of the product and of `version` or later, the schema that `schema` names, the rights to do what the script does, the roles that it gives rights to or takes them from, and that nothing has the names of the tables, views, sequences, enums, columns, keys, constraints, triggers, partitions and (PostgreSQL) indexes that the script makes, where the database would refuse one that is taken; routines and primary keys without a name are not asked.',
    },
    {
      name: 'client',
      kind: 'text',
      allowed: 'a client tool of the dialect: see the list below',
      default: "the dialect's own",
      meaning: 'The tool that the scripts are written for.',
    },
    {
      name: 'encoding',
      kind: 'text',
      allowed: '"utf-8" or "ascii"',
      default: '"utf-8"',
      meaning:
        'How the `.sql` files are written. In ASCII names, texts and statements spell other characters so that the database gets the same ones, and comments say `\\u{e9}`; what has no such spelling is an error with its line.',
    },
    {
      name: 'line_ends',
      kind: 'text',
      allowed: '"lf" or "crlf"',
      default: '"lf"',
      meaning:
        'How the lines of the `.sql` files end. Bodies of functions, views and triggers are stored with the line ends that the client sends.',
    },
    {
      name: 'bom',
      kind: 'flag',
      allowed: 'true or false; false for sqlite3 and sqlplus, and in ASCII',
      default: 'false',
      meaning:
        'Whether the `.sql` files begin with a byte order mark, by which tools on Windows know UTF-8. psql passes over it where its `client_encoding` is UTF8 when it starts.',
    },
    {
      name: 'house_rules',
      kind: 'text or list',
      allowed: `${houseRuleNames.map((rule) => `"${rule}"`).join(', ')}; a list for several`,
      default: 'none',
      meaning:
        'What the shop demands of every script: no COMMIT and ROLLBACK, no WHENEVER, no log file of the script itself. [clients.md](clients.md) says what each costs, and which client obeys it.',
    },
    {
      name: 'output',
      kind: 'text',
      allowed: `${folder}; no two targets share one, nor does one lie inside another's`,
      default: '`out`/NAME',
      meaning: "The folder of this target's bundles.",
    },
  ],
};
