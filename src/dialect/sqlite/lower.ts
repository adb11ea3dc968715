/** SQLite's own SQL, and what its ALTER TABLE cannot do: https://www.sqlite.org/lang_altertable.html */

import type { Lowering } from '../lower.ts';
import { columnLowering } from './column.ts';
import { keyLowering } from './key.ts';
import { objectLowering } from './object.ts';
import { tableLowering } from './table.ts';
import type { Accent } from './table-text.ts';

export function sqliteLowering(accent: Accent): Lowering {
  return { ...tableLowering(accent), ...columnLowering(accent), ...keyLowering(accent), ...objectLowering(accent) };
}
