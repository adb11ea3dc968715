/** How SQLite keeps what it is told. */

import type { Accent } from './accent.ts';
import { plainType } from './type.ts';

const lexis = { backslash: false, caseless: true } as const;

export const sqliteAccent: Accent = {
  lexis,
  habits: { addsCasts: false, synonyms: {} },
  type: ({ sqlType }) => plainType(sqlType, lexis),
  /** By affinity: https://www.sqlite.org/datatype3.html#determination_of_column_affinity */
  family(type) {
    if (/int/.test(type)) return 'number';
    if (/char|clob|text/.test(type)) return 'text';
    if (/blob/.test(type) || type === '') return 'other';
    return /real|floa|doub/.test(type) ? 'double' : 'number';
  },
  numbered: ({ autoIncrement }) => autoIncrement,
  checksEnums: 'always',
  inventedName: ({ kind }) => kind === 'primary' || kind === 'foreign',
  uniqueIsIndex: true,
  comments: false,
  noAction: ['no action'],
  indexesForeignKeys: false,
  nullsLast: false,
  usualMethod: () => true,
  options: (options) => options,
  tellsIndexStorage: false,
  identityIsNumbering: false,
  numbers: () => true,
  sequence: { most: '', cache: '' },
  code: (tokens) => tokens,
  role: (name) => name,
  everyPrivilege: {},
};
