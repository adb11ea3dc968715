/** SQLite's kinds of columns. */
import {
  canonical,
  choice,
  clock,
  day,
  decimal,
  given,
  jsonSample,
  type Kind,
  moment,
  numberText,
  trimmed,
  truth,
  unhex,
  uuid,
} from './kind.ts';

const textRead = 'hex(value)';
/** The shell's own function: printing rounds once more. */
const double = 'hex(ieee754_to_blob(value))';

/** A double, bit by bit. */
function bits(value: number): string {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleBE(value);
  return buffer.toString('hex').toUpperCase();
}

const texts = (sqlType: string, word: string, most: number): Kind => ({
  word,
  sqlType,
  read: textRead,
  show: unhex,
  make: (random) => {
    const value = random.text(most);
    return { value, kept: value };
  },
});

const point = (sqlType: string, digits: number): Kind => ({
  word: 'timestamp',
  sqlType,
  read: 'value',
  show: trimmed,
  make: (random) => {
    const { value, kept } = moment(random, 1, 9998, digits);
    return { value, kept: trimmed(kept!) };
  },
});

export const sqliteKinds: readonly Kind[] = [
  texts('text', 'text', 40),
  texts('varchar(255)', 'varchar', 20),
  {
    word: 'integer',
    sqlType: 'integer',
    read: 'value',
    make: (random) => {
      const value = random.whole(64);
      return { value: given(random, value), kept: String(value) };
    },
  },
  {
    word: 'biginteger',
    sqlType: 'bigint',
    read: 'value',
    make: (random) => {
      const value = random.whole(40);
      return { value: given(random, value), kept: String(value) };
    },
  },
  {
    word: 'double',
    sqlType: 'float',
    read: double,
    make: (random) => {
      const value = random.double() + 0;
      return { value: random.flip() ? value : numberText(value), kept: bits(value) };
    },
  },
  {
    word: 'decimal',
    sqlType: 'float',
    read: double,
    make: (random) => {
      const { value, kept } = decimal(random, 8, 6);
      return { value, kept: bits(Number(kept) + 0) };
    },
  },
  { word: 'boolean', sqlType: 'boolean', read: 'value', make: (random) => truth(random, '1', '0') },
  { word: 'date', sqlType: 'date', read: 'value', make: (random) => day(random, 1, 9999) },
  point('datetime', 0),
  point('datetime', 3),
  point('datetime', 6),
  {
    word: 'time',
    sqlType: 'time',
    read: 'value',
    show: trimmed,
    make: (random) => {
      const { value, kept } = clock(random, 6);
      return { value, kept: trimmed(kept!) };
    },
  },
  { word: 'json', sqlType: 'json', read: textRead, show: (cell) => canonical(unhex(cell)), make: jsonSample },
  { word: 'uuid', sqlType: 'char(36)', read: 'value', make: uuid },
  {
    word: 'binary',
    sqlType: 'blob',
    read: 'typeof(value) || lower(hex(value))',
    make: (random) => {
      const value = random.bytes(40);
      return { value, kept: `blob${value.toString('hex')}` };
    },
  },
  choice('text', 'value'),
];
