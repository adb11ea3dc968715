/** What holds where migrator.toml says nothing. */

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
