/** Which configuration of a knexfile holds. */

import { MigratorError } from '../errors.ts';

type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys that hold a configuration of their own. */
export function environmentsIn(exported: Fields): readonly string[] {
  return Object.keys(exported).filter((key) => {
    const value = exported[key];
    return isFields(value) && (value.client !== undefined || value.connection !== undefined);
  });
}

/**
 * knex asks NODE_ENV, and takes `development` without it. A script must not depend on that: several environments and no
 * word of which one is an error. `likely` is for who writes down what was taken.
 */
export function configurationOf(
  exported: Fields,
  environment: string | undefined,
  file: string,
  likely?: string,
): { readonly fields: Fields; readonly key?: string } {
  const names = environmentsIn(exported);
  if (environment === undefined) {
    const among = exported.client === undefined ? names : [];
    const [only, ...more] = likely !== undefined && among.includes(likely) ? [likely] : among;
    if (only === undefined) return { fields: exported };
    if (more.length === 0) return { fields: exported[only] as Fields, key: only };
    throw fault(`${file} has several environments, and none is chosen`, names, file);
  }
  const chosen = exported[environment];
  if (isFields(chosen)) return { fields: chosen, key: environment };
  if (names.length === 0) return { fields: exported };
  throw fault(`${file} has no environment ${JSON.stringify(environment)}`, names, file);
}

function fault(message: string, names: readonly string[], file: string): MigratorError {
  const hint = `Set environment in [knex] to one of ${names.map((name) => JSON.stringify(name)).join(', ')}.`;
  return new MigratorError('which-environment', message, { hint, place: { file } });
}
