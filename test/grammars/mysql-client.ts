/** How the mysql and mariadb clients cut a script into statements. */
import { type Fault, fault, type Piece, type Split } from './fault.ts';
import { tokensOf } from './tokens.ts';

export function splitMysql(script: string): Split {
  const pieces: Piece[] = [];
  const faults: Fault[] = [];
  let delimiter = ';';
  let text = '';
  let start = 1;
  const flush = () => {
    if (text.trim()) pieces.push({ sql: text, line: start });
    text = '';
  };
  let at = 0;
  let line = 1;
  while (at < script.length) {
    const command = text.trim() === '' && /^[^\S\n]*DELIMITER[^\S\n]+(\S+)[^\n]*/i.exec(lineFrom(script, at));
    if (command) {
      delimiter = command[1]!;
      at += command[0].length;
      text = '';
      continue;
    }
    if (script.startsWith(delimiter, at)) {
      flush();
      at += delimiter.length;
      continue;
    }
    const token = tokensOf(script.slice(at), 'mysql', line).next().value!;
    const piece = token.kind === 'symbol' || token.kind === 'word' ? upTo(token.text, delimiter) : token.text;
    if (token.kind === 'comment' && /^\/\*(!|M!)/.test(token.text))
      faults.push(fault(line, 'a conditional comment runs on some servers only', token.text));
    if (token.kind === 'string' && token.text.includes('\r'))
      faults.push(fault(line, 'the client loses carriage returns within a string', token.text));
    const blank = token.kind === 'space' || token.kind === 'comment';
    if (text === '' && blank) start = line;
    else if (text.trim() === '' && !blank) start = line;
    if (!(text === '' && blank)) text += piece;
    line += piece.split('\n').length - 1;
    at += piece.length;
  }
  if (text.trim()) faults.push(fault(start, `the last statement has no ${delimiter}`, text));
  flush();
  return { pieces, faults };
}

function lineFrom(script: string, at: number): string {
  const atLineStart = at === 0 || script[at - 1] === '\n';
  const end = script.indexOf('\n', at);
  return atLineStart ? script.slice(at, end < 0 ? undefined : end) : '';
}

function upTo(text: string, delimiter: string): string {
  const at = text.indexOf(delimiter);
  return at > 0 ? text.slice(0, at) : text;
}
