/** Rows of a CSV file, one after another, so that a large one fits in little memory. RFC 4180, as PostgreSQL's COPY reads it. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type CsvError, parse } from 'csv-parse';
import { MigratorError } from '../errors.ts';
import { createUtf8Check } from '../utf8-check.ts';
import type { Row } from './rows.ts';

export interface CsvSource {
  /** Absolute. */
  readonly path: string;
  /** As the author named it. */
  readonly file: string;
  readonly delimiter: string;
  /** Is told the SHA-256 of the file's bytes when all of it has been read. */
  readonly read: (sum: string) => void;
}

function notUtf8({ file }: CsvSource, line: number): MigratorError {
  return new MigratorError('bad-csv', `${file} is not UTF-8`, {
    place: { file, line },
    hint: 'Save it as UTF-8; another encoding is not guessed.',
  });
}

function cannotRead(source: CsvSource, error: unknown): MigratorError {
  if (error instanceof MigratorError) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall !== undefined) {
    return new MigratorError('cannot-read', `the CSV file ${source.file} cannot be read (${code})`, {
      hint: "Its path is relative to the project's folder.",
      cause: error,
    });
  }
  const { lines, message } = error as CsvError;
  const place = { file: source.file, ...(typeof lines === 'number' ? { line: lines } : {}) };
  return new MigratorError('bad-csv', `${source.file} is not CSV: ${message}`, { place, cause: error });
}

function distinct(header: string[]): string[] {
  const twice = header.find((name, at) => header.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`two columns are called ${twice}`);
  return header;
}

/** An empty field is NULL, a quoted empty one is an empty text. */
export async function* csvRows(source: CsvSource): AsyncGenerator<Row> {
  const hash = createHash('sha256');
  const bytes = createReadStream(source.path);
  const parser = parse({
    bom: true,
    columns: distinct,
    delimiter: source.delimiter,
    skip_empty_lines: true,
    cast: (value, { quoting, header }) => (value === '' && !quoting && !header ? null : value),
  });
  const utf8 = createUtf8Check();
  const refuse = (line: number | undefined) => {
    if (line !== undefined) parser.destroy(notUtf8(source, line));
  };
  bytes.on('data', (chunk) => {
    hash.update(chunk);
    refuse(utf8.wrongLine(Buffer.from(chunk)));
  });
  bytes.on('end', () => refuse(utf8.wrongEnd()));
  bytes.on('error', (error) => parser.destroy(error));
  try {
    for await (const row of bytes.pipe(parser)) yield row as Row;
  } catch (error) {
    throw cannotRead(source, error);
  } finally {
    bytes.destroy();
  }
  source.read(hash.digest('hex'));
}
