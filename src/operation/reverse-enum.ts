/** How enumerated types and their values are taken back. */

import { showName } from '../schema/name.ts';
import { enumOf, type Schema } from '../schema/schema.ts';
import type { EnumKind } from './enum-verbs.ts';
import type { Of, Operation } from './operation.ts';
import { back, needs, type Reversal, type Reverse, unknown } from './reversal.ts';

/** The value comes back to its place, beside the neighbour that it had. */
function reverseDropValue({ type, value }: Of<'dropEnumValue'>, before: Schema): Reversal {
  const values = enumOf(before, type)?.values ?? [];
  const at = values.indexOf(value);
  if (at < 0) return unknown(`enum ${showName(type)}`);
  const next = values[at + 1];
  const operation: Operation = { kind: 'addEnumValue', type, value, ...(next === undefined ? {} : { before: next }) };
  return back([operation]);
}

export const enumReversals: { readonly [K in EnumKind]: Reverse<K> } = {
  createEnum: ({ type: { name } }) => back([{ kind: 'dropEnum', type: name }]),
  addEnumValue: ({ type, value }) =>
    back(
      [{ kind: 'dropEnumValue', type, value }],
      needs(`no row to hold ${JSON.stringify(value)} of enum ${showName(type)}`),
    ),
  renameEnumValue: ({ type, value, to }) => back([{ kind: 'renameEnumValue', type, value: to, to: value }]),
  dropEnumValue: reverseDropValue,
  renameEnum: ({ type, to }) => back([{ kind: 'renameEnum', type: { ...type, name: to }, to: type.name }]),
  dropEnum(op, before) {
    const type = enumOf(before, op.type);
    return type === undefined ? unknown(`enum ${showName(op.type)}`) : back([{ kind: 'createEnum', type }]);
  },
};
