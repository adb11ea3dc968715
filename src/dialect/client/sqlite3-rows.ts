/** How SQLite's scripts name their own tables, and where they read the version rows. */

import type { Name } from '../../schema/name.ts';
import type { Frame } from '../client.ts';
import { type BookVoice, versionRows as rowsIn } from './book.ts';
import { doubleQuoted, quoted } from './spelling.ts';

export const quoteTable = ({ schema = 'main', name }: Name): string => `${doubleQuoted(schema)}.${doubleQuoted(name)}`;

/** The drivers for SQLite write a moment of JavaScript's as milliseconds since 1970. */
export const bookVoice: BookVoice = {
  quote: quoteTable,
  said: quoted,
  joined: (parts) => parts.join(' || '),
  column: doubleQuoted,
  now: "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)",
};

export const inMain = (frame: Frame): Frame => ({ ...frame, schema: 'main' });

export const versionRows = (frame: Frame, expected?: readonly string[]): string =>
  rowsIn(inMain(frame), bookVoice, expected);
