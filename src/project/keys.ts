/** Every key of migrator.toml, declared once: the reader checks against this table and the documentation is made from it. */

import { dialectNames, expectWords, houseRuleNames } from '../dialect/names.ts';

export type Kind = 'text' | 'flag' | 'count' | 'text or list' | 'text or flag' | 'table' | 'tables' | 'anything';

export interface Key {
  readonly name: string;
  readonly kind: Kind;
  readonly required?: true;
  /** What may stand there, in words. */
  readonly allowed: string;
  /** In words, or as it would be written. */
  readonly default: string;
  readonly meaning: string;
}

export interface Section {
  /** As its header is written. */
  readonly header: string;
  readonly meaning: string;
  readonly keys: readonly Key[];
}

const folder = 'a path inside the project, with forward slashes';
const name = 'a name without quotes, brackets, semicolons, control characters and line breaks';

export const defaults = {
  locations: 'revisions',
  fileTemplate: '%(rev)s_%(slug)s',
  slugLength: 40,
  template: 'revision.ts.mustache',
  out: 'out',
  versionTable: 'migrator_version',
  migrationsTable: 'knex_migrations',
  migrations: 'migrations',
  extensions: ['.co', '.coffee', '.eg', '.iced', '.js', '.cjs', '.litcoffee', '.ls', '.ts'],
} as const;

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
      default: 'none: a statement takes as long as it takes',
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
        'What scripts ask before they change anything, and refuse without: a server of the product and of `version` or later, the schema that `schema` names, the rights to do what the script does, the roles that it gives rights to or takes them from, and that nothing has the names of what the script makes.',
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
