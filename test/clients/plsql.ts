/** The PL/SQL of scripts for Oracle, as far as they use it, read into statements. */
import { meaningful, type Token } from './tokens.ts';

export type Code =
  | { readonly does: 'block'; readonly body: readonly Code[]; readonly handler: readonly Code[] | undefined }
  | { readonly does: 'if'; readonly asks: Words; readonly then: readonly Code[]; readonly otherwise: readonly Code[] }
  | { readonly does: 'plain'; readonly words: Words };

export type Words = readonly Token[];

class Reader {
  private at = 0;
  private readonly tokens: Words;

  constructor(tokens: Words) {
    this.tokens = tokens;
  }

  is(...words: readonly string[]): boolean {
    return words.every((word, n) => this.tokens[this.at + n]?.text.toUpperCase() === word);
  }

  skip(...words: readonly string[]): void {
    if (!this.is(...words)) throw new Error(`${words.join(' ')} is missing before ${this.tokens[this.at]?.text}`);
    this.at += words.length;
  }

  until(...ends: readonly string[]): Words {
    const from = this.at;
    while (this.at < this.tokens.length && !ends.some((end) => this.is(end))) this.at++;
    return this.tokens.slice(from, this.at);
  }

  block(): Code {
    if (this.is('DECLARE')) this.until('BEGIN');
    this.skip('BEGIN');
    const body = this.statements();
    if (!this.is('EXCEPTION')) return this.ended({ does: 'block', body, handler: undefined });
    this.skip('EXCEPTION', 'WHEN');
    this.until('THEN');
    this.skip('THEN');
    return this.ended({ does: 'block', body, handler: this.statements() });
  }

  private ended(code: Code): Code {
    this.skip('END', ';');
    return code;
  }

  private statements(): readonly Code[] {
    const found: Code[] = [];
    while (!this.is('END') && !this.is('EXCEPTION') && !this.is('ELSE')) found.push(this.statement());
    return found;
  }

  private statement(): Code {
    if (this.is('BEGIN')) return this.block();
    if (this.is('IF')) return this.condition();
    const words = this.until(';');
    this.skip(';');
    return { does: 'plain', words };
  }

  private condition(): Code {
    this.skip('IF');
    const asks = this.until('THEN');
    this.skip('THEN');
    const then = this.statements();
    if (this.is('ELSE')) this.skip('ELSE');
    const otherwise = this.statements();
    this.skip('END', 'IF', ';');
    return { does: 'if', asks, then, otherwise };
  }
}

export function readBlock(sql: string): Code {
  return new Reader(meaningful(sql, 'oracle')).block();
}
