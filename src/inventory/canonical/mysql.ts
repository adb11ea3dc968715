/** How MySQL and MariaDB keep what they are told. */

import { isKeyed as leadsKey } from '../../dialect/mysql/definition.ts';
import type { Column, Storage } from '../../schema/table.ts';
import type { Usual } from '../inventory.ts';
import { type Expression, numberOf, textOf } from '../sql/expression.ts';
import type { Accent, Family } from './accent.ts';
import { partsOf, plainType } from './type.ts';

const lexis = { backslash: true, caseless: true } as const;

/** https://dev.mysql.com/doc/refman/8.4/en/data-types.html */
const names: Readonly<Record<string, string>> = {
  integer: 'int',
  bool: 'tinyint(1)',
  boolean: 'tinyint(1)',
  numeric: 'decimal',
  dec: 'decimal',
  fixed: 'decimal',
  real: 'double',
  'double precision': 'double',
  'character varying': 'varchar',
  character: 'char',
};

const usualArguments: Readonly<Record<string, string>> = {
  decimal: '(10,0)',
  char: '(1)',
  binary: '(1)',
  bit: '(1)',
};

const families: readonly (readonly [RegExp, Family])[] = [
  [/^(?:(?:tiny|small|medium|big)?int|decimal|(?:float|double)\(|year)/, 'number'],
  [/^double/, 'double'],
  [/^float/, 'single'],
  [/^(?:(?:var)?char|(?:tiny|medium|long)?text|enum|set)/, 'text'],
  [/^(?:timestamp|date)/, 'moment'],
  [/^time/, 'time'],
  [/^uuid/, 'uuid'],
];

/**
 * The catalog is in three-byte UTF-8, shows bytes beyond ASCII as question marks and six digits of a FLOAT:
 * https://mariadb.com/kb/en/unicode/, https://mariadb.com/kb/en/float/
 */
function told(value: Expression, type: string): Expression {
  if (/^(?:var)?binary|blob/.test(type)) return toldBytes(value);
  if (/^float/.test(type) && value.kind === 'number') return numberOf(Number(value.value).toPrecision(6));
  if (value.kind === 'cast' && value.type === 'b' && value.item.kind === 'text')
    return { ...value, item: textOf(value.item.value.replace(/^0+(?=.)/, '')) };
  return value.kind === 'text' ? textOf(value.value.replace(/[\u{10000}-\u{10ffff}]/gu, '?')) : value;
}

/** Bytes that happen to be a character are shown as that. */
function toldBytes(value: Expression): Expression {
  const isHex = value.kind === 'cast' && value.type === 'x' && value.item.kind === 'text';
  const text = isHex
    ? Buffer.from(value.item.value, 'hex').toString('latin1')
    : value.kind === 'text'
      ? value.value
      : undefined;
  return text === undefined ? value : textOf(text.replace(/[?\u0080-\u{10ffff}]+/gu, '?'));
}

/** Widths of integers are shown only, but for the one that says boolean. */
function argumentsOf(base: string, args: string): string {
  if (/^(?:tiny|small|medium|big)?int$/.test(base)) return base === 'tinyint' && args === '(1)' ? args : '';
  if (base === 'year' || args === '(0)') return '';
  if (base === 'decimal' && /^\(\d+\)$/.test(args)) return args.replace(')', ',0)');
  return args === '' ? (usualArguments[base] ?? '') : args;
}

function type({ sqlType, unsigned }: Pick<Column, 'sqlType' | 'unsigned'>): string {
  const plain = plainType(sqlType, lexis);
  if (/^(?:enum|set)\(/.test(plain)) return plain;
  const { base: given, args, rest } = partsOf(plain);
  const sign = unsigned || /\bunsigned\b/.test(plain) ? ' unsigned' : '';
  const more = rest.replace(/\b(?:(?:un)?signed|null)\b/g, '').trim();
  const usual = given.replace(/ (?:un)?signed$/, '');
  const base = Object.hasOwn(names, usual) ? names[usual]! : usual;
  return `${base}${argumentsOf(base, args)}${sign}${more === '' ? '' : ` ${more}`}`;
}

/** What is as usual in this database says nothing. */
function options(given: Storage, { engine, charset, collation }: Usual): Storage {
  const low = Object.entries(given).map(([key, value]) => [key.toLowerCase(), String(value).toLowerCase()] as const);
  const collate = low.find(([key]) => key === 'collate')?.[1];
  const kept = low.filter(
    ([key, value]) =>
      !(key === 'engine' && value === engine?.toLowerCase()) &&
      !(key === 'charset' && (value === charset || collate?.startsWith(`${value}_`) === true)) &&
      !(key === 'collate' && value === collation) &&
      key !== 'partitioned',
  );
  return Object.fromEntries(kept);
}

/** `'app'@'%'` is `app`: https://dev.mysql.com/doc/refman/8.4/en/account-names.html */
function role(name: string): string {
  const plain = name.replaceAll(/['`"]/g, '').replace(/@%?$/, '');
  return plain.toLowerCase() === 'public' ? 'public' : plain;
}

function accentOf(more: Pick<Accent, 'inventedName'>): Accent {
  return {
    lexis,
    habits: {
      addsCasts: false,
      synonyms: {
        now: 'current_timestamp',
        current_timestamp: 'current_timestamp',
        localtime: 'current_timestamp',
        localtimestamp: 'current_timestamp',
        curdate: 'current_date',
        curtime: 'current_time',
        octet_length: 'length',
        character_length: 'char_length',
        lcase: 'lower',
        ucase: 'upper',
        substr: 'substring',
        mid: 'substring',
        ceil: 'ceiling',
        power: 'pow',
      },
    },
    type,
    told,
    family: (of) => families.find(([shape]) => shape.test(of))?.[1] ?? 'other',
    collation: (column) => (/char|text|^enum|^set/.test(type(column)) ? column.madeUnder?.collate : undefined),
    numbered: ({ autoIncrement }) => autoIncrement,
    checksEnums: 'never',
    uniqueIsIndex: true,
    comments: true,
    noAction: ['no action', 'restrict'],
    indexesForeignKeys: true,
    nullsLast: false,
    /** InnoDB makes a tree of a hash index: https://mariadb.com/kb/en/storage-engine-index-types/ */
    usualMethod: (method) => method === 'btree' || method === 'hash',
    options,
    tellsIndexStorage: false,
    identityIsNumbering: true,
    numbers: leadsKey,
    sequence: { most: '9223372036854775806', cache: '1000' },
    code: (tokens) => tokens.replace(/\b((?:tiny|small|medium|big)?int) \( \d+ \)/g, '$1'),
    role,
    everyPrivilege: {
      table: [
        ...['select', 'insert', 'update', 'delete', 'create', 'drop', 'references', 'index', 'alter'],
        ...['create view', 'show view', 'trigger'],
      ],
    },
    ...more,
  };
}

export const mariadbAccent: Accent = accentOf({
  inventedName: ({ kind, name = '' }) => kind === 'primary' || (kind === 'check' && /^CONSTRAINT_\d+$/.test(name)),
});

export const mysqlAccent: Accent = accentOf({
  inventedName: ({ kind, name = '' }) => kind === 'primary' || (kind === 'check' && /_chk_\d+$/.test(name)),
});
