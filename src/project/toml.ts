/** The door to the toml package: text in, values out, syntax errors with their place. */

import { parse } from 'toml';
import { MigratorError } from '../errors.ts';

interface SyntaxFault {
  readonly message: string;
  readonly found?: string | null;
  readonly location?: { readonly start: { readonly line: number; readonly column: number } };
  readonly line?: number;
  readonly column?: number;
}

export function parseToml(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    return parse(text) as Record<string, unknown>;
  } catch (cause) {
    const fault = cause as SyntaxFault;
    const spot = fault.location?.start ?? { line: fault.line ?? 1, column: fault.column ?? 1 };
    throw new MigratorError('bad-toml', sentenceOf(fault), {
      hint: 'the file is TOML 1.1: https://toml.io/en/v1.1.0',
      place: { file, line: spot.line, column: spot.column },
      cause,
    });
  }
}

function sentenceOf(fault: SyntaxFault): string {
  if (fault.found === null) return 'the file ends where more is expected';
  if (fault.found === '\n' || fault.found === '\r') return 'the line ends where more is expected';
  if (fault.found !== undefined) return `${JSON.stringify(fault.found)} is not expected here`;
  return fault.message.replace(/\.$/, '');
}
