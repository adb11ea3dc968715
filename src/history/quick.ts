/** The header of a file that looks as we write it, found with a few patterns; any other file is left to the scan. */

import type { Place } from '../errors.ts';
import { isDirective } from './comment.ts';
import { type Declaration, type Header, isKey, type Key, leavesHeaderBehind, names } from './declaration.ts';
import type { Literal } from './literal.ts';

const comment = /\s*(\/\*(?:[^*]|\*(?!\/))*\*\/)/y;
const imports = /\s*import [^'"`/;]*(?:'[^'\\\n]*'|"[^"\\\n]*");/y;
const string = `'[^'\\\\\\n]*'|"[^"\\\\\\n]*"`;
const value = `null|${string}|\\[\\s*(?:(?:${string})(?:\\s*,\\s*(?:${string}))*\\s*,?\\s*)?\\]`;
const declaration = new RegExp(`\\s*export const (\\w+)(?:: ?[\\w\\s|[\\]<>]*?)? = (${value});`, 'y');
const body = /\s*export (?:(?:async )?function|const) (?:up|down)grade\b/y;
const strings = new RegExp(string, 'g');

/** Undefined when the file has to be scanned; otherwise exactly what the scan would find. */
export function readQuickly(text: string, file: string): Header | undefined {
  const first = match(comment, text, 0);
  if (first !== null && isDirective(first[1]!)) return undefined;
  let at = first === null ? 0 : comment.lastIndex;
  while (match(imports, text, at) !== null) at = imports.lastIndex;
  const exported = new Map<Key, Declaration>();
  let line = 1;
  let counted = 0;
  while (exported.size < names.length) {
    const found = match(declaration, text, at);
    if (found === null) break;
    const [all, name, literal] = found as unknown as [string, string, string];
    if (!isKey(name)) return undefined;
    const start = at + all.search(/\S/);
    for (let i = text.indexOf('\n', counted); i >= 0 && i < start; i = text.indexOf('\n', i + 1)) line++;
    counted = start;
    const place: Place = { file, line };
    exported.set(name, { value: literalOf(literal), place });
    at = declaration.lastIndex;
  }
  const isWhole =
    exported.size === names.length || (match(body, text, at) !== null && leavesHeaderBehind(text, at, exported));
  return isWhole ? { exported, comment: first === null ? [] : [first[1]!], faults: [] } : undefined;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function literalOf(source: string): Literal {
  if (source === 'null') return null;
  if (!source.startsWith('[')) return source.slice(1, -1);
  return (source.match(strings) ?? []).map((item) => item.slice(1, -1));
}
