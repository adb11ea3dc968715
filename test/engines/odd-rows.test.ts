/** Rows of a version table that nobody would see in a list: NULL, nothing, and blanks; a refusal shows them, and so does a preflight. */

import { expect, test } from 'vitest';
import { preflightText } from '../../src/script/preflight.ts';
import { data, type Made, nothingAsked, recordingOf, scriptOf } from '../unit/script/made.ts';
import { describeEngines, oneOfEachFamily } from './describe-engines.ts';
import { prepared, tools, written } from './scripts.ts';

const made: Made = {
  id: 'b2',
  before: ['a1'],
  after: ['b2'],
  statements: [data('insert into bystander (id) values (2)')],
};

const odd: readonly (readonly [rows: string, shown: RegExp])[] = [
  ["('a1'), (NULL)", /but it is at (?:a1, NULL|NULL, a1)/],
  ["('a1 ')", /but it is at \\?"a1 \\?"/],
  ["('')", /but it is at \\?"\\?"/],
];

describeEngines(
  'odd version rows',
  (engine) => {
    test.each(odd)('%s', async (rows, shown) => {
      const table = `CREATE TABLE migrator_version (version_num VARCHAR(32));\nINSERT INTO migrator_version VALUES ${rows};\n`;
      const database = await prepared(engine, table);
      const ran = await database.runText(written(engine, [made]));
      expect(ran.stdout + ran.stderr).toMatch(shown);
      expect(await database.rows('bystander')).toEqual([]);
      const [dialect, client] = tools[engine.dialect];
      const script = scriptOf(dialect, client, [recordingOf(made)], { serverVersion: engine.version });
      const asked = await database.runText([...preflightText(script, nothingAsked, 'preflight.sql')].join(''));
      expect(asked.stdout + asked.stderr).toMatch(shown);
    });
  },
  oneOfEachFamily,
);
