/** Types in one spelling: what is common to the engines. */

import { type Lexis, type Token, tokensOf } from '../sql/tokens.ts';

function spell({ kind, value }: Token): string {
  return kind === 'text' ? `'${value.replaceAll("'", "''")}'` : value;
}

const tight = /^[(),[\].]$/;

/** Words with one space between them, brackets and commas with none. */
export function plainType(type: string, lexis: Lexis): string {
  return tokensOf(type, lexis)
    .map(spell)
    .reduce(
      (text, next) => (text === '' || tight.test(next) || /[([,.]$/.test(text) ? text + next : `${text} ${next}`),
      '',
    );
}

/** `base(arguments) rest` */
export function partsOf(type: string): { readonly base: string; readonly args: string; readonly rest: string } {
  const [, base = type, args = '', rest = ''] = /^([^([]*)(\([^)]*\))?(.*)$/s.exec(type) ?? [];
  return { base: base.trim(), args, rest: rest.trim() };
}
