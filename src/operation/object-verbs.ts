/** Schemas, sequences, extensions and rights. */

import { recounted } from '../schema/counting.ts';
import { showName } from '../schema/name.ts';
import type { Grant } from '../schema/objects.ts';
import { entries, find, put, remove } from '../schema/registry.ts';
import { keyOf, type Schema, tableOf } from '../schema/schema.ts';
import { movedGrants, withoutGrants } from './dependents.ts';
import { requireTarget } from './right-target.ts';
import { withRenamedSequence } from './sequence-texts.ts';
import { added, changed, dropped, ifIn, impossible, listed, requireColumns, type Verb } from './verb.ts';

export type ObjectKind =
  | 'createSchema'
  | 'dropSchema'
  | 'createSequence'
  | 'alterSequence'
  | 'renameSequence'
  | 'dropSequence'
  | 'createExtension'
  | 'dropExtension'
  | 'grant'
  | 'revoke';

function describeGrant({ privileges, on, withGrantOption }: Grant): string {
  const columns = on.columns === undefined ? '' : ` (${listed(on.columns)})`;
  return `${listed(privileges)} on ${on.kind} ${showName(on.name)}${on.arguments ?? ''}${columns}${withGrantOption ? ', to be passed on' : ''}`;
}

/** Privileges are words of SQL: their case does not count. */
export function wordsOf(privileges: readonly string[]): readonly string[] {
  return [...new Set(privileges.map((privilege) => privilege.toLowerCase()))].sort();
}

export function granted(schema: Schema, grant: Grant): Schema {
  const key = keyOf.grant(grant);
  const old = find(schema.grants, key);
  const privileges = wordsOf([...(old?.privileges ?? []), ...grant.privileges]);
  const withGrantOption = grant.withGrantOption || old?.withGrantOption === true;
  return { ...schema, grants: put(schema.grants, key, { ...grant, privileges, withGrantOption }) };
}

/** Rights that the history did not give may be there all the same: every database has some from its beginning. */
function revoked(schema: Schema, grant: Grant): Schema {
  const key = keyOf.grant(grant);
  const old = find(schema.grants, key);
  if (old === undefined) return schema;
  const gone = wordsOf(grant.privileges);
  const left = old.privileges.filter((privilege) => !gone.includes(privilege));
  const all = gone.some((word) => /^all\b/.test(word));
  const grants =
    left.length === 0 || all ? remove(schema.grants, key) : put(schema.grants, key, { ...old, privileges: left });
  return { ...schema, grants };
}

export const objectVerbs: { readonly [K in ObjectKind]: Verb<K> } = {
  createSchema: {
    describe: (op) => `create schema ${op.schema}${ifIn(op.ifNotExists, 'unless it exists')}`,
    apply(op, schema) {
      const { schemas, sharedSchemas = [] } = schema;
      if (op.ifNotExists === true) {
        if (find(schemas, op.schema) !== undefined) return schema;
        return { ...schema, schemas: put(schemas, op.schema, op.schema), sharedSchemas: [...sharedSchemas, op.schema] };
      }
      return { ...schema, schemas: added(schemas, op.schema, op.schema, `a schema ${op.schema}`) };
    },
  },
  dropSchema: {
    describe: (op) => `drop schema ${op.schema}${ifIn(op.ifExists, 'if it exists')}`,
    apply(op, schema) {
      const schemas = dropped(schema.schemas, op.schema, `schema ${op.schema}`, schema, op.ifExists);
      return withoutGrants({ ...schema, schemas }, ['schema'], { name: op.schema });
    },
  },
  createSequence: {
    describe: (op) => `create sequence ${showName(op.sequence.name)}${ifIn(op.ifNotExists, 'unless it exists')}`,
    apply(op, schema) {
      const key = keyOf.named(op.sequence);
      if (op.ifNotExists === true && find(schema.sequences, key) !== undefined) return schema;
      return { ...schema, sequences: added(schema.sequences, key, op.sequence, `a sequence ${key}`) };
    },
  },
  alterSequence: {
    describe: (op) =>
      `alter sequence ${showName(op.sequence)}: ${Object.entries(op.change)
        .map(([what, value]) => `${what} ${value ?? 'as usual'}`)
        .join(', ')}`,
    apply(op, schema) {
      const { restart: _, ...change } = op.change;
      const key = showName(op.sequence);
      const sequences = changed(schema.sequences, key, (old) => recounted(old, change), `sequence ${key}`, schema);
      return { ...schema, sequences };
    },
  },
  renameSequence: {
    describe: (op) => `rename sequence ${showName(op.sequence)} to ${op.to}`,
    apply(op, schema) {
      const old = find(schema.sequences, showName(op.sequence));
      const without = dropped(
        schema.sequences,
        showName(op.sequence),
        `sequence ${showName(op.sequence)}`,
        schema,
        false,
      );
      if (old === undefined) return schema;
      const sequence = { ...old, name: { ...old.name, name: op.to } };
      const key = keyOf.named(sequence);
      const sequences = added(without, key, sequence, `a sequence ${key}`);
      const tables = entries(schema.tables).reduce((left, [at, table]) => {
        const now = withRenamedSequence(table, op.sequence, op.to);
        return now === table ? left : put(left, at, now);
      }, schema.tables);
      return movedGrants({ ...schema, sequences, tables }, ['sequence'], old.name, sequence.name);
    },
  },
  dropSequence: {
    describe: (op) => `drop sequence ${showName(op.sequence)}${ifIn(op.ifExists, 'if it exists')}`,
    apply(op, schema) {
      const key = showName(op.sequence);
      const sequences = dropped(schema.sequences, key, `sequence ${key}`, schema, op.ifExists);
      return withoutGrants({ ...schema, sequences }, ['sequence'], op.sequence);
    },
  },
  createExtension: {
    describe: (op) => `create extension ${op.extension.name}${ifIn(op.ifNotExists, 'unless it exists')}`,
    apply(op, schema) {
      const { name } = op.extension;
      if (op.ifNotExists === true) return { ...schema, extensions: put(schema.extensions, name, op.extension) };
      return { ...schema, extensions: added(schema.extensions, name, op.extension, `an extension ${name}`) };
    },
  },
  dropExtension: {
    describe: (op) => `drop extension ${op.extension}${ifIn(op.ifExists, 'if it exists')}`,
    apply: (op, schema) => ({
      ...schema,
      extensions: dropped(schema.extensions, op.extension, `extension ${op.extension}`, schema, op.ifExists),
    }),
  },
  grant: {
    describe: (op) => `grant ${describeGrant(op.grant)} to ${op.grant.to}`,
    apply(op, schema) {
      const { on, privileges } = op.grant;
      if (privileges.length === 0) throw impossible('a grant names no privilege');
      requireTarget(op.grant, schema);
      const table = on.kind === 'table' ? tableOf(schema, on.name) : undefined;
      if (table !== undefined) requireColumns(table, on.columns ?? [], schema);
      return granted(schema, op.grant);
    },
  },
  revoke: {
    describe: (op) => `revoke ${describeGrant({ ...op.grant, withGrantOption: false })} from ${op.grant.to}`,
    apply(op, schema) {
      requireTarget(op.grant, schema);
      return revoked(schema, op.grant);
    },
  },
};
