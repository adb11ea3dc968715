/** The `[knex]` table. */

import { extension, insidePath, oneLine, plainPath } from './checks.ts';
import type { KnexDefaults } from './defaults.ts';
import { knexSection } from './keys/knex.ts';
import type { KnexfileSettings, KnexSettings } from './project.ts';
import type { MigratorTable } from './revisions.ts';
import { addFault, entriesOf, flagOf, openTable, type Page, type Table, textOf, textsOf, wrongValue } from './table.ts';

/** Undefined where the files are not knex's. */
export function readKnex(
  page: Page,
  value: unknown,
  { format, revisions }: Pick<MigratorTable, 'format' | 'revisions'>,
  otherwise: KnexDefaults,
): KnexSettings | undefined {
  if (format !== 'knex') {
    if (value !== undefined) {
      const hint = 'add format = "knex" to [migrator], or take the table out';
      addFault(page, 'bad-value', ['knex'], '[knex] means nothing to revisions', { hint, at: 'key' });
    }
    return undefined;
  }
  const table = openTable(page, ['knex'], value ?? {}, knexSection) ?? {
    page,
    path: ['knex'],
    section: knexSection,
    values: {},
  };
  const knexfile = readKnexfileKeys(table);
  const stubs = entriesOf(table, 'stubs', insidePath);
  const adopted = textOf(table, 'adopted', insidePath);
  const { locations, places } = revisions;
  if (adopted !== undefined && locations.includes(plainPath(adopted))) {
    wrongValue(table, ['adopted'], `${JSON.stringify(adopted)} is the folder of the migrations`, 'name another folder');
  }
  return {
    locations,
    ...(places === undefined ? {} : { places }),
    ...(adopted === undefined ? {} : { adopted: plainPath(adopted) }),
    ...(knexfile === undefined ? {} : { knexfile }),
    envFiles: (textsOf(table, 'env_file', insidePath) ?? []).map(plainPath),
    stubs: Object.fromEntries(Object.entries(stubs).map(([specifier, file]) => [specifier, plainPath(file)])),
    extensions: textsOf(table, 'extensions', extension) ?? otherwise.extensions,
    sortDirsSeparately: flagOf(table, 'sort_dirs_separately') ?? otherwise.sortDirsSeparately,
    disableTransactions: flagOf(table, 'disable_transactions') ?? otherwise.disableTransactions,
  };
}

function readKnexfileKeys(table: Table): KnexfileSettings | undefined {
  const { page, path } = table;
  const file = textOf(table, 'file', insidePath);
  const environment = textOf(table, 'environment', oneLine);
  if (file === undefined) {
    if (environment !== undefined && table.values.file === undefined) {
      const hint = 'add file = "knexfile.js", or take the environment out';
      addFault(page, 'bad-value', [...path, 'environment'], 'knex.environment means nothing without knex.file', {
        hint,
        at: 'key',
      });
    }
    return undefined;
  }
  return {
    file: plainPath(file),
    ...(environment === undefined ? {} : { environment }),
    place: { file: page.file, ...page.locator.value([...path, 'file']) },
  };
}
