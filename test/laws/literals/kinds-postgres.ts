/** PostgreSQL's kinds of columns. */
import {
  canonical,
  choice,
  clock,
  day,
  decimal,
  given,
  instant,
  jsonSample,
  type Kind,
  moment,
  numberText,
  type Sample,
  trimmed,
  truth,
  unhex,
  uuid,
} from './kind.ts';
import type { Random } from './random.ts';

const textRead = "encode(convert_to(value::text, 'UTF8'), 'hex')";
const whole = (word: string, sqlType: string, bits: number): Kind => ({
  word,
  sqlType,
  read: 'value::text',
  make: (random) => {
    const value = random.whole(bits);
    return { value: given(random, value), kept: String(value) };
  },
});

function float(sqlType: string, round: (value: number) => number): Kind {
  const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0];
  return {
    word: 'double',
    sqlType,
    read: 'value::text',
    show: (cell) => numberText(round(Number(cell))),
    make: (random) => {
      const drawn = random.below(50) === 0 ? random.pick(special) : round(random.double());
      const value = Number.isFinite(drawn) || special.includes(drawn) ? drawn : 1;
      return { value: random.flip() ? value : numberText(value), kept: numberText(value) };
    },
  };
}

function point(sqlType: string, digits: number, read: string, years: readonly [number, number] = [1, 9998]): Kind {
  return { word: 'timestamp', sqlType, read, make: (random) => moment(random, ...years, digits) };
}

/** Days before Christ and far ahead. */
function farDay(random: Random): Sample {
  const date = [1 + random.below(12), 1 + random.below(28)].map((part) => String(part).padStart(2, '0')).join('-');
  if (random.flip()) {
    const year = 10_000 + random.below(200_000);
    return { value: `${year}-${date}`, kept: `${year}-${date}` };
  }
  const year = String(1 + random.below(4000)).padStart(4, '0');
  return { value: `${year}-${date} BC`, kept: `${year}-${date} BC` };
}

const span: Kind = {
  word: 'specificType',
  sqlType: 'interval',
  read: `extract(year from value) * 12 + extract(month from value) || '|' || extract(day from value) || '|' ||
    extract(hour from value) * 3600 + extract(minute from value) * 60 + extract(second from value)`,
  show: (cell) => cell.split('|').map(trimmed).join('|'),
  make: (random) => {
    const [y, mo, d, h, mi] = [200, 30, 5000, 900, 300].map((end) => random.below(end) - Math.floor(end / 2));
    const s = random.below(200) - 100;
    const fraction = random.digits(0, 6);
    const sign = s < 0 ? '-' : '';
    const seconds = `${s}${fraction && `.${fraction}`}`;
    const micros =
      BigInt(`${sign}${Math.abs(s)}${fraction.padEnd(6, '0')}`) + BigInt(h! * 3600 + mi! * 60) * 1_000_000n;
    const size = micros < 0n ? -micros : micros;
    const rest = String(size % 1_000_000n).padStart(6, '0');
    const total = trimmed(`${micros < 0n ? '-' : ''}${size / 1_000_000n}.${rest}`);
    const iso = `P${y}Y${mo}M${d}DT${h}H${mi}M${seconds}S`;
    const words = `${y} years ${mo} mons ${d} days ${h} hours ${mi} minutes ${seconds} seconds`;
    return { value: random.flip() ? iso : words, kept: `${y! * 12 + mo!}|${d}|${total}` };
  },
};

function bits(sqlType: string, least: number, most: number): Kind {
  return {
    word: 'specificType',
    sqlType,
    read: 'value::text',
    make: (random) => {
      const text = Array.from({ length: least + random.below(most - least + 1) }, () => random.below(2)).join('');
      const number = Number.parseInt(text, 2);
      return { value: least === most && random.flip() ? number : text, kept: text };
    },
  };
}

/** Arrays of what a member's kind makes, read as texts. */
function array(
  member: string,
  most: number,
  item: (random: Random) => readonly [value: unknown, text: string | null],
): Kind {
  return {
    word: 'specificType',
    sqlType: `${member}[]`,
    read: "encode(convert_to(to_json(value::text[])::text, 'UTF8'), 'hex')",
    show: (cell) => canonical(unhex(cell)),
    make: (random) => {
      const one = (): readonly [unknown, string | null] => (random.below(8) === 0 ? [null, null] : item(random));
      if (random.below(4) > 0) {
        const items = random.many(most, one);
        return { value: items.map(([value]) => value), kept: JSON.stringify(items.map(([, text]) => text)) };
      }
      const width = 1 + random.below(3);
      const rows = Array.from({ length: 1 + random.below(3) }, () => Array.from({ length: width }, one));
      return {
        value: rows.map((row) => row.map(([value]) => value)),
        kept: JSON.stringify(rows.map((row) => row.map(([, text]) => text))),
      };
    },
  };
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

export const postgresKinds: readonly Kind[] = [
  texts('text', 'text', 40),
  texts('varchar(12)', 'varchar', 12),
  whole('smallint', 'smallint', 16),
  whole('integer', 'integer', 32),
  whole('biginteger', 'bigint', 64),
  { word: 'decimal', sqlType: 'decimal(20, 6)', read: 'value::text', make: (random) => decimal(random, 14, 6) },
  {
    word: 'decimal',
    sqlType: 'numeric',
    read: 'trim_scale(value)::text',
    make: (random) => {
      const { value, kept } = decimal(random, 60, 40);
      return { value, kept: trimmed(kept!) };
    },
  },
  float('double precision', (value) => value),
  float('real', Math.fround),
  {
    word: 'boolean',
    sqlType: 'boolean',
    read: 'value::text',
    make: (random) => truth(random, 'true', 'false'),
  },
  {
    word: 'date',
    sqlType: 'date',
    read: 'value::text',
    make: (random) => (random.below(5) === 0 ? farDay(random) : day(random, 1, 9999)),
  },
  point('timestamptz', 6, "to_char(value at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"),
  point('timestamp with time zone', 6, "to_char(value at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"),
  point('timestamptz(3)', 3, "to_char(value at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS')"),
  point('timestamp', 6, "to_char(value, 'YYYY-MM-DD HH24:MI:SS.US')"),
  point('timestamp(0) without time zone', 0, "to_char(value, 'YYYY-MM-DD HH24:MI:SS')"),
  { word: 'time', sqlType: 'time', read: "to_char(value, 'HH24:MI:SS.US')", make: (random) => clock(random, 6) },
  {
    word: 'time',
    sqlType: 'time with time zone',
    read: "to_char(value::time, 'HH24:MI:SS.US') || extract(timezone from value)",
    make: (random) => {
      const { value, kept } = clock(random, 6);
      const hours = random.below(14);
      return { value: `${value}+${String(hours).padStart(2, '0')}:00`, kept: `${kept}${hours * 3600}` };
    },
  },
  span,
  { word: 'json', sqlType: 'json', read: textRead, show: (cell) => canonical(unhex(cell)), make: jsonSample },
  { word: 'jsonb', sqlType: 'jsonb', read: textRead, show: (cell) => canonical(unhex(cell)), make: jsonSample },
  { word: 'uuid', sqlType: 'uuid', read: 'value::text', make: uuid },
  {
    word: 'binary',
    sqlType: 'bytea',
    read: "encode(value, 'hex')",
    make: (random) => {
      const value = random.bytes(40);
      return { value: random.flip() ? value : `\\x${value.toString('hex')}`, kept: value.toString('hex') };
    },
  },
  bits('bit(8)', 8, 8),
  bits('bit varying(20)', 1, 20),
  choice('text', 'value'),
  array('text', 6, (random) => {
    const value = random.text(8);
    return [value, value];
  }),
  array('bigint', 6, (random) => {
    const value = random.whole(64);
    return [given(random, value), String(value)];
  }),
  array('numeric(20,6)', 5, (random) => {
    const { value, kept } = decimal(random, 14, 6);
    return [value, kept];
  }),
  array('boolean', 6, (random) => (random.flip() ? [true, 'true'] : [false, 'false'])),
  array('uuid', 4, (random) => {
    const { value, kept } = uuid(random);
    return [value, kept];
  }),
  array('bytea', 4, (random) => {
    const value = random.bytes(10);
    return [value, `\\x${value.toString('hex')}`];
  }),
  array('timestamptz', 4, (random) => {
    const { text, utc } = instant(random, 1, 9998, 6);
    return [text, `${trimmed(utc)}+00`];
  }),
];
