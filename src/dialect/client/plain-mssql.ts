/** SQL Server without GO: each batch is the text of an EXEC, which runs where the guard has given its go-ahead. */

import type { Client, Frame, Part, PartKind, PartOf } from '../client.ts';
import { lookAt } from './book.ts';
import { rulesInWords } from './house.ts';
import { plainRun, plainTerms } from './plain.ts';
import { askPlainMssql } from './plain-mssql-inquiry.ts';
import { opening, sqlcmd } from './sqlcmd.ts';
import { go, unlessGo, versionTable } from './sqlcmd-words.ts';

const inside = (text: string): string => text.replaceAll("'", "''");

/** No literal of these scripts has a line that is only GO, so what such a line ends is a batch. */
const batchEnd = /^GO\n/m;

const begun = (batch: string): string => `EXEC(N'${inside(unlessGo + batch)}`;
const asText = (batch: string): string => `${begun(batch)}');\n`;
const always = (batch: string): string => `EXEC(N'${inside(batch)}');\n`;

function texts(batches: string, one: (batch: string) => string = asText): string {
  return batches
    .split(batchEnd)
    .filter((batch) => batch !== '')
    .map(one)
    .join('');
}

const joined = <K extends PartKind>(part: PartOf<K> & { readonly part: K }, frame: Frame): string =>
  [...sqlcmd.spell[part.part](part, frame)].join('');

/** From `begin` to `commit` everything is one batch. */
function within(part: Extract<Part, { outside: boolean }>, frame: Frame): string {
  const text = joined(part, frame);
  return part.outside ? texts(text) : inside(text);
}

const statement = (part: PartOf<'statement'>, frame: Frame): string => {
  const text = joined(part, frame);
  return part.alone ? texts(text) : inside(text);
};

/** The session is closed until the guard has passed, and again when it is over. */
const context = (isOpen: boolean): string => `SET CONTEXT_INFO ${isOpen ? `0x00000000${go.slice(2)}` : '0x00'};\n`;

function close(part: PartOf<'close'>, frame: Frame): string {
  const [last = '', _noExecOff, ...ends] = joined(part, frame)
    .split(batchEnd)
    .filter((batch) => batch !== '');
  const [putBack = '', ...free] = ends.reverse();
  return texts(last) + context(false) + free.map(always).join('') + putBack;
}

export const plainMssql: Client = {
  ...sqlcmd,
  tool: 'plain',
  inWords: true,
  statusWhenDone: 'no error',
  goesOnWith: 'sqlcmd',
  terms: plainTerms({
    needs: [
      'It may send the file whole, or cut it at semicolons outside of strings.',
      'Variables of the tool itself must be off.',
    ],
    givesUp: ['GO: each batch is a text inside EXEC, its quotes doubled, and messages count the lines of that text.'],
  }),
  run: plainRun,
  asking: askPlainMssql,
  rules: rulesInWords,
  check: (frame) => [lookAt(frame, versionTable(frame))],
  spell: {
    ...sqlcmd.spell,
    open: (part, frame) => [opening(part, frame), context(!part.guarded)],
    admit: (part, frame) => [texts(joined(part, frame), always)],
    versionTable: (part, frame) => [texts(joined(part, frame))],
    register: (part, frame) => [within(part, frame)],
    begin: (part, frame) => [begun(joined(part, frame))],
    check: (part, frame) => [within(part, frame)],
    statement: (part, frame) => [statement(part, frame)],
    move: (part, frame) => [inside(joined(part, frame))],
    commit: (part, frame) => [inside(joined(part, frame).replace(batchEnd, '')), "');\n"],
    outside: (part, frame) => [texts(joined(part, frame))],
    close: (part, frame) => [close(part, frame)],
  },
};
