/** Good scripts made wrong in one place, as a person or a careless change of a client's spelling would. */
import { type Accent, type Token, textOf, tokensOf } from '../tokens.ts';

export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly put: string;
}

export interface Mutation {
  readonly name: string;
  /** What the model must say of each mutant. */
  readonly told: RegExp;
  /** Each item is one mutant. */
  readonly places: (script: string) => readonly (readonly Edit[])[];
}

/** Told when the statements differ from those of the recordings, in number, order or text. */
export const list: RegExp = /this is not what was recorded/;
export const listOr = (other: RegExp): RegExp => new RegExp(`${list.source}|${other.source}`);
export const open: RegExp = /never closed/;
export const grammar: RegExp = /is not expected|should end here|two statements/;

export function applied(script: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.at - a.at)
    .reduce((text, { at, length, put }) => text.slice(0, at) + put + text.slice(at + length), script);
}

/** The header is read by people alone. */
const bodyOf = (script: string): number => script.indexOf('\n\n') + 2;

export type Places = Mutation['places'];

/** Each match written otherwise; `put` may be a function of the match, which keeps the match by giving undefined. */
export function swap(pattern: RegExp, put: string | ((match: RegExpExecArray) => string | undefined)): Places {
  return (script) =>
    [...script.matchAll(pattern)].flatMap((match) => {
      const [text] = match;
      const written = typeof put === 'string' ? put.replace(/\$(\d)/g, (_, n) => match[Number(n)] ?? '') : put(match);
      if (match.index < bodyOf(script) || written === undefined) return [];
      return [[{ at: match.index, length: text.length, put: written }]];
    });
}

export const drop = (pattern: RegExp): Places => swap(pattern, '');

/** A line of its own before each line that begins outside of strings, names and comments. */
export function insertLine(accent: Accent, line: string, before: RegExp = /^/): Places {
  return (script) => {
    const inside = new Set<number>();
    for (const { kind, text, at } of tokensOf(script, accent)) {
      if (kind === 'space' || !text.includes('\n')) continue;
      for (const match of text.matchAll(/\n/g)) inside.add(at + match.index + 1);
    }
    return [...script.matchAll(/^.*/gm)]
      .filter(({ 0: text, index }) => index >= bodyOf(script) && !inside.has(index) && before.test(text))
      .map(({ index }) => [{ at: index, length: 0, put: `${line}\n` }]);
  };
}

/** At the end of each line like this one. */
export function append(pattern: RegExp, put: string): Places {
  return (script) =>
    [...script.matchAll(/^.+$/gm)]
      .filter(({ 0: text, index }) => index >= bodyOf(script) && pattern.test(text))
      .map(({ 0: text, index }) => [{ at: index + text.length, length: 0, put }]);
}

const tokensIn = (script: string, accent: Accent, kind: Token['kind']): readonly Token[] =>
  [...tokensOf(script, accent)].filter((token) => token.kind === kind && token.at >= bodyOf(script));

/** Put just after the quote that opens each string. */
export function insideStrings(accent: Accent, put: string, which: RegExp = /^/): Places {
  return (script) =>
    tokensIn(script, accent, 'string')
      .filter(({ text }) => which.test(text))
      .map(({ text, at }) => {
        const start = /^(?:n?q'.|\$\w*\$|[a-z]*['"])/i.exec(text)![0].length;
        return [{ at: at + start, length: 0, put }];
      });
}

/** The quote that closes each string or name is lost. */
export function unclose(accent: Accent, kind: 'string' | 'name' = 'string'): Places {
  return (script) =>
    tokensIn(script, accent, kind).map(({ text, at }) => [{ at: at + text.length - 1, length: 1, put: '' }]);
}

const firstOfLine = (script: string, at: number): string => script[script.lastIndexOf('\n', at) + 1] ?? '';

/** Before each word that has another before it in its line, so in the middle of a statement; not in a client's command. */
export function beforeWords(accent: Accent, put: string): Places {
  return (script) =>
    tokensIn(script, accent, 'word')
      .filter(({ at }) => /[\w)"'`\]] $/.test(script.slice(at - 2, at)) && !/[\\.]/.test(firstOfLine(script, at)))
      .map(({ at }) => [{ at, length: 0, put }]);
}

/** Each mutant of the one with each of the other, up to `most` of the other. */
export function both(one: Places, other: Places): Places {
  return (script) => one(script).flatMap((first) => other(script).map((second) => [...first, ...second]));
}

export const textIn = (literal: string): string => textOf(literal);
