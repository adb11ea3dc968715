/** Whether a file's outcome depends on anything but itself: only then may compiled work be kept from one run to the next. */

import { builtinModules } from 'node:module';

const pureBuiltins = new Set(['assert', 'buffer', 'events', 'path', 'querystring', 'string_decoder', 'url', 'util']);
const builtins = new Set(builtinModules);

export function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtins.has(specifier);
}

export function isPureImport(specifier: string): boolean {
  return pureBuiltins.has(specifier.replace(/^node:/, '').split('/')[0] ?? '');
}

const outsideWorld =
  /\b(?:process|globalThis|global|fetch|eval|Function|performance|crypto|Intl|toLocale\w+)\b|(?<!Create )\bDate\b|\bMath\s*\.\s*random\b/;

/** Reads no clock, environment, file or chance by name. Comments count, which errs on the safe side; `Create Date:` is the header's. */
export function isPureText(code: string): boolean {
  return !outsideWorld.test(code);
}
