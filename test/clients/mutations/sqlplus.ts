import {
  append,
  both,
  drop,
  grammar,
  insertLine,
  insideStrings,
  list,
  listOr,
  type Mutation,
  open,
  swap,
  unclose,
} from './mutation.ts';

const session = /^ALTER SESSION SET .*$/gm;
const text = /^(ALTER SESSION SET \w+ = ')(.*')$/gm;
const second = /a second time/;
const command = /is a command, even within a statement/;

export const sqlplusMutations: readonly Mutation[] = [
  { name: 'a / is dropped', told: listOr(/file ends before/), places: drop(/^\/\n/gm) },
  { name: 'a second /', told: second, places: swap(/^\/$/gm, '/\n/') },
  { name: 'a second / after a comment', told: second, places: swap(/^\/$/gm, '/\n\n-- note\n/') },
  { name: '; and then /', told: second, places: append(session, ';') },
  { name: 'a comment behind the ;', told: /ORA-00911/, places: append(session, '; -- note') },
  { name: '/ on a line of a comment', told: list, places: swap(/^BEGIN$/gm, 'BEGIN\n/* \n/\n */') },
  { name: '/ on a line of a string', told: list, places: insideStrings('oracle', '\n/\n') },
  { name: '. on a line of a string', told: /only \./, places: insideStrings('oracle', '\n.\n') },
  { name: '. on a line of its own', told: /only \./, places: swap(/^BEGIN$/gm, 'BEGIN\n.') },
  { name: '# at a line start', told: command, places: insideStrings('oracle', '\n#x') },
  { name: '@ at a line start', told: command, places: insideStrings('oracle', '\n  @other.sql\n') },
  {
    name: 'a blank line without SQLBLANKLINES',
    told: /blank line ends/,
    places: both(drop(/^SET SQLBLANKLINES ON\n/gm), swap(/^ALTER SESSION SET /gm, 'ALTER SESSION SET\n\n')),
  },
  {
    name: '& in a string, without DEFINE OFF',
    told: /substitutes &/,
    places: both(drop(/^SET DEFINE OFF\n/gm), insideStrings('oracle', 'R&D')),
  },
  {
    name: '& in a comment, without DEFINE OFF',
    told: /substitutes &/,
    places: both(drop(/^SET DEFINE OFF\n/gm), insertLine('oracle', '-- R&D')),
  },
  { name: 'a setting is dropped', told: list, places: drop(/^SET \w+ (?:ON|OFF)\n/gm) },
  { name: 'WHENEVER SQLERROR is dropped', told: /goes on after errors/, places: drop(/^WHENEVER SQLERROR .*\n/gm) },
  { name: 'WHENEVER OSERROR is dropped', told: list, places: drop(/^WHENEVER OSERROR .*\n/gm) },
  {
    name: 'WHENEVER SQLERROR CONTINUE',
    told: /goes on after errors/,
    places: swap(/^WHENEVER SQLERROR .*$/gm, 'WHENEVER SQLERROR CONTINUE ROLLBACK'),
  },
  {
    name: 'EXIT SQL.SQLCODE',
    told: /one byte/,
    places: swap(/\bEXIT (?:FAILURE|SUCCESS)/g, 'EXIT SQL.SQLCODE'),
  },
  { name: 'EXIT is dropped', told: /no EXIT/, places: drop(/^EXIT .*\n/gm) },
  { name: 'a bare EXIT', told: /commits what is left/, places: swap(/^EXIT .*$/gm, 'EXIT') },
  { name: 'a line that ends in a hyphen', told: /continued/, places: append(/./, ' -') },
  { name: 'a line that is too long', told: /no line over/, places: append(/./, ` -- ${'x'.repeat(2500)}`) },
  { name: 'bytes that make a line too long', told: /no line over/, places: append(/./, ` -- ${'ä'.repeat(1300)}`) },
  { name: '; at a line end within a string', told: /; at the line end/, places: swap(text, '$1a;\n$2') },
  { name: '; at a line end within a comment', told: /; at the line end/, places: append(session, ' -- note;') },
  { name: 'a comment without its space', told: /space after/, places: insertLine('oracle', '/*note*/') },
  { name: 'a comment that is never closed', told: listOr(open), places: insertLine('oracle', '/* note') },
  { name: 'a string that is never closed', told: listOr(open), places: unclose('oracle') },
  { name: 'END is dropped', told: grammar, places: drop(/^END;\n/gm) },
  { name: 'END IF is dropped', told: grammar, places: drop(/^ *END IF;\n/gm) },
  { name: 'EXCEPTION is dropped', told: list, places: drop(/^EXCEPTION WHEN OTHERS THEN\n/gm) },
  { name: 'a unit loses its own semicolon', told: list, places: swap(/\bend;(?='|\]')/g, 'end') },
  { name: 'a block is left out', told: list, places: drop(/^(?:DECLARE|BEGIN)\n[\s\S]*?\nEND;\n\/\n/gm) },
  { name: 'an unknown command', told: /SP2-0734/, places: swap(/^\/$/gm, '/\nGO') },
];
