/** The models of the clients that are here, beside the clients themselves: both must find the same statements in odd files. */
import { expect, test } from 'vitest';
import type { DialectName } from '../../src/dialect/names.ts';
import { models } from '../clients/model.ts';
import { describeEngines } from './describe-engines.ts';

const mark = (n: number): string => `select 'mark-${n}' as m`;
const [one, two, three] = [mark(1), mark(2), mark(3)];

const everywhere: Readonly<Record<string, string>> = {
  'semicolons in strings': `select 'a;b'; ${one}; select ';''${two};' as x;\n${three};\n`,
  'two on a line, one over lines': `${one}; ${two};\n\nselect\n'mark-3' as m\n;\n`,
  'quotes in comments': `${one} -- it's ;\n; ${two} /* isn't ; */ ;\n-- '\n${three};\n`,
};

/** psql has parentheses and bodies, mysql a delimiter, the sqlite3 shell triggers and lines that end a statement. */
const own: Readonly<Partial<Record<DialectName, Readonly<Record<string, string>>>>> = {
  postgresql: {
    'bodies in dollars': `do $x$ begin perform 1; perform 2; end $x$;\n${one};\nselect $$;$$; ${three};\n`,
    'comments in comments': `/* /* ; */ ${two}; */ ${one};\n${three};\n`,
    'a name with quotes': `select 1 as "a;"";'"; ${one};\n`,
    'escapes with a backslash': `select e'\\';${two};'; ${one};\n`,
    'no escapes without E': `select '\\'; ${one};\n`,
    'a function in standard SQL':
      'create function f() returns int language sql begin atomic; select 1; select case when true then 2 end; end;\n' +
      `${one};\n`,
    'semicolons in parentheses': `create table r (a int);\ncreate rule r as on insert to r do also (select 1; select 2);\n${one};\n`,
    'a command in a line': `\\set a 'it''s;'\n${one};\n\\if true\n${two};\n\\endif\n`,
    'results in variables': `select 1 as n \\gset\n${one};\n`,
  },
  mariadb: {
    'another delimiter': `DELIMITER //\n${one}//\nDELIMITER ;\n${two};\n`,
    'a body': `DELIMITER //\nBEGIN NOT ATOMIC DO 1; DO 2; END//\nDELIMITER ;\n${one};\n`,
    'escapes with a backslash': `select 'it\\'s;'; ${one}; select "\\";"; ${two};\n`,
    'minus minus one': `select 5--1; ${one};\n--\n${two};\n# ;'\n${three};\n`,
    'a name with quotes': `select 1 as \`a;\`\`'\`; ${one};\n`,
    'words of the client within a statement': `select 1 as\nquit\n; ${one};\nselect 'a\nexit\n'; ${two};\n`,
  },
  sqlite: {
    'a trigger': `create table t (a);\ncreate trigger g after insert on t begin\n  delete from t; select 1;\nend;\n${one};\n`,
    'a case within a trigger': `create table t (a);\ncreate temp trigger g after insert on t begin select case when 1 then 2\nend;\nend;\n${one};\n`,
    'names with quotes': `select 1 as [a;'], 2 as "b;""'", 3 as \`c;'\`; ${one};\n`,
    'lines that end a statement': `${one}\ngo\n${two}\n / \nselect 'a\ngo\n/\n';\n${three};\n`,
    'a dot within a statement': `select 1\n.5;\n${one};\n`,
    'no comments in comments': `/* /* ; */ ${one};\n`,
    'commands between statements': `.timeout 10\n${one};\n-- note\n.timeout 20\n${two};\n`,
  },
};

const marksIn = (text: string): readonly string[] => text.match(/mark-\d/g) ?? [];

describeEngines('a client and its model', ({ dialect, createDatabase }) => {
  test.each(Object.entries({ ...everywhere, ...own[dialect] }))('%s', async (_, script) => {
    const sent = models[dialect].split(script).pieces.filter(({ sql }) => /^select\s+'mark-/.test(sql));
    const ran = await (await createDatabase()).runText(script, { strict: false });
    expect(marksIn(ran.stdout), ran.stderr).toEqual(sent.flatMap(({ sql }) => marksIn(sql)));
    expect(sent.length).toBeGreaterThan(0);
  });
});
