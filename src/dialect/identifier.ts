/** Identifiers, quoted: one maker of `quote` functions for all dialects. */

import { MigratorError } from '../errors.ts';

export interface IdentifierRules {
  readonly title: string;
  readonly open: string;
  readonly close: string;
  readonly max: { readonly length: number; readonly unit: 'bytes' | 'characters' };
  /** What this engine cannot hold beyond what no engine can: says what is wrong, or nothing. */
  readonly refuses?: (name: string) => string | undefined;
}

const unprintable = /[\p{Cc}\p{Surrogate}\u2028-\u202e\u2066-\u2069\ufeff]/u;

/** A function that quotes one identifier, doubling the closing quote inside it. */
export function quoter(rules: IdentifierRules): (name: string) => string {
  return (name) => {
    const fault = faultOf(name, rules);
    if (fault !== undefined) throw new MigratorError('bad-name', fault, { hint: 'choose another name' });
    return rules.open + name.replaceAll(rules.close, rules.close + rules.close) + rules.close;
  };
}

function faultOf(name: string, rules: IdentifierRules): string | undefined {
  if (name === '') return 'a name is empty';
  if (unprintable.test(name)) return `the name ${JSON.stringify(name)} holds a control character or a line break`;
  const { length, unit } = rules.max;
  const size = unit === 'bytes' ? Buffer.byteLength(name) : [...name].length;
  if (size > length) return `the name ${JSON.stringify(name)} has ${size} ${unit}, and ${rules.title} allows ${length}`;
  return rules.refuses?.(name);
}
