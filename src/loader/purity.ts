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

/** `Math` is let be only where its word follows at once: whoever takes it apart may take chance out of it. */
const outsideWorld = new RegExp(
  [
    String.raw`\b(?:process|globalThis|global|fetch|eval|Function|performance|crypto|navigator|Intl)\b`,
    String.raw`\b(?:toLocale\w+|localeCompare|__dirname|__filename)\b`,
    String.raw`(?<!Create )\bDate\b`,
    String.raw`\bMath\b(?!\s*\.\s*(?!random\b)\w)`,
    String.raw`\bimport\s*\.\s*meta\b`,
  ].join('|'),
);

/** Reads no clock, environment, file or chance by name. Comments count, which errs on the safe side; `Create Date:` is the header's. */
export function isPureText(code: string): boolean {
  return !outsideWorld.test(code);
}
