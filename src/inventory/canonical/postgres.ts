/** How PostgreSQL keeps what it is told. */

import type { Column } from '../../schema/column.ts';
import type { Accent, Family } from './accent.ts';
import { partsOf, plainType } from './type.ts';

const lexis = { backslash: false, caseless: false } as const;

/** https://www.postgresql.org/docs/current/datatype.html#DATATYPE-TABLE */
const names: Readonly<Record<string, string>> = {
  int: 'integer',
  int4: 'integer',
  int2: 'smallint',
  int8: 'bigint',
  serial: 'integer',
  serial4: 'integer',
  bigserial: 'bigint',
  serial8: 'bigint',
  smallserial: 'smallint',
  serial2: 'smallint',
  varchar: 'character varying',
  'char varying': 'character varying',
  char: 'character',
  bpchar: 'character',
  bool: 'boolean',
  decimal: 'numeric',
  dec: 'numeric',
  float4: 'real',
  float8: 'double precision',
  float: 'double precision',
  varbit: 'bit varying',
};

/** Words that are nothing but types. */
const typeWords: readonly string[] = [
  'int',
  'int4',
  'int2',
  'int8',
  'bool',
  'varchar',
  'bpchar',
  'float4',
  'float8',
  'decimal',
];

const families: readonly (readonly [RegExp, Family])[] = [
  [/\]$/, 'other'],
  [/^(?:smallint|integer|bigint|numeric)/, 'number'],
  [/^double precision/, 'double'],
  [/^real/, 'single'],
  [/^character|^text/, 'text'],
  [/^boolean/, 'boolean'],
  [/^(?:timestamp|date)/, 'moment'],
  [/^time/, 'time'],
  [/^interval/, 'span'],
  [/^jsonb/, 'json'],
  [/^uuid/, 'uuid'],
];

/** `timestamptz(3)` is `timestamp(3) with time zone`; 6 digits are usual. */
function momentType(base: string, args: string, rest: string): string | undefined {
  const [, kind, zoned] = /^(timestamp|time)(tz)?$/.exec(base) ?? [];
  if (kind === undefined) return undefined;
  const zone = zoned !== undefined || rest === 'with time zone' ? 'with time zone' : 'without time zone';
  return `${kind}${args === '(6)' ? '' : args} ${zone}`;
}

function element(plain: string): string {
  const zone = /^(\w+) (with(?:out)? time zone)$/.exec(plain);
  const { base, args, rest } = zone === null ? partsOf(plain) : { base: zone[1]!, args: '', rest: zone[2]! };
  const moment = momentType(base, args, rest);
  if (moment !== undefined) return moment;
  const usual = Object.hasOwn(names, base) ? names[base]! : base;
  if (usual === 'numeric' && /^\(\d+\)$/.test(args)) return `numeric${args.replace(')', ',0)')}${rest}`;
  if (usual === 'character' && args === '') return `character(1)${rest}`;
  if (base === 'float' && args !== '') return Number(args.slice(1, -1)) <= 24 ? 'real' : 'double precision';
  return `${usual}${args}${rest === '' ? '' : ` ${rest}`}`;
}

/** Nobody minds how many dimensions an array is said to have, or how long it is: https://www.postgresql.org/docs/current/arrays.html#ARRAYS-DECLARATION */
const dimensions = /(?: array(?:\[\d+\])?|(?:\[\d*\])+)$/;

/** The engine's own type of one byte, which its quotes alone tell from `char`: https://www.postgresql.org/docs/current/datatype-character.html#DATATYPE-CHARACTER-SPECIAL-TABLE */
const oneByte = /^\s*(?:pg_catalog\.)?"char"/;

function type({ sqlType }: Pick<Column, 'sqlType'>): string {
  const plain = plainType(sqlType, lexis);
  const bare = plain.replace(dimensions, '');
  return `${oneByte.test(sqlType) ? '"char"' : element(bare)}${bare === plain ? '' : '[]'}`;
}

export const postgresAccent: Accent = {
  lexis,
  habits: {
    addsCasts: true,
    synonyms: {},
  },
  type,
  family: (of) => families.find(([shape]) => shape.test(of))?.[1] ?? 'other',
  numbered: ({ autoIncrement, sqlType }) => autoIncrement || /^(?:small|big)?serial[248]?$/i.test(sqlType.trim()),
  checksEnums: 'unless native',
  inventedName: ({ kind, name = '' }) =>
    (kind === 'primary' && /_pkey\d*$/.test(name)) || (kind === 'check' && /_check\d*$/.test(name)),
  uniqueIsIndex: false,
  comments: true,
  noAction: ['no action'],
  indexesForeignKeys: false,
  nullsLast: true,
  usualMethod: (method) => method === 'btree',
  options: (options) => options,
  tellsIndexStorage: true,
  identityIsNumbering: false,
  numbers: () => true,
  sequence: { most: '9223372036854775807', cache: '1' },
  code: (tokens) => tokens.replace(/\w+/g, (word) => (typeWords.includes(word) ? (names[word] ?? word) : word)),
  role: (name) => (name.toLowerCase() === 'public' ? 'public' : name),
  everyPrivilege: {
    table: ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'],
    sequence: ['usage', 'select', 'update'],
    schema: ['create', 'usage'],
    database: ['create', 'connect', 'temporary'],
  },
};
