/** A statement without what it says: its words and names, so that they can be searched without finding them in texts. */

import { tokensOf } from '../dialect/tokens.ts';

/** Texts are empty, numbers are 0, comments are gone; names keep their quotes. `language` is sql-formatter's. */
export function skeletonOf(sql: string, language: string): string {
  const tokens = tokensOf(sql, language);
  if (tokens === undefined) return sql;
  return tokens
    .filter(({ kind }) => kind !== 'comment')
    .map(({ kind, text, gap }) => {
      const before = gap === '' ? '' : ' ';
      return before + (kind === 'string' ? "''" : kind === 'number' ? '0' : text);
    })
    .join('')
    .trim();
}

const part = '(?:"(?:[^"]|"")+"|`(?:[^`]|``)+`|\\[[^\\]]+\\]|[\\w$]+)';

/** A name as SQL writes it, with its schema. */
export const namePattern: string = `(?:${part}\\s*\\.\\s*)?${part}`;

/** `"shop"."users"` as the registries of a schema have it: `shop.users`. */
export function bareName(written: string): string {
  return written.replace(/\s*\.\s*/g, '.').replace(/["`[\]]/g, '');
}

/** Not as a part of a longer word. */
export function hasWord(skeleton: string, word: string): boolean {
  for (let at = skeleton.indexOf(word); at >= 0; at = skeleton.indexOf(word, at + 1)) {
    if (!/\w/.test(skeleton.charAt(at - 1)) && !/\w/.test(skeleton.charAt(at + word.length))) return true;
  }
  return false;
}

const inventing =
  /\b(?:nextval|currval|lastval|random|rand|uuid\w*|gen_random_uuid|uuid_generate_\w+|now|clock_timestamp|statement_timestamp|transaction_timestamp|last_insert_id|last_insert_rowid|randomblob|sysdate|getdate|unixepoch|julianday)\s*\(|\b(?:current_(?:timestamp|date|time)|localtime\w*)\b/i;

/** The engine makes values up where it runs: ids, times, chance. */
export function invents(skeleton: string): boolean {
  return inventing.test(skeleton);
}
