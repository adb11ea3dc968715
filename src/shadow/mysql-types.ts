/** What MySQL calls the types that its answers give by number: https://dev.mysql.com/doc/dev/mysql-server/latest/field__types_8h.html */

interface Told {
  readonly columnType?: number | undefined;
  readonly characterSet?: number | undefined;
  readonly flags: number | readonly string[];
}

const names: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'tinyint',
  2: 'smallint',
  3: 'int',
  4: 'float',
  5: 'double',
  7: 'timestamp',
  8: 'bigint',
  9: 'mediumint',
  10: 'date',
  11: 'time',
  12: 'datetime',
  13: 'year',
  15: 'varchar',
  16: 'bit',
  245: 'json',
  246: 'decimal',
  247: 'enum',
  248: 'set',
  249: 'tinytext',
  250: 'mediumtext',
  251: 'longtext',
  252: 'text',
  253: 'varchar',
  254: 'char',
  255: 'geometry',
};

const bytes: Readonly<Record<string, string>> = {
  tinytext: 'tinyblob',
  mediumtext: 'mediumblob',
  longtext: 'longblob',
  text: 'blob',
  varchar: 'varbinary',
  char: 'binary',
};

const [enumFlag, setFlag] = [0x100, 0x800];
/** The character set of bytes. */
const binary = 63;

/** Enumerations and sets are answered as `char`, with a flag: https://dev.mysql.com/doc/c-api/8.0/en/c-api-data-structures.html */
export function typeOf({ columnType = -1, characterSet, flags }: Told): string {
  const name = names[columnType] ?? '';
  if (typeof flags === 'number' && name === 'char' && (flags & (enumFlag | setFlag)) !== 0) {
    return (flags & enumFlag) === 0 ? 'set' : 'enum';
  }
  return characterSet === binary ? (bytes[name] ?? name) : name;
}
