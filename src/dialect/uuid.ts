/** UUIDs, given as text or as their sixteen bytes, for columns that hold them as text, as bytes or as themselves. */

import { type Spelling, spellText } from './spelling.ts';
import { sqlTypeOf } from './sql-type.ts';
import type { Target } from './target.ts';
import { unrepresentable } from './unrepresentable.ts';

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function fromUuidText(text: string, target: Target, spelling: Spelling): string {
  if (!shape.test(text)) {
    throw unrepresentable(
      `${JSON.stringify(text)} is not a UUID`,
      'write it like 0f8fad5b-d9cb-469f-a165-70867728950e',
      target.column,
    );
  }
  return holdsBytes(target)
    ? spelling.bytes(text.replaceAll('-', '').toLowerCase(), target)
    : spellText(text, target, spelling);
}

/** Bytes in the order of the text, which is not the order in which SQL Server keeps them. */
export function fromUuidBytes(hex: string, target: Target, spelling: Spelling): string {
  if (hex.length !== 32) throw unrepresentable('bytes that are no UUID', 'give sixteen', target.column);
  if (holdsBytes(target)) return spelling.bytes(hex, target);
  return spellText(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), target, spelling);
}

/** As `uuid(name, { useBinaryUuid: true })` makes them. */
function holdsBytes({ column }: Target): boolean {
  return column !== undefined && /^(binary|raw|varbinary)\b/.test(sqlTypeOf(column).name);
}
