/** Every kind of operation and what it can do; a kind that is missing here does not compile. */

import type { Schema } from '../schema/schema.ts';
import { codeVerbs } from './code-verbs.ts';
import { columnVerbs } from './column-verbs.ts';
import { dataVerbs } from './data-verbs.ts';
import { enumVerbs } from './enum-verbs.ts';
import { keyVerbs } from './key-verbs.ts';
import { objectVerbs } from './object-verbs.ts';
import type { Kind, Of, Operation } from './operation.ts';
import { tableVerbs } from './table-verbs.ts';
import type { Verb } from './verb.ts';

const verbs: { readonly [K in Kind]: Verb<K> } = {
  ...tableVerbs,
  ...columnVerbs,
  ...keyVerbs,
  ...objectVerbs,
  ...codeVerbs,
  ...enumVerbs,
  ...dataVerbs((operations, schema) => operations.reduce((before, operation) => apply(operation, before), schema)),
};

function verbOf<K extends Kind>(operation: Of<K>): Verb<K> {
  return verbs[operation.kind as K];
}

/** One line of English, without a full stop. */
export function describe(operation: Operation): string {
  return verbOf(operation).describe(operation);
}

/** The schema after the operation. Throws `impossible` for a deed that no engine could do. */
export function apply(operation: Operation, schema: Schema): Schema {
  return verbOf(operation).apply(operation, schema);
}
