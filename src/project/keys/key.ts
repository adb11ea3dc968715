/** A key of migrator.toml: the reader checks against its declaration, and the documentation is made from it. */

export type Kind = 'text' | 'flag' | 'count' | 'text or list' | 'text or flag' | 'table' | 'tables' | 'anything';

export interface Key {
  readonly name: string;
  readonly kind: Kind;
  readonly required?: true;
  /** What may stand there, in words. */
  readonly allowed: string;
  /** In words, or as it would be written. */
  readonly default: string;
  readonly meaning: string;
}

export interface Section {
  /** As its header is written. */
  readonly header: string;
  readonly meaning: string;
  readonly keys: readonly Key[];
}

/** What may stand at many keys, in words. */
export const folder = 'a path inside the project, with forward slashes';
export const name = 'a name without quotes, brackets, semicolons, control characters and line breaks';
