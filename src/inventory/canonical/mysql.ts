/** How MySQL and MariaDB keep what they are told. */

import { isKeyed as leadsKey } from '../../dialect/mysql/definition.ts';
import type { CharacterOptions, Column } from '../../schema/column.ts';
import type { Partitioning } from '../../schema/table.ts';
import type { Storage } from '../../schema/table-index.ts';
import { present } from '../facts.ts';
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

/** `utf8` is short for `utf8mb3`, and what catalogs said before they said that: https://mariadb.com/kb/en/unicode/ */
const spelled = (characters: string): string => characters.toLowerCase().replace(/^utf8(?=_|$)/, 'utf8mb3');

function otherThan(usual: string | undefined, given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  return usual !== undefined && spelled(given) === spelled(usual) ? undefined : spelled(given);
}

/** What is named, or what the named character set is sorted by. */
function collationIn({ charset, collate }: CharacterOptions, { collations = {} }: Usual): string | undefined {
  if (collate !== undefined || charset === undefined) return collate;
  return Object.entries(collations).find(([name]) => spelled(name) === spelled(charset))?.[1];
}

/** What is as usual in this database says nothing; a character set is what its collation is called after. */
function options(given: Storage, usual: Usual): Storage {
  const low = Object.entries(given).map(([key, value]) => [key.toLowerCase(), String(value).toLowerCase()] as const);
  const { engine, charset, collate: said, partitioned: _, ...rest } = Object.fromEntries(low);
  const collate = collationIn(present({ charset, collate: said }), usual);
  return {
    ...rest,
    ...present({
      engine: engine === usual.engine?.toLowerCase() ? undefined : engine,
      charset: collate === undefined && charset !== usual.charset ? charset : undefined,
      collate: otherThan(usual.collation, collate),
    }),
  };
}

/** What a column of text took from its table when it was made, and its table says no more. */
function sortedLike(column: Column, usual: Usual): string | undefined {
  const under = column.madeUnder;
  if (under === undefined || !/char|text|^enum|^set/.test(type(column))) return undefined;
  return collationIn(under, usual) ?? (under.charset === undefined ? usual.collation : undefined);
}

/** Of hash and key, one unless a number is said: https://dev.mysql.com/doc/refman/8.4/en/partitioning-hash.html */
function partitions({ by, partitions: named }: Partitioning): Partitioning {
  const [, way = '', count = '1'] =
    /^\s*((?:linear\s+)?(?:hash|key)\b.*?)(?:\s+partitions\s+(\d+))?\s*$/is.exec(by) ?? [];
  if (way === '') return { by, partitions: named };
  const numbered = Array.from({ length: Number(count) }, (_, at) => ({ name: `p${at}`, values: '' }));
  return { by: way, partitions: named.length === 0 ? numbered : named };
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
    collation: (column, ofTable, usual) => otherThan(ofTable, column.collation ?? sortedLike(column, usual)),
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
    partitions,
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
