/** What two dashes are. */
import { expect, test } from 'vitest';
import { tokensOf } from '../../../src/dialect/tokens.ts';

const kinds = (sql: string, language: string) => tokensOf(sql, language)?.map(({ kind, text }) => `${kind} ${text}`);

test.each(['mysql', 'mariadb'])('%s: two dashes are a comment before something blank alone', (language) => {
  expect(kinds('a--1', language)).toEqual(['word a', 'mark -', 'mark -', 'number 1']);
  expect(kinds('a--b -- why', language)).toEqual(['word a', 'mark -', 'mark -', 'word b', 'comment -- why']);
  expect(kinds('a --\nb', language)).toEqual(['word a', 'comment --', 'word b']);
  expect(kinds('a --', language)).toEqual(['word a', 'comment --']);
  expect(kinds('a ---1', language)).toEqual(['word a', 'mark -', 'mark -', 'mark -', 'number 1']);
  expect(kinds('a --- why', language)).toEqual(['word a', 'mark -', 'comment -- why']);
  expect(kinds("a ->> '$.b'", language)).toEqual(['word a', 'mark ->>', "string '$.b'"]);
});

test.each(['postgresql', 'sqlite', 'transactsql', 'plsql', 'redshift'])('%s: two dashes are a comment', (language) => {
  expect(kinds('a--1', language)).toEqual(['word a', 'comment --1']);
});
