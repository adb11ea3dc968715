import { expect, test } from 'vitest';
import { stepFile } from '../../../src/bundle/step-file.ts';
import { psql } from '../../../src/dialect/client/psql.ts';
import { postgresql } from '../../../src/dialect/postgresql.ts';
import { recordingOf, scriptOf } from '../script/made.ts';

const breaks = ['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];
const nasty = ['a', ...breaks.map((end, n) => `${end}drop table t${n};`), '\u0000\u001a;'].join('');

test('every line is a comment, whatever stands in ids, files, messages, sentences and statements', () => {
  const made = recordingOf({ id: nasty, before: [nasty], after: [nasty], message: nasty, statements: [nasty] });
  const recording = {
    ...made,
    changes: made.changes.map((change) => ({
      ...change,
      statements: change.statements.map((one) => ({ ...one, says: nasty })),
    })),
  };
  const script = scriptOf(postgresql, psql, [recording], { file: nasty });
  const text = [...stepFile([{ recording, script }])].join('');
  const lines = text.split(/[\n\r\v\f\u0085\u2028\u2029]/);
  expect(lines.pop()).toBe('');
  expect(lines.filter((line) => !/^--(?: \P{Cc}+)?$/u.test(line))).toEqual([]);
  for (const n of breaks.slice(1).keys()) expect(lines).toContain(`-- drop table t${n};`);
});
