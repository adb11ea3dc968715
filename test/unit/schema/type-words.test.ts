import { expect, test } from 'vitest';
import { namesType, speaksOfType, withRenamedType } from '../../../src/schema/type-words.ts';

const mood = { name: 'mood' };

test.each([
  ["a::mood = 'sad'", true],
  ['a :: public . "mood"', true],
  ["mood 'sad'", true],
  ['cast(coalesce(a, (b)) as mood)', true],
  ['array[]::MOOD[]', true],
  ['(a int) returns setof mood', true],
  ["'::mood'", false],
  ['-- ::mood', false],
  ['a::"Mood"', false],
  ['mood = b::moody', false],
  ['(select a as mood)', false],
  ['mood', false],
])('%s speaks of the type: %s', (sql, speaks) => {
  expect(speaksOfType(sql, mood)).toBe(speaks);
});

test('a type of another schema is another type', () => {
  expect(speaksOfType('a::shop.mood', { schema: 'crm', name: 'mood' })).toBe(false);
  expect(speaksOfType('a::crm.mood', { schema: 'crm', name: 'mood' })).toBe(true);
});

test('its new name stands wherever the type stood, and in quotes where it needs them', () => {
  expect(withRenamedType(`mood::mood || "mood"::"mood" || '::mood'`, mood, 'Feeling')).toBe(
    `mood::"Feeling" || "mood"::"Feeling" || '::mood'`,
  );
  expect(withRenamedType('cast(mood as crm.mood)', mood, 'felt')).toBe('cast(mood as crm.felt)');
});

test.each([
  ['(integer, mood)', true],
  ["(said mood = 'sad')", true],
  ['(mood[])', true],
  ['(mood text)', false],
  ['(integer, moody)', false],
])('%s has an argument of the type: %s', (list, has) => {
  expect(namesType(list, mood)).toBe(has);
});
