/** MariaDB's kinds of columns. */
import {
  canonical,
  choice,
  choices,
  clock,
  day,
  decimal,
  given,
  jsonSample,
  type Kind,
  moment,
  numberText,
  truth,
  unhex,
  uuid,
} from './kind.ts';

const whole = (word: string, sqlType: string, bits: number, unsigned?: true): Kind => ({
  word,
  sqlType,
  ...(unsigned && { unsigned }),
  read: 'value',
  make: (random) => {
    const value = random.whole(bits, !unsigned);
    return { value: given(random, value), kept: String(value) };
  },
});

const float = (sqlType: string, read: string, round: (value: number) => number): Kind => ({
  word: 'double',
  sqlType,
  read,
  show: (cell) => numberText(round(Number(cell))),
  make: (random) => {
    const drawn = random.below(50) === 0 ? -0 : round(random.double());
    const value = Number.isFinite(drawn) ? drawn : 1;
    return { value: random.flip() ? value : numberText(value), kept: numberText(value + 0) };
  },
});

const texts = (sqlType: string, word: string, most: number): Kind => ({
  word,
  sqlType,
  read: 'hex(value)',
  show: unhex,
  make: (random) => {
    const value = random.text(most);
    return { value, kept: value };
  },
});

const bytes = (sqlType: string, most: number, least = 0): Kind => ({
  word: 'binary',
  sqlType,
  read: 'lower(hex(value))',
  make: (random) => {
    const value = random.bytes(most, least);
    return { value, kept: value.toString('hex') };
  },
});

const point = (sqlType: string, digits: number, first: number, last: number): Kind => ({
  word: 'timestamp',
  sqlType,
  read: 'cast(value as char)',
  make: (random) => moment(random, first, last, digits),
});

export const mariadbKinds: readonly Kind[] = [
  texts('longtext', 'text', 40),
  texts('varchar(12)', 'varchar', 12),
  texts('tinytext', 'text', 40),
  whole('tinyint', 'tinyint', 8),
  whole('tinyint', 'tinyint', 8, true),
  whole('smallint', 'smallint', 16),
  whole('mediumint', 'mediumint', 24, true),
  whole('integer', 'int', 32),
  whole('integer', 'int unsigned', 32, true),
  whole('biginteger', 'bigint', 64),
  whole('biginteger', 'bigint', 64, true),
  { word: 'decimal', sqlType: 'decimal(20, 6)', read: 'value', make: (random) => decimal(random, 14, 6) },
  { word: 'decimal', sqlType: 'decimal(65, 30)', read: 'value', make: (random) => decimal(random, 35, 30) },
  float('double', 'cast(value as char)', (value) => value),
  float('float', 'cast(value + 0e0 as char)', Math.fround),
  { word: 'boolean', sqlType: 'boolean', read: 'value', make: (random) => truth(random, '1', '0') },
  { word: 'date', sqlType: 'date', read: 'cast(value as char)', make: (random) => day(random, 1, 9999) },
  point('datetime', 0, 1, 9998),
  point('datetime(3)', 3, 1, 9998),
  point('datetime(6)', 6, 1, 9998),
  point('timestamp(6) null', 6, 1970, 2037),
  { word: 'time', sqlType: 'time(6)', read: 'cast(value as char)', make: (random) => clock(random, 6) },
  { word: 'json', sqlType: 'json', read: 'hex(value)', show: (cell) => canonical(unhex(cell)), make: jsonSample },
  { word: 'uuid', sqlType: 'char(36)', read: 'value', make: uuid },
  {
    word: 'uuid',
    sqlType: 'uuid',
    read: 'value',
    make: (random) => {
      // The type asks for the variant of RFC 9562 where the version is above 5.
      const kept = uuid(random).kept!.replace(/^(.{14}).(.{4})./, '$14$2a');
      return { value: kept, kept };
    },
  },
  {
    word: 'uuid',
    sqlType: 'binary(16)',
    read: 'lower(hex(value))',
    make: (random) => {
      const { value, kept } = uuid(random);
      return { value, kept: kept!.replaceAll('-', '') };
    },
  },
  bytes('longblob', 40),
  bytes('varbinary(20)', 20),
  bytes('binary(5)', 5, 5),
  {
    word: 'specificType',
    sqlType: 'bit(12)',
    read: 'value + 0',
    make: (random) => {
      const number = random.below(4096);
      return { value: random.flip() ? number : number.toString(2), kept: String(number) };
    },
  },
  choice(`enum(${choices})`, 'value'),
];
