/** The `[knex]` table. */

import { extension, insidePath, plainPath } from './checks.ts';
import { defaults, knexSection } from './keys.ts';
import type { KnexSettings } from './project.ts';
import type { MigratorTable } from './revisions.ts';
import { addFault, flagOf, openTable, type Page, textOf, textsOf, wrongValue } from './table.ts';

/** Undefined where the files are not knex's. */
export function readKnex(
  page: Page,
  value: unknown,
  { format, revisions }: Pick<MigratorTable, 'format' | 'revisions'>,
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
  const adopted = textOf(table, 'adopted', insidePath);
  const { locations } = revisions;
  if (adopted !== undefined && locations.includes(plainPath(adopted))) {
    wrongValue(table, ['adopted'], `${JSON.stringify(adopted)} is the folder of the migrations`, 'name another folder');
  }
  return {
    locations,
    ...(adopted === undefined ? {} : { adopted: plainPath(adopted) }),
    extensions: textsOf(table, 'extensions', extension) ?? defaults.extensions,
    sortDirsSeparately: flagOf(table, 'sort_dirs_separately') ?? false,
    disableTransactions: flagOf(table, 'disable_transactions') ?? false,
  };
}
