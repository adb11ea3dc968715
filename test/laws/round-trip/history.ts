/** A random history: revisions as text, and the world after each of them. */

import { columnMoves } from './column-moves.ts';
import { keyMoves } from './key-moves.ts';
import { chanceFrom, type Made, type Setting } from './move.ts';
import { objectMoves } from './object-moves.ts';
import { tableMoves } from './table-moves.ts';
import { emptyWorld, type World } from './world.ts';

const moves = [...tableMoves, ...columnMoves, ...keyMoves, ...objectMoves];

export interface Revision {
  readonly id: string;
  readonly text: string;
  readonly after: World;
}

/** The number of a history makes its ids and names its own, so that several stand in one project. */
export type History = readonly Revision[];

/** Each list of numbers is one move. */
export function historyOf(number: number, drawn: readonly (readonly number[])[], dialect: Setting['dialect']): History {
  const setting = { dialect, prefix: `h${number}_` };
  const revisions: Revision[] = [];
  let world: World = emptyWorld;
  let says: string[] = [];
  const end = (undo?: readonly string[]): void => {
    if (says.length === 0) return;
    const id = (0xa0000000 + number * 0x1000 + revisions.length).toString(16);
    const down = revisions.at(-1)?.id;
    const text = [
      `export const revision = '${id}';`,
      `export const downRevision = ${down === undefined ? 'null' : `'${down}'`};`,
      `export async function upgrade(op) {\n  ${says.join('\n  ')}\n}`,
      ...(undo === undefined ? [] : [`export function downgrade(op) {\n  ${undo.join('\n  ')}\n}`]),
    ].join('\n');
    revisions.push({ id, text: `${text}\n`, after: world });
    says = [];
  };
  for (const numbers of drawn) {
    const chance = chanceFrom(numbers);
    const made = firstOf(world, chance, setting);
    if (made === undefined) continue;
    if (made.undo !== undefined) end();
    ({ world } = made);
    says.push(...made.says);
    if (made.undo !== undefined) end(made.undo);
    else if (says.length > 2) end();
  }
  end();
  return revisions;
}

/** The move that chance names, or the next one that finds something to do. */
function firstOf(world: World, chance: ReturnType<typeof chanceFrom>, setting: Setting): Made | undefined {
  const start = chance.below(moves.length);
  for (let at = 0; at < moves.length; at += 1) {
    const made = moves[(start + at) % moves.length]!(world, chance, setting);
    if (made !== undefined) return made;
  }
  return undefined;
}
