/** What a text of migrator.toml may be: one check a sort of value. */

import { posix } from 'node:path';
import { type DialectName, versionNumbers } from '../dialect/names.ts';
import { nearest } from '../nearest.ts';
import { tokens } from './keys/migrator.ts';
import type { Check } from './table.ts';

const unprintable = /[\p{Cc}\p{Surrogate}\u2028-\u202e\u2066-\u2069\ufeff]/u;

const shown = (text: string): string => JSON.stringify(text);

/** A path that stays inside the project. */
export const insidePath: Check = (text) => {
  if (text.trim() === '') return 'is empty';
  if (unprintable.test(text)) return `${shown(text)} holds a control character or a line break`;
  if (text.includes('\\')) return `${shown(text)} holds a backslash`;
  if (text.startsWith('/') || /^[A-Za-z]:/.test(text)) return `${shown(text)} is an absolute path`;
  if (text.startsWith('~')) return `${shown(text)} starts with ~, which nothing expands`;
  return leaves(text) ? `${shown(text)} leaves the project` : undefined;
};

function leaves(path: string): boolean {
  const plain = posix.normalize(path);
  return plain === '..' || plain.startsWith('../');
}

/** As knex compares it with the end of a file's name. */
export const extension: Check = (text) =>
  /^\.\w+$/.test(text) ? undefined : `${shown(text)} is not the ending of a file name, such as ".js"`;

/** `a//b/./c/` is `a/b/c`. */
export function plainPath(path: string): string {
  return posix.normalize(path).replace(/(?<=.)\/+$/, '');
}

/** knex writes it as it is. */
export const charsetName: Check = (text) =>
  /^\w+$/.test(text) ? undefined : `${shown(text)} is not a name such as "utf8mb4"`;

/** A schema or a table of the database. */
export const objectName: Check = (text) => {
  if (text === '') return 'is empty';
  if (text !== text.trim()) return `${shown(text)} starts or ends with a blank`;
  if (unprintable.test(text)) return `${shown(text)} holds a control character or a line break`;
  const bad = /["'`[\];\\]|\*\/|\/\*|--/.exec(text);
  if (bad !== null) return `${shown(text)} holds ${bad[0]}`;
  if (Buffer.byteLength(text) > 128) return `${shown(text)} is longer than any database allows`;
  return text.includes('.')
    ? { wrong: `${shown(text)} holds a dot`, hint: 'a schema has a key of its own' }
    : undefined;
};

/** A service of Oracle may have dots in its name. */
export const databaseName: Check = (text) => {
  const fault = objectName(text.replaceAll('.', ''));
  return fault === undefined || text === '' ? fault : objectName(text);
};

/** Not repeated: it may hold a password. */
export const address: Check = (text) =>
  /^[a-z]+:\/\/\S+$/i.test(text) ? undefined : 'that is not the address of a server';

/** A product newer than any that is known is none of our business; a number that it cannot have is. */
export const serverVersion =
  (dialect: DialectName | undefined): Check =>
  (text) => {
    if (!/^\d{1,6}(\.\d{1,6}){0,3}$/.test(text)) return `${shown(text)} is not a version number`;
    if (dialect === undefined) return undefined;
    const { least, most, without, such } = versionNumbers[dialect];
    const first = Number.parseInt(text, 10);
    const isPassedOver = without !== undefined && first >= without[0] && first <= without[1];
    if (first >= least && first <= most && !isPassedOver) return undefined;
    return { wrong: `${shown(text)} is no version of ${dialect}`, hint: `a version is such as ${shown(such)}` };
  };

const durations: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000 };
const durationText = /^([1-9]\d{0,9})\s*(ms|s|min)$/;

/** `500ms`, `10s`, `2min` */
export const duration: Check = (text) =>
  durationText.test(text) ? undefined : `${shown(text)} is not a time such as "500ms", "10s" or "2min"`;

/** Of a text that `duration` lets pass. */
export function millisecondsOf(text: string): number {
  const [, number = '', unit = ''] = durationText.exec(text) ?? [];
  return Number(number) * (durations[unit] ?? 1);
}

export const oneLine: Check = (text) => {
  if (text.trim() === '') return 'is empty';
  return unprintable.test(text) ? `${shown(text)} holds a control character or a line break` : undefined;
};

export const someWords: Check = (text) => (/\S/.test(text) ? undefined : 'is empty');

export const timeZone: Check = (text) => {
  const fault = `${shown(text)} is not a time zone`;
  if (!/^[A-Za-z][\w+/-]*$/.test(text)) return fault;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return undefined;
  } catch {
    const near = nearest(text, Intl.supportedValuesOf('timeZone'));
    return near === undefined ? fault : { wrong: fault, hint: `did you mean "${near}"?` };
  }
};

export function fileTemplate(recursive: boolean): Check {
  return (text) => {
    const fault = insidePath(text);
    if (fault !== undefined) return fault;
    const plain = text.replaceAll('%%', '');
    for (const [whole, token] of plain.matchAll(/%(?:\((\w*)\)\d*(?:\.\d+)?[a-zA-Z])?/g)) {
      if (token === undefined) return `${shown(text)} holds ${shown(whole)} without a token; %% stands for one`;
      if (tokens.includes(token as (typeof tokens)[number])) continue;
      const near = nearest(token, tokens);
      const wrong = `${shown(text)} has an unknown token %(${token})s`;
      return near === undefined ? wrong : { wrong, hint: `did you mean %(${near})s?` };
    }
    if (!/%\((rev|slug)\)/.test(plain))
      return `${shown(text)} has neither %(rev)s nor %(slug)s: all files would be one`;
    if (!text.includes('/') || recursive) return undefined;
    return { wrong: `${shown(text)} writes into folders that are not read`, hint: 'add recursive = true' };
  };
}

/** A name out of a list; `others` are what people call the same. */
export function oneOf(known: readonly string[], others: Readonly<Record<string, string>> = {}): Check {
  return (text) => {
    if (known.includes(text)) return undefined;
    const near = Object.hasOwn(others, text.toLowerCase()) ? others[text.toLowerCase()] : nearest(text, known);
    const list = `allowed: ${known.map(shown).join(', ')}`;
    return {
      wrong: `${shown(text)} is not known`,
      hint: near === undefined ? list : `did you mean "${near}"? ${list}`,
    };
  };
}
