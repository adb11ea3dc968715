/** What one awaited call of a revision does: to the schema, to rows, or by SQL of the author's own. */

import type { Statement } from '../dialect/statement.ts';
import type { Place } from '../errors.ts';
import type { Of, Operation } from '../operation/operation.ts';
import { apply } from '../operation/verbs.ts';
import { find } from '../schema/registry.ts';
import { placedUnread, type Schema } from '../schema/schema.ts';
import { shorten } from './answer.ts';
import { asKnexHas, unqualified } from './as-knex.ts';
import type { Asking } from './asking.ts';
import { type Ground, sent, spelled } from './ground.ts';
import { hearEntry, hearQuery, isDeed } from './hear.ts';
import { writeKnexInsert } from './knex-insert.ts';
import {
  type Builder,
  isRaw,
  isSchemaBuilder,
  type QueryBuilder,
  type Raw,
  type SchemaBuilder,
} from './knex-shapes.ts';
import { withQueryWords } from './query-words.ts';
import { onlyReads, pinsOf, tableKey } from './question.ts';
import type { Told } from './recording.ts';
import { answerQuery, askedOfQuery, isProbe } from './replayed.ts';
import type { Asked } from './respond.ts';
import type { Mend } from './session.ts';
import { makeOne, makeStatements, rawStatement, statementOf } from './statements.ts';
import { tell } from './tell.ts';
import type { Typing } from './typed-values.ts';

export interface Deeds {
  /** What the columns are that the values of a query are for, while it is written into the script. */
  readonly typing: Typing | undefined;
  /** What the builder does, and what its call comes to. */
  build(builder: Builder, place: Place | undefined): unknown;
  schema(builder: SchemaBuilder, place: Place | undefined, mend?: Mend): unknown;
  /** What somebody else has written the statements of. */
  plain(operations: readonly Operation[], statements: readonly Statement[], place: Place | undefined): void;
  perform(operation: Operation, place: Place | undefined): void;
  performAs(operation: Of<'custom'>, place: Place | undefined): void;
}

export function createDeeds(ground: Ground, asking: Asking): Deeds {
  const { dialect, ledger, likeKnex, home, named, hearingAt } = ground;
  let typing: Typing | undefined;

  const applyAll = (operations: readonly Operation[]): Schema =>
    operations.reduce((before, operation) => apply(operation, before), ledger.schema);
  const standing = (place: Place | undefined) => ({
    ...(place === undefined ? {} : { place }),
    ...(likeKnex() ? { ofKnex: true as const } : {}),
  });
  const taken = (operations: readonly Operation[]): readonly Operation[] =>
    likeKnex() ? asKnexHas(unqualified(operations, home), ledger.schema, dialect) : operations;
  const schema: Deeds['schema'] = (builder, place, mend = (same) => same) => {
    let told: Told[] = [];
    let operations: Operation[] = [];
    let answer: unknown;
    const enter = (): void => {
      if (operations.length > 0) ledger.record(told, operations, place);
      [told, operations] = [[], []];
    };
    for (const entry of builder._sequence) {
      if (isProbe(entry)) {
        enter();
        answer = asking.probe(entry, builder, place);
        continue;
      }
      const at = hearingAt(place);
      const heard = hearEntry(entry, builder._schema, at);
      const mended = { ...heard, operations: taken(heard.operations).map(mend) };
      operations.push(...mended.operations);
      if (ledger.listening) {
        ledger.schema = applyAll(mended.operations);
        continue;
      }
      const made = makeStatements(mended, ledger.schema, at);
      told.push(...made.told);
      ledger.schema = placedUnread(ledger.schema, made.after, standing(place));
    }
    enter();
    return answer;
  };
  const plain: Deeds['plain'] = (operations, statements, place) => {
    ledger.schema = placedUnread(ledger.schema, applyAll(operations), standing(place));
    ledger.record(tell(operations, statements, dialect), operations, place);
  };
  /** A migration of knex's has the values that knex would send. */
  const whileTyping = <T>(compile: () => T): T => {
    if (!likeKnex()) typing = { schema: ledger.schema, dialect, named };
    try {
      return compile();
    } finally {
      typing = undefined;
    }
  };
  const atHome = <T>(value: T): T => (likeKnex() ? unqualified(value, home) : value);
  const write = (builder: QueryBuilder, place: Place | undefined): void => {
    const rows = writeKnexInsert(builder, ledger.schema, hearingAt(place), atHome, (value) => sent(value, ground));
    if (rows !== undefined) {
      plain([rows.operation], withQueryWords(builder, rows.statements, dialect), place);
      return;
    }
    const { operations, compiled } = whileTyping(() => hearQuery(builder, { named, place, dialect }));
    const written = compiled.filter(({ sql }) => sql !== undefined && sql !== '');
    if (written.length === 0) return;
    const statements = written.map((query) => statementOf(spelled(query, ground), 'data'));
    plain(atHome(operations), withQueryWords(builder, statements, dialect), place);
  };
  const query = (builder: QueryBuilder, place: Place | undefined): unknown => {
    const { respondent } = asking;
    if (respondent !== undefined && !isDeed(builder)) {
      const compiled: Asked = builder.toSQL();
      const called = askedOfQuery(builder);
      if (respondent.reads || asking.isDeclared(spelled(compiled, ground), called)) {
        const pins = pinsOf(builder, find(ledger.schema.tables, tableKey(builder, named) ?? ''), named);
        return asking.read(builder, compiled, place, { pins, ...(called === undefined ? {} : { called }) });
      }
    }
    const known = answerQuery(builder, { before: ledger.schema, place, dialect, named });
    if (known !== undefined) return asking.answered(known);
    const before = ledger.changes.length;
    write(builder, place);
    if (respondent === undefined) return asking.unasked(place);
    if (ledger.changes.length > before) respondent.worded?.(before, builder.toSQL());
    return ledger.changes.length === before ? [] : asking.outcome(builder, builder.toSQL(), place);
  };
  const raw = (builder: Raw, place: Place | undefined): unknown => {
    const { respondent } = asking;
    const compiled: Asked = builder.toSQL();
    const sql = spelled(compiled, ground);
    if ((respondent?.reads || asking.isDeclared(sql)) && onlyReads(sql, dialect)) {
      return asking.read(builder, compiled, place);
    }
    plain([{ kind: 'raw', sql }], [rawStatement(sql, dialect)], place);
    return respondent === undefined
      ? asking.without(() => `the result of raw SQL (${shorten(sql, 200)})`, place)
      : asking.outcome(builder, compiled, place);
  };

  return {
    get typing() {
      return typing;
    },
    build(builder, place) {
      if (isSchemaBuilder(builder)) return schema(builder, place);
      return isRaw(builder) ? raw(builder, place) : query(builder as QueryBuilder, place);
    },
    schema,
    plain,
    perform(operation, place) {
      if (ledger.listening) {
        plain([operation], [], place);
        return;
      }
      const made = makeOne(operation, ledger.schema, hearingAt(place));
      ledger.schema = placedUnread(ledger.schema, made.after, standing(place));
      ledger.record(made.told, [operation], place);
    },
    performAs(operation, place) {
      const told = operation.does.flatMap((one) => {
        const made = makeOne(one, ledger.schema, hearingAt(place));
        ledger.schema = made.after;
        return made.told;
      });
      ledger.record(told, [operation], place);
    },
  };
}
