/** The `[revision."NAME"]` tables: what the author says of revisions outside of their files. */

import { type DialectName, dialectNames } from '../dialect/names.ts';
import type { Place } from '../errors.ts';
import { oneOf, someWords } from './checks.ts';
import { answerSection, revisionSection } from './keys/revision.ts';
import type { DeclaredAnswer, Saying } from './project.ts';
import { addFault, flagOf, isTable, openTable, type Page, show, tablesOf, textOf, wrongValue } from './table.ts';

export function readSayings(page: Page, value: unknown): readonly Saying[] {
  if (value === undefined) return [];
  if (!isTable(value)) {
    const hint = `write ${revisionSection.header}`;
    addFault(page, 'wrong-type', ['revision'], 'revision holds no tables', { hint, at: 'key' });
    return [];
  }
  return Object.entries(value).flatMap(([name, one]) => readSaying(page, name, one) ?? []);
}

function readSaying(page: Page, name: string, value: unknown): Saying | undefined {
  const path = ['revision', name];
  const table = openTable(page, path, value, revisionSection);
  if (table === undefined) return undefined;
  const dataLoss = textOf(table, 'data_loss', someWords)?.trim();
  const acceptsReads = textOf(table, 'accepts_reads', someWords)?.trim();
  const onlineOnly = textOf(table, 'online_only', someWords)?.trim();
  const rowsOnly = flagOf(table, 'rows_only');
  const answers = (tablesOf(table, 'answers') ?? []).flatMap(
    (one, at) => readAnswer(page, [...path, 'answers', at], one) ?? [],
  );
  if (onlineOnly === undefined && rowsOnly === true) {
    const hint = 'add online_only = "…", or take it out';
    wrongValue(table, ['rows_only'], 'says something of what is done online, and online_only is missing', hint);
  }
  if (onlineOnly !== undefined && answers.length > 0) {
    const hint = 'leave one of them out';
    wrongValue(table, ['answers'], 'are never asked for: the revision is not run, because of online_only', hint);
  }
  return {
    name,
    ...(dataLoss === undefined ? {} : { dataLoss }),
    ...(acceptsReads === undefined ? {} : { acceptsReads }),
    ...(onlineOnly === undefined ? {} : { onlineOnly }),
    ...(rowsOnly ? { rowsOnly } : {}),
    answers,
    place: placeOf(page, path),
  };
}

function readAnswer(page: Page, path: readonly (string | number)[], value: unknown): DeclaredAnswer | undefined {
  const table = openTable(page, path, value, answerSection);
  if (table === undefined) return undefined;
  const asked = textOf(table, 'asked', someWords);
  const rows = tablesOf(table, 'rows');
  const direction = (textOf(table, 'direction', oneOf(['up', 'down'])) ?? 'up') as DeclaredAnswer['direction'];
  const dialect = textOf(table, 'dialect', oneOf(dialectNames)) as DialectName | undefined;
  const has = { rows: table.values.rows !== undefined, value: table.values.value !== undefined };
  if (has.rows === has.value) {
    const wrong = has.rows ? 'has both rows and value' : 'has neither rows nor value';
    const hint = 'give rows = [ { … } ], or value = … for what the call comes to as it is';
    addFault(page, 'bad-value', path, `${show(path)} ${wrong}`, { hint, at: 'key' });
  }
  if (asked === undefined) return undefined;
  return {
    asked,
    ...(rows === undefined ? {} : { rows }),
    ...(has.value ? { value: { is: table.values.value } } : {}),
    direction,
    ...(dialect === undefined ? {} : { dialect }),
    place: placeOf(page, path),
  };
}

function placeOf(page: Page, path: readonly (string | number)[]): Place {
  return { file: page.file, ...page.locator.key(path) };
}
