/** Sequences and rights, and what Oracle has not: schemas of their own, enumerated types, extensions. */

import type { Of } from '../../operation/operation.ts';
import { type Counting, recounted, recountOf } from '../../schema/counting.ts';
import { showName } from '../../schema/name.ts';
import type { Grant, Sequence } from '../../schema/objects.ts';
import { entries } from '../../schema/registry.ts';
import { type Schema, sequenceOf } from '../../schema/schema.ts';
import { quoteName } from '../dialect.ts';
import { type Lowering, refuseColumnPrivileges, refuseTakers, schemaStatement, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { type Accent, list, since, word } from './accent.ts';
import { counting } from './column.ts';
import { renameSequence } from './counter.ts';
import { create, drop, errors } from './guard.ts';

/** A sequence of Oracle has no type, so that the range of the type is said. */
const ranges: Readonly<Record<string, readonly [string, string]>> = {
  smallint: ['-32768', '32767'],
  integer: ['-2147483648', '2147483647'],
  int: ['-2147483648', '2147483647'],
  bigint: ['-9223372036854775808', '9223372036854775807'],
};

function ranged({ type, ...sequence }: Sequence): Sequence {
  const range = ranges[type?.toLowerCase() ?? ''];
  if (type !== undefined && range === undefined) {
    throw unsupported(`Oracle's sequences have no type ${type}: ${showName(sequence.name)}`, 'say maxValue instead');
  }
  if (range === undefined) return sequence;
  const down = sequence.increment?.startsWith('-') === true;
  return down ? { minValue: range[0], ...sequence } : { maxValue: range[1], ...sequence };
}

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-SEQUENCE.html */
function createSequence({ sequence, ifNotExists }: Of<'createSequence'>, accent: Accent): Statement {
  const options = counting(ranged(sequence)).map((option) => ` ${option}`);
  return create('sequence', sequence.name, options.join(''), ifNotExists, accent);
}

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-SEQUENCE.html */
function alterSequence({ sequence, change }: Of<'alterSequence'>, accent: Accent, before: Schema): Statement {
  const { start, restart, ...rest } = change;
  if (start !== undefined) {
    throw unsupported(
      `Oracle does not change where a sequence started: ${showName(sequence)}`,
      'say restart, the number that comes next',
    );
  }
  if (restart !== undefined) since(accent, '18', 'ALTER SEQUENCE … RESTART');
  const { told, gone } = recountOf(rest);
  const after = ranged(recounted(sequenceOf(before, sequence) ?? { name: sequence }, rest));
  const usual: Readonly<Record<keyof Counting, readonly string[]>> = {
    start: [],
    increment: ['increment by 1'],
    minValue: after.minValue === undefined ? ['nominvalue'] : counting({ minValue: after.minValue }),
    maxValue: after.maxValue === undefined ? ['nomaxvalue'] : counting({ maxValue: after.maxValue }),
    cache: ['cache 20'],
    cycle: ['nocycle'],
  };
  const options = [
    ...counting(told),
    ...gone.flatMap((word) => usual[word]),
    ...(restart === undefined ? [] : [`restart start with ${restart}`]),
  ];
  return schemaStatement(`alter sequence ${quoteName(accent, sequence)} ${options.join(' ')}`);
}

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/GRANT.html */
const onColumns = /^(insert|update|references)$/i;

function privileges(grant: Grant, accent: Accent): string {
  refuseColumnPrivileges(grant, 'Oracle', onColumns);
  const { columns } = grant.on;
  const over = columns === undefined ? '' : ` (${list(columns, accent)})`;
  return grant.privileges.map((privilege) => privilege + over).join(', ');
}

/** System privileges are on nothing; those on a schema came with 23ai. */
function target({ on: { kind, name } }: Grant, accent: Accent): string {
  if (kind === 'database') return '';
  if (kind !== 'schema') return ` on ${quoteName(accent, name)}`;
  since(accent, '23', 'a privilege on a schema');
  return ` on schema ${word(name.name, accent)}`;
}

function grant(given: Grant, accent: Accent): Statement {
  const option = given.on.kind === 'database' ? ' with admin option' : ' with grant option';
  const what = `${privileges(given, accent)}${target(given, accent)} to ${word(given.to, accent)}`;
  return schemaStatement(`grant ${what}${given.withGrantOption ? option : ''}`);
}

/** Rights on columns are taken away with those on the whole table: https://docs.oracle.com/en/error-help/db/ora-01750/ */
function revoke(given: Grant, before: Schema, accent: Accent): Statement {
  const { columns } = given.on;
  if (columns !== undefined) {
    const wanted = new Set(given.privileges.map((privilege) => privilege.toLowerCase()));
    const takesMore = entries(before.grants).some(
      ([, other]) =>
        other.to === given.to &&
        showName(other.on.name) === showName(given.on.name) &&
        other.on.columns?.join() !== columns.join() &&
        other.privileges.some((privilege) => wanted.has(privilege.toLowerCase())),
    );
    if (takesMore) {
      throw unsupported(
        `Oracle takes ${given.privileges.join(', ')} from ${given.to} on the whole table ${showName(given.on.name)}, not on some columns`,
        'revoke it on the table, and grant it again on the columns that stay',
      );
    }
  }
  return schemaStatement(
    `revoke ${given.privileges.join(', ')}${target(given, accent)} from ${word(given.to, accent)}`,
  );
}

function noSchemas({ schema }: Of<'createSchema'> | Of<'dropSchema'>): never {
  throw unsupported(
    `a schema of Oracle is a user, who comes and goes with rights and space of his own: ${schema}`,
    "have the user made by the DBA, or write op.execute('create user …')",
  );
}

function noEnums(): never {
  throw unsupported('Oracle has no enumerated types', 'use t.enu(…), which checks the values of a column');
}

function noExtensions({ extension }: Of<'createExtension'> | Of<'dropExtension'>): never {
  const name = typeof extension === 'string' ? extension : extension.name;
  throw unsupported(`Oracle has no extensions: ${name}`, 'leave it out for this database');
}

export function objectLowering(accent: Accent): Lowering {
  return {
    createSequence: (operation) => [createSequence(operation, accent)],
    alterSequence: (operation, before) => [alterSequence(operation, accent, before)],
    renameSequence(operation, before) {
      refuseTakers(operation, before, accent.title);
      return [renameSequence(operation.sequence, operation.to, accent)];
    },
    dropSequence: ({ sequence, ifExists }) => [
      drop('sequence', quoteName(accent, sequence), ifExists, errors.noSequence, accent),
    ],
    grant: (operation) => [grant(operation.grant, accent)],
    revoke: (operation, before) => [revoke(operation.grant, before, accent)],
    createSchema: noSchemas,
    dropSchema: noSchemas,
    createExtension: noExtensions,
    dropExtension: noExtensions,
    createEnum: noEnums,
    addEnumValue: noEnums,
    renameEnumValue: noEnums,
    dropEnumValue: noEnums,
    renameEnum: noEnums,
    dropEnum: noEnums,
  };
}
