/** What a script must make of its recordings, part by part, to hold against what a client reads in the whole file. */
import type { Part, PartOf } from '../../src/dialect/client.ts';
import { compose } from '../../src/script/compose.ts';
import { print } from '../../src/script/print.ts';
import type { Script } from '../../src/script/script.ts';
import { type Fault, fault, type Piece, type Split } from './fault.ts';
import { type Model, models } from './model.ts';
import { meaningful, type Token, tokensOf } from './tokens.ts';

const modelOf = ({ dialect }: Script): Model => models[dialect.name];

/** What the client sends and what it obeys, in the order of the file. */
function sentIn({ pieces, commands }: Split): readonly Piece[] {
  return [...pieces, ...commands].sort((a, b) => a.line - b.line);
}

/** Without the comments that stand before it. */
const bare = (sql: string): string => sql.replace(/^(?:\s*--[^\n]*\n|\s)+/, '').trimEnd();

/** The parts of a script, each printed alone; those that share a batch are printed together. */
export function planOf(script: Script): readonly string[] {
  const model = modelOf(script);
  const { recordings, frame, dialect, client } = script;
  const planned: string[] = [];
  let group: Part[] = [];
  for (const part of compose(recordings, frame, dialect)) {
    group.push(part);
    const text = [...print(group, client, frame)].join('');
    if (!model.isComplete(text)) continue;
    planned.push(...sentIn(model.split(text)).map(({ sql }) => bare(sql)));
    group = [];
  }
  return planned;
}

/** Where a file sends something else than was planned. */
export function unplanned(planned: readonly string[], split: Split): readonly Fault[] {
  const sent = sentIn(split);
  const at = sent.findIndex(({ sql }, n) => bare(sql) !== planned[n]);
  if (at < 0 && sent.length >= planned.length) return [];
  const { sql, line } = sent[at] ?? { sql: 'the end of the file', line: sent.at(-1)?.line ?? 1 };
  return [fault(line, 'this is not what was recorded', sql)];
}

/** What the server gets to run of one statement's part, without the client's wrapping. */
export function carriedBy(script: Script, part: PartOf<'statement'>): readonly string[] {
  const model = modelOf(script);
  const { pieces } = model.split([...print([part], script.client, script.frame)].join(''));
  return pieces.flatMap((piece) => {
    const inner = model.inner(piece);
    return (inner.length > 0 ? inner : [piece]).map(({ sql }) => sql);
  });
}

const probe = 'migrator_probe';

/** The same by way of a statement that is one word, in whose place the recorded one stands then. */
export function expectedOf(script: Script, part: PartOf<'statement'>): readonly string[] {
  const recorded = [...part.sql].join('');
  return carriedBy(script, { ...part, sql: [probe] }).map((sql) => sql.replace(probe, () => recorded));
}

/** White space between tokens is the formatter's, in schema statements; a unit of PL/SQL ends with its own semicolon. */
export function comparable({ dialect }: Script, { statement }: PartOf<'statement'>, sql: string): unknown {
  const { accent } = models[dialect.name];
  if (statement.sort === 'schema') return meaningful(sql, accent).map(({ text }) => text);
  const tokens = [...tokensOf(sql, accent)];
  const begin = tokens.findIndex(({ kind }) => kind !== 'space' && kind !== 'comment');
  const isSent = ({ kind, text }: Token) => accent !== 'mysql' || kind !== 'comment' || text.startsWith('/*');
  const sent = tokens.slice(begin).filter(isSent);
  const text = sent
    .map((token) => token.text)
    .join('')
    .replace(/\s+;/g, ';')
    .trim();
  return statement.sort === 'block' ? text.replace(/;$/, '') : text;
}
