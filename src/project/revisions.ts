/** The `[migrator]` table. */

import { fileTemplate, insidePath, oneOf, plainPath, timeZone } from './checks.ts';
import type { KnexDefaults } from './defaults.ts';
import { defaults } from './keys/defaults.ts';
import { migratorSection } from './keys/migrator.ts';
import type { Hook, RevisionSettings } from './project.ts';
import {
  countOf,
  flagOf,
  openTable,
  type Page,
  placeOfValue,
  type Table,
  textOf,
  textsOf,
  wrongValue,
} from './table.ts';

const formats: readonly string[] = ['migrator', 'knex'];

export interface MigratorTable {
  readonly format: 'migrator' | 'knex';
  readonly revisions: RevisionSettings;
  readonly plugins: readonly string[];
  readonly out: string;
}

export function readMigratorTable(
  page: Page,
  value: unknown,
  hooks: readonly Hook[],
  otherwise: Pick<KnexDefaults, 'locations'>,
): MigratorTable {
  const table = openTable(page, ['migrator'], value ?? {}, migratorSection) ?? emptyTable(page);
  const recursive = flagOf(table, 'recursive') ?? false;
  const format = textOf(table, 'format', oneOf(formats)) ?? 'migrator';
  const home = (): readonly string[] => [format === 'knex' ? otherwise.locations : defaults.locations].flat();
  const locations = (textsOf(table, 'locations', insidePath) ?? home()).map(plainPath);
  refuseOverlap(table, locations, recursive);
  const places = locations.map((_, index) => placeOfValue(table, ['locations', index]));
  const timezone = textOf(table, 'timezone', timeZone);
  return {
    format: format as MigratorTable['format'],
    revisions: {
      locations,
      ...(table.values.locations === undefined ? {} : { places }),
      recursive,
      fileTemplate: textOf(table, 'file_template', fileTemplate(recursive)) ?? defaults.fileTemplate,
      slugLength: countOf(table, 'slug_length', 1, 200) ?? defaults.slugLength,
      ...(timezone === undefined ? {} : { timezone }),
      template: plainPath(textOf(table, 'template', insidePath) ?? defaults.template),
      hooks,
    },
    plugins: (textsOf(table, 'plugins', insidePath) ?? []).map(plainPath),
    out: plainPath(textOf(table, 'out', insidePath) ?? defaults.out),
  };
}

const emptyTable = (page: Page): Table => ({ page, path: ['migrator'], section: migratorSection, values: {} });

/** Every revision is read once. */
function refuseOverlap(table: Table, locations: readonly string[], recursive: boolean): void {
  locations.forEach((location, index) => {
    const twin = locations.slice(0, index).find((earlier) => overlap(earlier, location, recursive));
    if (twin === undefined) return;
    const wrong = twin === location ? `names "${location}" twice` : `"${location}" and "${twin}" share files`;
    wrongValue(table, ['locations', index], wrong, 'each file is read once: leave one of them out');
  });
}

function overlap(one: string, other: string, recursive: boolean): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === b || !recursive) return a === b;
  return a === '.' || b === '.' || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}
