/** A statement's text, tidied or read back from its temporary file. */

import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { Spooled, Statement, Text } from '../dialect/statement.ts';
import { tidy } from './format.ts';

/** One for all that is read: nothing of it is kept between two reads. */
const buffer = Buffer.allocUnsafe(65_536);

/** May be walked more than once; nothing is read or tidied before that. */
export function statementText(statement: Statement, language: string): Iterable<string> {
  const { sql, sort } = statement;
  if (typeof sql !== 'string' || sort !== 'schema') return rawText(sql);
  return {
    *[Symbol.iterator]() {
      yield tidied(statement, sql, language);
    },
  };
}

/** May be walked more than once. */
export function rawText(sql: Text): Iterable<string> {
  return typeof sql === 'string' ? [sql] : { [Symbol.iterator]: () => spooled(sql) };
}

const known = new WeakMap<Statement, string>();

/** A statement stands in the script and once more in the file of its step. */
function tidied(statement: Statement, sql: string, language: string): string {
  const text = known.get(statement) ?? tidy(sql, language);
  known.set(statement, text);
  return text;
}

function* spooled({ file, start, end }: Spooled): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    for (let position = start; position < end; ) {
      const size = readSync(handle, buffer, 0, Math.min(buffer.length, end - position), position);
      if (size === 0) throw new Error(`${file} ends at ${position}, before ${end}`);
      position += size;
      yield decoder.write(buffer.subarray(0, size));
    }
    yield decoder.end();
  } finally {
    closeSync(handle);
  }
}
