/** Values that stand in the author's code: what is compared with one of them shows only when it is one of them. */

export interface SaidValues {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
  /** Of the numbers, those that something is compared with. */
  readonly compared: readonly number[];
}

const comparing = /(?:[=!]==?|[<>]=?|\bcase\b|(?:startsWith|endsWith|includes|indexOf|test|match|has)\()\s*$/;
const literal = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`([^`\\$]*)`|(?<![\w.$])(\d{1,9}(?:\.\d+)?)(?![\w.])/g;

/** Of each kind, those that something is compared with first. */
const most = 12;

function chosen<T>(first: readonly T[], others: readonly T[]): readonly T[] {
  return [...new Set([...first, ...others])].slice(0, most);
}

export function saidValues(code: string): SaidValues {
  const found = [...code.matchAll(literal)].map(({ 0: whole, 1: a, 2: b, 3: c, 4: number, index }) => ({
    text: a ?? b ?? c,
    number,
    compared:
      comparing.test(code.slice(Math.max(0, index - 20), index)) ||
      /^\s*[=!<>]=/.test(code.slice(index + whole.length)),
  }));
  const pick = <T>(of: (one: (typeof found)[number]) => readonly T[]): readonly T[] =>
    chosen(found.filter(({ compared }) => compared).flatMap(of), found.flatMap(of));
  const numberOf = ({ number }: (typeof found)[number]) => (number === undefined ? [] : [Number(number)]);
  return {
    compared: chosen(found.filter(({ compared }) => compared).flatMap(numberOf), []),
    texts: pick(({ text }) => (text === undefined || text.length > 60 ? [] : [text])),
    numbers: pick(numberOf),
  };
}
