/** Which environment variable a file that threw looked for, as far as its text and the message tell. */

export type Environment = Readonly<Record<string, string | undefined>>;

interface Read {
  readonly name: string;
  readonly line: number;
}

const member = /\bprocess\s*\.\s*env\s*(?:\??\.\s*([A-Za-z_]\w*)|(?:\?\.)?\[\s*['"`]([^'"`]+)['"`]\s*\])/g;
const taken = /\{([^{}]*)\}\s*=\s*process\s*\.\s*env\b/g;

/** Every variable that the text reads by its name. */
function readsIn(text: string): readonly Read[] {
  const lineAt = (index: number): number => text.slice(0, index).split('\n').length;
  const members = [...text.matchAll(member)].map((found) => ({
    name: found[1] ?? found[2] ?? '',
    line: lineAt(found.index),
  }));
  const apart = [...text.matchAll(taken)].flatMap((found) =>
    (found[1] ?? '').split(',').map((part) => ({
      name: part.replace(/[:=][\s\S]*$/, '').trim(),
      line: lineAt(found.index),
    })),
  );
  return [...members, ...apart].filter(({ name }) => name !== '');
}

const upperWord = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g;

function wordsIn(message: string): readonly string[] {
  return [...message.matchAll(upperWord)].map(([word]) => word).filter((word) => !word.startsWith('ERR_'));
}

/** Lines that belong together. */
const near = 12;

export interface Throw {
  readonly message: string;
  readonly line: number;
  /** Of the file that threw, and of those that imported it. */
  readonly texts: readonly string[];
  readonly environment: Environment;
}

export function variableWanted({ message, line, texts, environment }: Throw): string | undefined {
  const absent = ({ name }: Read): boolean => environment[name] === undefined;
  const named = texts
    .flatMap(readsIn)
    .filter(absent)
    .find(({ name }) => new RegExp(`\\b${name}\\b`).test(message));
  if (named !== undefined) return named.name;
  const speaks = /\benv(?:ironment)?\b/i.test(message);
  const word = wordsIn(message).find(
    (one) => environment[one] === undefined && (speaks || texts.some((text) => text.includes(one))),
  );
  if (word !== undefined) return word;
  const distance = (read: Read): number => Math.abs(read.line - line);
  const [nearest] = readsIn(texts[0] ?? '')
    .filter((read) => absent(read) && distance(read) <= near)
    .toSorted((a, b) => distance(a) - distance(b));
  return nearest?.name;
}
