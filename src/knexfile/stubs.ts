/** Files that stand for modules of the application. */

import { join } from 'node:path';
import type { KnexSettings } from '../project/project.ts';

/** By the specifier of an import; absolute. */
export function stubsOf(root: string, { stubs }: Pick<KnexSettings, 'stubs'>): ReadonlyMap<string, string> {
  return new Map(Object.entries(stubs).map(([specifier, file]) => [specifier, join(root, file)]));
}
