/** How schemas, sequences, extensions and rights are taken back. */

import { showName } from '../schema/name.ts';
import type { Grant, Sequence } from '../schema/objects.ts';
import { entries, find } from '../schema/registry.ts';
import { keyOf, type Schema, sequenceOf } from '../schema/schema.ts';
import { grantsOn } from './dependents.ts';
import { type ObjectKind, wordsOf } from './object-verbs.ts';
import type { Of, Operation } from './operation.ts';
import { back, lacks, loses, noWay, type Reversal, type Reverse, unknown, unlessThere } from './reversal.ts';

const granting = (grant: Grant): Operation => ({ kind: 'grant', grant });

/** Something that the history made in the schema. */
function inhabitant(schema: Schema, name: string): string | undefined {
  const { tables, views, sequences, enums, routines } = schema;
  const named = [tables, views, sequences, enums, routines].flatMap((registry) =>
    entries<{ readonly name: { readonly schema?: string; readonly name: string } }>(registry),
  );
  const found = named.find(([, item]) => item.name.schema === name);
  return found === undefined ? undefined : showName(found[1].name);
}

function reverseDropSchema({ schema: name }: Of<'dropSchema'>, before: Schema): Reversal {
  if (find(before.schemas, name) === undefined) return unknown(`schema ${name}`);
  const inside = inhabitant(before, name);
  if (inside !== undefined) return noWay(`${inside} may go with the schema`);
  const rights = grantsOn(before, ['schema'], { name }).map(granting);
  return back([{ kind: 'createSchema', schema: name }, ...rights], lacks(`the owner of schema ${name}`));
}

function reverseAlterSequence(op: Of<'alterSequence'>, before: Schema): Reversal {
  const { restart, ...given } = op.change;
  const shown = `sequence ${showName(op.sequence)}`;
  const old = sequenceOf(before, op.sequence);
  if (old === undefined) return unknown(shown);
  if (restart !== undefined) return noWay(`where ${shown} stood is known to the database alone`);
  const parts = Object.keys(given) as (keyof typeof given & keyof Sequence)[];
  const changed = parts.filter((part) => old[part] !== given[part]);
  const change = Object.fromEntries(changed.map((part) => [part, old[part] ?? null]));
  return back(Object.keys(change).length === 0 ? [] : [{ kind: 'alterSequence', sequence: op.sequence, change }]);
}

const isAll = (privilege: string): boolean => /^all\b/.test(privilege);

/** Only what the grant added: rights that were there already stay. */
function reverseGrant({ grant }: Of<'grant'>, before: Schema): Reversal {
  const old = find(before.grants, keyOf.grant(grant));
  if (old === undefined) return back([{ kind: 'revoke', grant }]);
  const more = wordsOf(grant.privileges).filter((privilege) => !old.privileges.includes(privilege));
  const passing = grant.withGrantOption && !old.withGrantOption;
  if (passing || more.some(isAll))
    return back([{ kind: 'revoke', grant: { ...grant, privileges: ['all'] } }, granting(old)]);
  return back(more.length === 0 ? [] : [{ kind: 'revoke', grant: { ...grant, privileges: more } }]);
}

function reverseRevoke({ grant }: Of<'revoke'>, before: Schema): Reversal {
  const old = find(before.grants, keyOf.grant(grant));
  const gone = wordsOf(grant.privileges);
  const known = gone.every((privilege) => isAll(privilege) || old?.privileges.includes(privilege));
  if (old === undefined || !known) return noWay(`which of these rights ${grant.to} had is known to the database alone`);
  const given = gone.some(isAll) ? old.privileges : gone;
  return back([granting({ ...old, privileges: given })]);
}

export const objectReversals: { readonly [K in ObjectKind]: Reverse<K> } = {
  createSchema: ({ schema: name, ifNotExists }, before) =>
    unlessThere(ifNotExists, find(before.schemas, name), `schema ${name}`, () =>
      back([{ kind: 'dropSchema', schema: name }]),
    ),
  dropSchema: reverseDropSchema,
  createSequence({ sequence: { name }, ifNotExists }, before) {
    const shown = `sequence ${showName(name)}`;
    return unlessThere(ifNotExists, sequenceOf(before, name), shown, () =>
      back([{ kind: 'dropSequence', sequence: name }], loses(`where ${shown} stands`)),
    );
  },
  alterSequence: reverseAlterSequence,
  renameSequence: (op) =>
    back([{ kind: 'renameSequence', sequence: { ...op.sequence, name: op.to }, to: op.sequence.name }]),
  dropSequence(op, before) {
    const sequence = sequenceOf(before, op.sequence);
    const shown = `sequence ${showName(op.sequence)}`;
    if (sequence === undefined) return unknown(shown);
    const rights = grantsOn(before, ['sequence'], op.sequence).map(granting);
    return back([{ kind: 'createSequence', sequence }, ...rights], lacks(`where ${shown} stood`));
  },
  createExtension: ({ extension: { name }, ifNotExists }, before) =>
    unlessThere(ifNotExists, find(before.extensions, name), `extension ${name}`, () =>
      back([{ kind: 'dropExtension', extension: name }]),
    ),
  dropExtension(op, before) {
    const extension = find(before.extensions, op.extension);
    if (extension === undefined) return unknown(`extension ${op.extension}`);
    if (op.cascade === true) return noWay('what goes with it is known to the database alone');
    return back([{ kind: 'createExtension', extension }]);
  },
  grant: reverseGrant,
  revoke: reverseRevoke,
};
