/** hear(say(operation)) = operation, for every kind, in every dialect. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/dialect/dialect.ts';
import { dialects } from '../../src/dialect/dialects.ts';
import type { Operation } from '../../src/operation/operation.ts';
import { type Listener, recordingKnex } from '../../src/recorder/client.ts';
import { hearEntry } from '../../src/recorder/hear.ts';
import type { SchemaBuilder } from '../../src/recorder/knex-shapes.ts';
import { createMarks } from '../../src/recorder/mend.ts';
import { say } from '../../src/recorder/say.ts';
import { createTap } from '../../src/recorder/tap.ts';
import { emptySchema } from '../../src/schema/schema.ts';
import { operationsOf } from './operations.ts';

function unexpected(): never {
  throw new Error('nothing is awaited here');
}

function conversationIn(dialect: Dialect): (operation: Operation) => readonly Operation[] {
  const tap = createTap();
  const listener: Listener = {
    dialect,
    marks: createMarks(dialect),
    likeKnex: () => false,
    created: () => undefined,
    isCompiling: () => true,
    typing: () => undefined,
    used: () => undefined,
    compiling: tap.compiling,
    compiled: tap.compiled,
    column: tap.column,
    run: unexpected,
    stream: unexpected,
    rolledBack: unexpected,
    warn: () => undefined,
  };
  const knex = recordingKnex(listener, dialect.defaultVersion);
  return (operation) => {
    const builder = knex.schema;
    expect(say(operation, builder, knex)).toBe(true);
    const { _sequence: entries, _schema: schema } = builder as unknown as SchemaBuilder;
    return entries.flatMap(
      (entry) =>
        hearEntry(entry, schema, {
          client: knex.client,
          dialect,
          tap,
          place: undefined,
          named: (name: string) => name,
          before: emptySchema,
          remark: undefined,
        }).operations,
    );
  };
}

/** The dialect's spelling of types is filled in by hearing; identity columns are unsigned where the dialect makes them so. */
function asAsked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asAsked);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'sqlType');
  const plain = Object.fromEntries(entries.map(([key, part]) => [key, asAsked(part)]));
  return plain.autoIncrement === true ? { ...plain, unsigned: false } : plain;
}

describe.each(Object.values(dialects).map((dialect) => [dialect.name, dialect] as const))('%s', (name, dialect) => {
  const hearSaid = conversationIn(dialect);
  it.each(Object.entries(operationsOf(name)))('hears %s as it was said', (_, operations) => {
    fc.assert(
      fc.property(operations as fc.Arbitrary<Operation>, (operation) => {
        const heard = hearSaid(operation);
        expect(asAsked(heard)).toEqual([asAsked(operation)]);
        expect(hearSaid(heard[0]!)).toEqual(heard);
      }),
      { numRuns: 60 },
    );
  });
});
