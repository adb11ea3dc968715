/** Scripts for the other clients of a dialect, held against the words that their tools do not know. */
import { expect } from 'vitest';
import { commentLines } from '../../src/dialect/client/comment.ts';
import type { Client } from '../../src/dialect/client.ts';
import { obeying } from '../../src/dialect/house-rules.ts';
import { type DialectName, type HouseRule, houseRuleNames } from '../../src/dialect/names.ts';
import { inquiryText } from '../../src/script/inquiry.ts';
import type { Script } from '../../src/script/script.ts';
import { scriptText } from '../../src/script/script-text.ts';
import { models } from './model.ts';
import { meaningful, textOf, tokensOf } from './tokens.ts';

export const textFor = (script: Script, client: Client = script.client): string =>
  [...scriptText({ ...script, client })].join('');

/** A script that a client would not be trusted with is not made. */
export function isPossible({ recordings }: Script, { cannot }: Client): boolean {
  const statements = recordings.flatMap(({ changes }) => changes.flatMap((change) => change.statements));
  return statements.every(({ statement }) => cannot?.(statement) === undefined);
}

/** The file without what is inside strings and comments. */
export function bareLines(text: string, dialect: DialectName): readonly string[] {
  const { accent } = models[dialect];
  const shown = [...tokensOf(text, accent)].map(({ kind, text: token }) =>
    kind === 'string' || kind === 'comment' || kind === 'name' ? token.replace(/[^\n]/g, 'x') : token,
  );
  return shown.join('').split('\n');
}

/** Words of the clients themselves, at the beginning of a line. */
const clientWords =
  /^\s*(?:\\|\.[a-z]|GO\b|\/\s*$|DELIMITER\b|source\b|WHENEVER\b|EXIT\b(?! WHEN)|SPOOL\b|SET\s+[A-Z]+\s+(?:ON|OFF)\s*$|:)/i;

export function expectPlain(text: string, dialect: DialectName): void {
  expect(bareLines(text, dialect).filter((line) => clientWords.test(line))).toEqual([]);
}

export function expectSaid(text: string, client: Client): void {
  const { needs = [], givesUp, keeps } = client.terms ?? { givesUp: [], keeps: [] };
  const words = (said: string) => said.replace(/^--/gm, '').replace(/\s+/g, ' ');
  const header = words(text.slice(0, text.search(/^(?!--)/m)));
  for (const line of [...needs, ...givesUp, ...keeps]) expect(header).toContain(words(commentLines([line])).trim());
}

const unlessGo = 'IF ISNULL(SUBSTRING(CONTEXT_INFO(), 5, 1), 0x00) <> 0x01 RETURN;\n';

/** What EXEC(N'…') runs; all else on the top level are settings of the session. */
function textsOf(script: string): readonly string[] {
  const tokens = meaningful(script, 'mssql');
  const words = tokens.filter(({ kind }) => kind === 'word').map(({ text }) => text);
  const first = tokens.filter((_, n) => n === 0 || tokens[n - 1]?.text === ';').map(({ text }) => text);
  expect([...new Set(first)].sort()).toEqual(['EXEC', 'SET']);
  expect(words.length).toBeGreaterThan(0);
  return tokens.filter(({ kind, text }) => kind === 'string' && text.length > 40).map(({ text }) => textOf(text));
}

const trimmed = (pieces: readonly string[]): readonly string[] =>
  pieces.map((sql) =>
    sql
      .replace(/^(?:\s*--[^\n]*\n)+/, '')
      .replace(/\n\s*\n/g, '\n')
      .trim(),
  );

/** Also after a failure the session must not keep the lock. */
const freesLock = (text: string): boolean => text.includes('\nWHILE APPLOCK_MODE(');

/** A setting that EXEC(N'…') makes ends with it: https://learn.microsoft.com/sql/t-sql/language-elements/execute-transact-sql */
const putsBack = (batch: string): boolean => batch.trimStart().startsWith('SET XACT_ABORT OFF;');

/** The same batches and blocks that the dialect's own client sends, and each but the first and what frees the lock closed to a session without a go-ahead. */
const sameAsTheBest: Readonly<Partial<Record<DialectName, (plain: string, best: string) => void>>> = {
  mssql: (plain, best) => {
    const [open = '', ...batches] = models.mssql.split(best).pieces.map(({ sql }) => sql);
    const [admit = '', ...texts] = textsOf(plain);
    expect(open).toContain('SET XACT_ABORT ON');
    expect(texts.filter((text) => !text.startsWith(unlessGo))).toEqual(texts.filter(freesLock));
    const sent = [admit, ...texts.map((text) => text.replace(unlessGo, ''))];
    const inside = batches.filter((batch) => batch.trim() !== 'SET NOEXEC OFF;' && !putsBack(batch));
    expect(trimmed(sent)).toEqual(trimmed(inside));
    const after = batches.filter(putsBack);
    expect(after).toHaveLength(1);
    expect(plain.trimEnd().endsWith(after.join().trim())).toBe(true);
  },
  oracle: (plain, best) => {
    const blocks = plain.split(/\n\n+/).filter((block) => /^(?:DECLARE|BEGIN)$/m.test(block));
    const whole = models.oracle.split(best).pieces.map(({ sql }) => sql);
    const own = (pieces: readonly string[]) => trimmed(pieces.filter((sql) => !/ALTER SESSION SET \w+ =/.test(sql)));
    expect(own(blocks)).toEqual(own(whole));
  },
};

export function expectSame(script: Script, plain: string): void {
  sameAsTheBest[script.dialect.name]?.(plain, textFor(script));
}

/** What a rule forbids in a line outside of strings and comments; SQL*Plus and SQL Server open blocks with BEGIN, too. */
const forbidden: Readonly<Record<HouseRule, RegExp>> = {
  'no commit':
    /\b(?:START\s+TRANSACTION|(?:BEGIN|SAVE)\s+TRAN\w*|COMMIT|ROLLBACK|SAVEPOINT)\b|^\s*(?:BEGIN;|EXIT\b|SET\s+autocommit\s*=)/i,
  'no whenever': /^\s*WHENEVER\b/i,
  'own spool': /^\s*(?:SPOOL|\\o|\\out|tee|\.output|\.once|\.log|:out)\b/i,
};

/** How the command lines of the clients ask for a log. */
const logs = /\.log\b/;

/** The rules that the client can obey, all at once, and the client that does; none where it would not be trusted with the script. */
export function expectRules(script: Script): readonly Client[] {
  const { client, dialect } = script;
  const rules = houseRuleNames.filter((rule) => !('impossible' in client.rules[rule]));
  const obedient = obeying(client, rules);
  if (!isPossible(script, obedient)) return [];
  const text = textFor(script, obedient);
  const lines = bareLines(text, dialect.name);
  for (const rule of rules) {
    expect(lines.filter((line) => forbidden[rule].test(line))).toEqual([]);
    expect(text).toMatch(new RegExp(`^-- House rules: .*${rule}`, 'm'));
  }
  const asks = inquiryText(
    { ...script, client: obedient },
    { file: 'ask.sql', purpose: [], inquiry: { questions: [], good: 'good', bad: 'bad' } },
  );
  for (const written of [text, [...asks].join('')])
    expect(written.split('\n').filter((line) => line.startsWith('--   ') && logs.test(line))).toEqual([]);
  expectSaid(text, obedient);
  return [obedient];
}
