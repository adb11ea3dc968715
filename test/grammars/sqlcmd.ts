/** How sqlcmd and SSMS cut a script into batches, and what their line commands would do to it. */
import { type Fault, fault, type Piece, type Split } from './fault.ts';
import { type Token, tokensOf } from './tokens.ts';

const go = /^[^\S\n]*GO(?:[^\S\n]+(\d+))?[^\S\n]*(?:--.*)?$/i;
/** osql's commands work without their colon at the start of a line. */
const command = /^\s*(?::\w+|!!|(?:EXIT|QUIT|RESET|ED|ON\s+ERROR)\b(?!\s*=))/i;

export function splitSqlcmd(script: string): Split {
  const inside = linesInsideTokens(script);
  const pieces: Piece[] = [];
  const faults: Fault[] = [];
  let batch: string[] = [];
  let start = 1;
  const lines = script.replace(/^\uFEFF/, '').split('\n');
  lines.forEach((text, index) => {
    const line = index + 1;
    if (/\$\(\w+\)/.test(text)) faults.push(fault(line, 'sqlcmd replaces $(name), in strings too', text));
    const repeat = go.exec(text);
    if (repeat && !inside.has(line)) {
      if (repeat[1] && repeat[1] !== '1') faults.push(fault(line, 'GO with a number repeats the batch', text));
      if (batch.join('').trim()) pieces.push({ sql: batch.join('\n'), line: start });
      batch = [];
      start = line + 1;
      return;
    }
    if (go.test(text))
      faults.push(fault(line, 'a line that is only GO may end the batch inside a string or comment', text));
    else if (command.test(text)) faults.push(fault(line, 'sqlcmd takes this line as a command of its own', text));
    batch.push(text);
  });
  if (batch.join('').trim()) pieces.push({ sql: batch.join('\n'), line: start });
  return { pieces, faults: [...faults, ...pieces.flatMap((piece) => [...faultsOfBatch(piece)])] };
}

/** Lines that begin within a string, a name or a comment: there GO is no separator. */
function linesInsideTokens(script: string): Set<number> {
  const inside = new Set<number>();
  for (const { kind, text, line } of tokensOf(script, 'mssql')) {
    if (kind === 'space') continue;
    for (let more = text.split('\n').length - 1; more > 0; more--) inside.add(line + more);
  }
  return inside;
}

/** What the server refuses to compile and the grammar does not see. */
function* faultsOfBatch({ sql, line }: Piece): Generator<Fault> {
  const tokens = [...tokensOf(sql, 'mssql', line)].filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const words = tokens.map(({ text }) => text.toUpperCase());
  const isProgram = words[0] === 'CREATE' || words[0] === 'ALTER';
  yield* faultsOfCreation(tokens, words);
  if (isProgram && /^(PROC|PROCEDURE|FUNCTION|TRIGGER|OR)$/.test(words[1] ?? '')) return;
  yield* faultsOfVariables(tokens, words);
}

function* faultsOfCreation(tokens: readonly Token[], words: readonly string[]): Generator<Fault> {
  for (const [at, word] of words.entries()) {
    if (at === 0 || word !== 'CREATE') continue;
    const what = words[at + 1] === 'OR' ? words[at + 3] : words[at + 1];
    if (!/^(VIEW|PROC|PROCEDURE|FUNCTION|TRIGGER|SCHEMA)$/.test(what ?? '')) continue;
    if (words[0] === 'CREATE' && words[1] === 'SCHEMA') continue;
    yield fault(
      tokens[at]!.line,
      `CREATE ${what} must be the first statement of its batch (Msg 111)`,
      `CREATE ${what}`,
    );
  }
}

function* faultsOfVariables(tokens: readonly Token[], words: readonly string[]): Generator<Fault> {
  const declared = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    if (words[at] !== 'DECLARE') continue;
    for (let depth = 0, expected = true; ++at < words.length && words[at] !== ';'; ) {
      const word = words[at]!;
      if (word === '(') depth++;
      else if (word === ')') depth--;
      else if (depth === 0 && word === ',') expected = true;
      else if (expected && word.startsWith('@')) {
        if (declared.has(word))
          yield fault(
            tokens[at]!.line,
            `${tokens[at]!.text} is declared twice in one batch (Msg 134)`,
            tokens[at]!.text,
          );
        declared.add(word);
        expected = false;
      } else if (depth === 0 && /^(SET|SELECT|IF|EXEC|DECLARE|BEGIN|INSERT|UPDATE|DELETE)$/.test(word)) {
        at--;
        break;
      }
    }
  }
}
