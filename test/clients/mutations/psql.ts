import {
  append,
  beforeWords,
  drop,
  insertLine,
  insideStrings,
  list,
  listOr,
  type Mutation,
  open,
  swap,
  unclose,
} from './mutation.ts';

const middle = /middle of a statement/;
const further = /reads no further/;
const foreign = ['\\i other.sql', '\\c other', '\\! ls', '\\copy item from stdin', '\\gexec', '\\crosstabview'];

export const psqlMutations: readonly Mutation[] = [
  { name: 'ON_ERROR_STOP is dropped', told: /goes on after errors/, places: drop(/^\\set ON_ERROR_STOP on\n/gm) },
  {
    name: 'ON_ERROR_STOP is off',
    told: /goes on after errors/,
    places: swap(/^\\set ON_ERROR_STOP on$/gm, () => '\\set ON_ERROR_STOP off'),
  },
  { name: '\\endif is dropped', told: /has no \\endif/, places: drop(/^\\endif\n/gm) },
  { name: '\\if is dropped', told: /has no \\if/, places: drop(/^\\if .*\n/gm) },
  { name: '\\else after \\else', told: /has no \\if/, places: append(/^\\else$/, '\n\\else') },
  {
    name: 'a condition of something unset',
    told: /nothing has set/,
    places: swap(/^\\if :.*$/gm, () => '\\if :unset'),
  },
  { name: '\\quit', told: further, places: insertLine('postgresql', '\\quit', /^(?:BEGIN|COMMIT|CREATE)\b/) },
  { name: '\\quit with a status', told: further, places: swap(/^\\quit$/gm, () => '\\quit 3') },
  { name: '\\q in a statement', told: middle, places: beforeWords('postgresql', '\\q\n') },
  { name: '\\gset is dropped', told: list, places: swap(/ \\gset$/gm, ';') },
  ...foreign.map((line) => ({ name: line, told: /has no use for/, places: insertLine('postgresql', line) })),
  { name: 'a variable', told: /value of a variable/, places: beforeWords('postgresql', ':name ') },
  { name: "a variable's literal", told: /value of a variable/, places: beforeWords('postgresql', ":'name' ") },
  { name: "a variable's name", told: /value of a variable/, places: beforeWords('postgresql', ':"name" ') },
  { name: 'a string that is never closed', told: listOr(open), places: unclose('postgresql') },
  { name: 'a name that is never closed', told: listOr(open), places: unclose('postgresql', 'name') },
  { name: 'a body that is never closed', told: listOr(open), places: drop(/^\$migrator\$;\n/gm) },
  { name: 'a quote more', told: listOr(open), places: insideStrings('postgresql', "'", /^'/) },
  { name: 'a comment that is never closed', told: open, places: insertLine('postgresql', '/* note') },
  { name: 'a comment in a comment, closed once', told: open, places: insertLine('postgresql', '/* a /* b */') },
  { name: 'a comment in the middle', told: list, places: beforeWords('postgresql', '-- ') },
  { name: 'a ; is dropped', told: listOr(/has no ;/), places: swap(/;$/gm, '') },
  { name: 'a ; in the middle', told: list, places: beforeWords('postgresql', '; ') },
  { name: 'a bracket that is never closed', told: listOr(/has no ;/), places: beforeWords('postgresql', '( ') },
  { name: 'BEGIN is dropped', told: list, places: drop(/^BEGIN;\n/gm) },
  { name: 'COMMIT is dropped', told: list, places: drop(/^COMMIT;\n/gm) },
  { name: 'an \\echo that is never closed', told: /end on its line/, places: swap(/'$(?<=^\\echo .*)/gm, '') },
];
