/** Values that a session's settings, a driver's habits or a column's precision would change, each under its name. */
import type { Engine } from '../../engines/engine.ts';

export interface Read {
  readonly expression: string;
  readonly found: string | null;
}

export interface Spoilt extends Read {
  readonly word: string;
  readonly sqlType: string;
  readonly value: unknown;
}

export const bytes: Buffer = Buffer.from(Array.from({ length: 256 }, (_, at) => at));

const nastyJson = { text: 'it\'s "x" \\ \n\t\u0001 $(x) &y', list: [1, -0.5, 1e21, null, true], 'a b': { 'é😀': '' } };
const odd = '2024-02-29T23:30:00.123456-05:30';
const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';
const digits = '12345678901234567890.123456789';

const one = (word: string, sqlType: string, value: unknown, expression: string, found: string | null): Spoilt => ({
  word,
  sqlType,
  value,
  expression,
  found,
});

const json = (sqlType: string, expression: string): Spoilt =>
  one('json', sqlType, nastyJson, expression, Buffer.from(JSON.stringify(nastyJson)).toString('hex'));

const each: Readonly<Record<Exclude<Engine['dialect'], 'mysql'>, Readonly<Record<string, Spoilt>>>> = {
  postgresql: {
    null: one('text', 'text', null, 'value', null),
    JSON: json('json', "encode(convert_to(value::text, 'UTF8'), 'hex')"),
    'JSON that is one string': one('jsonb', 'jsonb', '"it\'s"', 'value::text', '"it\'s"'),
    'a zone and microseconds': one(
      'timestamp',
      'timestamptz',
      odd,
      "to_char(value at time zone 'UTC', 'DD HH24:MI:SS.US')",
      '01 05:00:00.123456',
    ),
    'a zone where the column has none': one(
      'timestamp',
      'timestamp(6)',
      odd,
      'value::text',
      '2024-03-01 05:00:00.123456',
    ),
    'no zone where the column has one': one(
      'timestamp',
      'timestamptz',
      '2024-07-01 12:00',
      'extract(epoch from value)::bigint',
      '1719835200',
    ),
    'a time of day with a zone': one('time', 'timetz', '12:00:00.5+05:30', 'value::text', '12:00:00.5+05:30'),
    'the end of a day': one('time', 'time', '24:00', 'value::text', '24:00:00'),
    'a day before Christ': one('date', 'date', '0044-03-15 BC', 'value::text', '0044-03-15 BC'),
    'a moment without end': one('timestamp', 'timestamptz', '-infinity', 'value::text', '-infinity'),
    'a length of time': one(
      'specificType',
      'interval',
      '-1 year 2 days -00:00:01.000001',
      'value::text',
      '-1 years +2 days -00:00:01.000001',
    ),
    'more digits than a double has': one('decimal', 'numeric', digits, 'value::text', digits),
    'the smallest whole number': one('biginteger', 'bigint', -(2n ** 63n), 'value::text', '-9223372036854775808'),
    'no number': one('double', 'double precision', Number.NaN, 'value::text', 'NaN'),
    'zero below zero': one('double', 'double precision', -0, 'value::text', '-0'),
    true: one('boolean', 'boolean', true, 'value::text', 'true'),
    'a UUID': one('uuid', 'uuid', uuid, 'value::text', uuid),
    bits: one('specificType', 'bit varying(9)', '00101', 'value::text', '00101'),
    'an array with everything': one(
      'specificType',
      'text[]',
      ['a"b', "it's", '\\', '\n', '', 'NULL', null, '{,}', '😀'],
      'to_json(value)::text',
      '["a\\"b","it\'s","\\\\","\\n","","NULL",null,"{,}","😀"]',
    ),
    'an array of arrays': one(
      'specificType',
      'int[][]',
      [
        [1, null],
        [-3, 4],
      ],
      'value::text',
      '{{1,NULL},{-3,4}}',
    ),
    'an array of JSON': one('specificType', 'jsonb[]', [{ a: "it's" }, null], 'value[1]::text', '{"a": "it\'s"}'),
    'an array of points in time': one(
      'specificType',
      'timestamptz[]',
      [odd],
      "to_char(value[1] at time zone 'UTC', 'HH24:MI:SS.US')",
      '05:00:00.123456',
    ),
    'an array of nothing': one('specificType', 'text[]', [], 'value::text', '{}'),
  },
  mariadb: {
    null: one('text', 'longtext', null, 'value', null),
    JSON: json('json', 'lower(hex(value))'),
    'a zone and microseconds': one('datetime', 'datetime(6)', odd, 'value', '2024-03-01 05:00:00.123456'),
    'a zone in a timestamp': one('timestamp', 'timestamp(6) null', odd, 'unix_timestamp(value)', '1709269200.123456'),
    'no zone in a timestamp': one(
      'timestamp',
      'timestamp null',
      '2024-07-01 12:00',
      'unix_timestamp(value)',
      '1719835200',
    ),
    'a time of many hours below zero': one('time', 'time(6)', '-838:00:00.000001', 'value', '-838:00:00.000001'),
    'more digits than a double has': one('decimal', 'decimal(65, 30)', digits, 'value', `${digits}${'0'.repeat(21)}`),
    'the largest whole number': one('biginteger', 'bigint unsigned', 2n ** 64n - 1n, 'value', '18446744073709551615'),
    true: one('boolean', 'boolean', true, 'value', '1'),
    'a UUID as text': one('uuid', 'char(36)', uuid, 'value', uuid),
    'a UUID as bytes': one('uuid', 'binary(16)', uuid, 'lower(hex(value))', uuid.replaceAll('-', '')),
    bits: one('specificType', 'bit(9)', '101', 'value + 0', '5'),
    'a value of an enum': one('specificType', "enum('it''s', 'b')", "it's", 'value', "it's"),
  },
  sqlite: {
    null: one('text', 'text', null, 'value', null),
    JSON: json('json', 'lower(hex(value))'),
    'a zone and microseconds': one('datetime', 'datetime', odd, 'value', '2024-03-01 05:00:00.123456'),
    'the largest whole number': one('biginteger', 'bigint', 2n ** 63n - 1n, 'value', '9223372036854775807'),
    'a decimal between two doubles': one('decimal', 'float', '743092250.018197', 'value = 743092250.01819694', '1'),
    true: one('boolean', 'boolean', true, 'typeof(value) || value', 'integer1'),
    'a UUID': one('uuid', 'char(36)', uuid, 'value', uuid),
    'text of digits': one('varchar', 'varchar(9)', '007', 'typeof(value) || value', 'text007'),
  },
};

/** MySQL 5.6 has neither JSON nor UUID. */
export const typed: Readonly<Record<Engine['dialect'], Readonly<Record<string, Spoilt>>>> = {
  ...each,
  mysql: Object.fromEntries(Object.entries(each.mariadb).filter(([, { sqlType }]) => !/json|uuid/.test(sqlType))),
};
