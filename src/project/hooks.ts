/** The `[[hooks]]` tables. */

import { oneLine } from './checks.ts';
import { hookSection } from './keys/hooks.ts';
import type { Hook } from './project.ts';
import { addFault, openTable, type Page, textOf, textsOf, wrongValue } from './table.ts';

export function readHooks(page: Page, value: unknown): readonly Hook[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    addFault(page, 'wrong-type', ['hooks'], 'hooks is not a list of tables', { hint: 'write [[hooks]]', at: 'key' });
    return [];
  }
  const names = new Set<string>();
  return value.flatMap((item: unknown, index) => readHook(page, item, index, names) ?? []);
}

function readHook(page: Page, value: unknown, index: number, names: Set<string>): Hook | undefined {
  const table = openTable(page, ['hooks', index], value, hookSection);
  if (table === undefined) return undefined;
  const name = textOf(table, 'name', oneLine);
  if (name !== undefined && names.has(name))
    wrongValue(table, ['name'], `${JSON.stringify(name)} is taken by another hook`);
  if (name !== undefined) names.add(name);
  const whole = table.values.command; // divided at blanks, so quotes in it would not do what they seem to
  if (typeof whole === 'string' && /["'\\]/.test(whole)) {
    return wrongValue(
      table,
      ['command'],
      'holds quotes, and no shell reads it',
      'write a list: ["program", "argument"]',
    );
  }
  const parts = textsOf(table, 'command', oneLine, (text) => text.trim().split(/\s+/));
  if (name === undefined || parts === undefined) return undefined;
  return { name, command: parts, place: { file: page.file, ...page.locator.key(table.path) } };
}
