/** How one operation is taken back: by which operations, and at what price. */

import type { Schema } from '../schema/schema.ts';
import type { Kind, Of, Operation } from './operation.ts';

/** What taking it back loses, what it does not bring back because the operation itself lost it, or what must hold for it. */
export interface Note {
  readonly kind: 'loses' | 'lacks' | 'needs';
  /** Completes "It loses …", "It does not bring back …", "It needs …". */
  readonly what: string;
}

export interface WayBack {
  readonly operations: readonly Operation[];
  readonly notes: readonly Note[];
}

/** Why nothing takes it back: completes "cannot be taken back: …". */
export interface NoWayBack {
  readonly irreversible: string;
}

export type Reversal = WayBack | NoWayBack;

/** `before` is the schema that the operation met. What is not in it is not known. */
export type Reverse<K extends Kind> = (operation: Of<K>, before: Schema) => Reversal;

export function back(operations: readonly Operation[], ...notes: readonly Note[]): WayBack {
  return { operations, notes };
}

export function noWay(irreversible: string): NoWayBack {
  return { irreversible };
}

export function isNoWay(reversal: Reversal): reversal is NoWayBack {
  return 'irreversible' in reversal;
}

export const loses = (what: string): Note => ({ kind: 'loses', what });
export const lacks = (what: string): Note => ({ kind: 'lacks', what });
export const needs = (what: string): Note => ({ kind: 'needs', what });

export function distinct(notes: readonly Note[]): readonly Note[] {
  return notes.filter(({ kind, what }, at) => notes.findIndex((one) => one.kind === kind && one.what === what) === at);
}

export function unknown(what: string): NoWayBack {
  return noWay(`the history does not know what ${what} was before`);
}

/** Takes back what was made unless it existed: nothing when it did, and only the database knows when the history knew of none. */
export function unlessThere(asked: boolean | undefined, known: unknown, what: string, undo: () => Reversal): Reversal {
  if (asked !== true) return undo();
  return known === undefined ? noWay(`whether ${what} was there already is known to the database alone`) : back([]);
}
