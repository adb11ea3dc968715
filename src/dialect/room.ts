/** How much text or how many bytes a column takes: engines cut, pad or refuse what does not fit, each in its own way. */

import type { Column } from '../schema/column.ts';
import { perColumn } from './per-column.ts';
import type { SqlType } from './sql-type.ts';
import { sizeArg, sqlTypeOf } from './sql-type.ts';
import type { Target } from './target.ts';
import { unrepresentable } from './unrepresentable.ts';

export interface Room {
  readonly most: number;
  readonly unit: 'characters' | 'bytes' | 'UTF-16 units';
  /** Beside characters: the bytes that the column takes, however many characters it has room for. */
  readonly mostBytes?: number;
  /** Shorter bytes would be padded with zeros. */
  readonly filled?: true;
  /** Other characters than ASCII depend on the column's code page. */
  readonly ascii?: true;
}

export type RoomOf = (column: Column) => Room | undefined;

export function roomBy(of: (type: SqlType, column: Column) => Room | undefined): RoomOf {
  return perColumn((column) => of(sqlTypeOf(column), column));
}

/** The room of `name(n)`; `bare` is the n of the type without one. */
export function sized(type: SqlType, rest: Omit<Room, 'most'>, bare?: number): Room | undefined {
  const most = sizeArg(type, bare);
  return most === undefined ? undefined : { ...rest, most };
}

const measures: Readonly<Record<Room['unit'], (text: string) => number>> = {
  characters: (text) => {
    let count = 0;
    for (const _ of text) count += 1;
    return count;
  },
  bytes: (text) => Buffer.byteLength(text),
  'UTF-16 units': (text) => text.length,
};

function roomIn({ column }: Target, roomOf: RoomOf | undefined): Room | undefined {
  return column === undefined ? undefined : roomOf?.(column);
}

export function checkText(text: string, target: Target, roomOf: RoomOf | undefined): void {
  const room = roomIn(target, roomOf);
  if (room === undefined) return;
  if (room.ascii && /[^\0-\x7f]/.test(text)) {
    throw unrepresentable(
      'characters beyond ASCII, which depend on the code page of the column',
      'make the column nvarchar',
      target.column,
    );
  }
  // A character is four bytes at most, so most texts need no count.
  if (text.length * 4 <= room.most) return;
  const size = measures[room.unit](text);
  if (size > room.most) throw tooLong(size, room, target);
  const bytes = Buffer.byteLength(text);
  if (room.mostBytes !== undefined && bytes > room.mostBytes) {
    throw tooLong(bytes, { most: room.mostBytes, unit: 'bytes' }, target);
  }
}

export function checkBytes(size: number, target: Target, roomOf: RoomOf | undefined): void {
  const room = roomIn(target, roomOf);
  if (room?.unit !== 'bytes') return;
  if (size > room.most) throw tooLong(size, room, target);
  if (room.filled && size < room.most) {
    throw unrepresentable(
      `${size} bytes, which the engine would pad with zeros to ${room.most}`,
      'give them in full, or make the column one of varying length',
      target.column,
    );
  }
}

function tooLong(size: number, { most, unit }: Room, { column }: Target): Error {
  return unrepresentable(`${size} ${unit}, and the column takes ${most}`, 'shorten it, or widen the column', column);
}
