/** Values as JSON text, refusing what JSON would silently change. */

import type { Column } from '../schema/column.ts';
import { unrepresentable } from './unrepresentable.ts';

/** JSON text of a value, keys in the order given. */
export function jsonText(value: unknown): string {
  checkJson(value, '$');
  return JSON.stringify(value);
}

/** Refuses what is no JSON, and escapes of what no engine keeps as text. */
export function checkJsonText(text: string, column: Column | undefined): void {
  const check = (part: string): void => {
    if (/\0|\p{Surrogate}/u.test(part)) {
      throw unrepresentable('JSON text that holds NUL or half a character', undefined, column);
    }
  };
  try {
    JSON.parse(text, (key: string, value: unknown) => {
      check(key);
      if (typeof value === 'string') check(value);
      return value;
    });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw unrepresentable('text that is not JSON', 'give the value itself or JSON text', column);
  }
}

export function isPlainObject(value: object): boolean {
  const parent = Object.getPrototypeOf(value);
  return parent === null || Object.getPrototypeOf(parent) === null;
}

function checkJson(value: unknown, path: string): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    if (/\0|\p{Surrogate}/u.test(value)) throw unrepresentable(`JSON text at ${path} holds NUL or half a character`);
    return;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw unrepresentable(`${value} at ${path} has no JSON spelling`);
    return;
  }
  if (typeof value !== 'object') throw unrepresentable(`${typeof value} at ${path} has no JSON spelling`);
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    checkJson(value.toJSON(''), path);
    return;
  }
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) checkJson(item, `${path}[${at}]`);
    return;
  }
  if (!isPlainObject(value)) throw unrepresentable(`an object of class ${value.constructor.name} at ${path}`);
  for (const [key, item] of Object.entries(value)) {
    checkJson(key, `${path}.(key)`);
    if (item !== undefined) checkJson(item, `${path}.${key}`);
  }
}
