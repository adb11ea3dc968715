/** How sqlcmd and SSMS cut a script into batches, and what their line commands would do to it. */
import { type Fault, fault, type Piece, type Split } from './fault.ts';
import { type Token, tokensOf, unclosed } from './tokens.ts';

const go = /^[^\S\n]*GO(?:[^\S\n]+(\d+))?[^\S\n]*(?:--.*)?$/i;
/** osql's commands work without their colon at the start of a line. */
const command = /^\s*(?::\w+|!!|(?:EXIT|QUIT|RESET|ED|ON\s+ERROR)\b(?!\s*=))/i;

export function splitSqlcmd(script: string): Split {
  const inside = linesInsideTokens(script);
  const pieces: Piece[] = [];
  const commands: Piece[] = [];
  const faults: Fault[] = [];
  let batch: string[] = [];
  let start = 1;
  const lines = script.replace(/^\uFEFF/, '').split('\n');
  lines.forEach((text, index) => {
    const line = index + 1;
    if (text.includes('$(')) faults.push(fault(line, 'sqlcmd replaces $(name), in strings too', text));
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
    else if (command.test(text)) {
      commands.push({ sql: text.trim(), line });
      faults.push(fault(line, 'sqlcmd takes this line as a command of its own', text));
    }
    batch.push(text);
  });
  if (batch.join('').trim()) {
    pieces.push({ sql: batch.join('\n'), line: start });
    faults.push(fault(lines.length, 'the last batch has no GO', batch.join('\n')));
  }
  const within = [...faultsOfTokens(script), ...pieces.flatMap((piece) => [...faultsOfBatch(piece)])];
  return { pieces, commands, faults: [...faults, ...within] };
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

/** What clients read in two ways, or to the end of the file. */
function* faultsOfTokens(script: string): Generator<Fault> {
  const open = unclosed(script, 'mssql');
  if (open !== undefined) yield fault(open.line, 'this is never closed', open.text);
  for (const { kind, text, line } of tokensOf(script, 'mssql')) {
    if (kind === 'comment' && text.startsWith('/*') && text.includes('/*', 2))
      yield fault(line, 'some clients do not nest comments', text);
    if (kind === 'string' && text.startsWith("'") && /[^\p{ASCII}]/u.test(text))
      yield fault(line, 'a string without N loses what the code page lacks', text);
  }
}

/** What the server refuses to compile and the grammar does not see. */
function* faultsOfBatch({ sql, line }: Piece): Generator<Fault> {
  const tokens = [...tokensOf(sql, 'mssql', line)].filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const words = tokens.map(({ text }) => text.toUpperCase());
  const isProgram = words[0] === 'CREATE' || words[0] === 'ALTER';
  yield* faultsOfCreation(tokens, words);
  if (isProgram && /^(PROC|PROCEDURE|FUNCTION|TRIGGER|OR)$/.test(words[1] ?? '')) return;
  yield* faultsOfVariables(tokens, words);
  yield* faultsOfColumns(tokens, words);
}

/** A batch is compiled whole, before its first statement runs. */
function* faultsOfColumns(tokens: readonly Token[], words: readonly string[]): Generator<Fault> {
  const added = new Set<string>();
  const plain = (word: string) => word.replace(/^\[(.*)\]$/s, '$1');
  for (let at = 0; at < words.length; at++) {
    const name = plain(words[at]!);
    if (added.has(name))
      yield fault(tokens[at]!.line, `${name} is added in the same batch (Msg 207)`, tokens[at]!.text);
    if (words[at] !== 'ALTER' || words[at + 1] !== 'TABLE') continue;
    for (at += 2; words[at + 1] === '.'; at += 2);
    if (words[at + 1] === 'ADD' && !/^(CONSTRAINT|CHECK|DEFAULT|PRIMARY|FOREIGN|UNIQUE)$/.test(words[at + 2] ?? '')) {
      at += 2;
      added.add(plain(words[at]!));
    }
  }
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
