/** What an author may have meant by a method that does not exist. */

import type { Knex } from 'knex';
import { nearestName } from '../nearest.ts';
import type { TableBuilder } from './knex-shapes.ts';

interface Builders {
  tableBuilder(kind: string, name: string, like: unknown, build: () => void): TableBuilder;
  columnBuilder(table: TableBuilder, type: string, args: unknown[]): object;
}

/** Its own and all that it inherits, but for what every object has. */
function methodsOf(value: object): readonly string[] {
  const names: string[] = [];
  for (let one: object = value; one !== null && one !== Object.prototype; one = Object.getPrototypeOf(one))
    names.push(...Object.getOwnPropertyNames(one));
  return names.filter((name) => !name.startsWith('_'));
}

function knexMethods(knex: Knex): readonly string[] {
  const { tableBuilder, columnBuilder } = knex.client as Builders;
  const table = tableBuilder.call(knex.client, 'create', 'x', undefined, () => undefined);
  const column = columnBuilder.call(knex.client, table, 'integer', ['x']);
  return [table, column, knex.schema, knex, knex.queryBuilder()].flatMap(methodsOf);
}

/** A sentence for the author of a `TypeError`; undefined where nothing that is known has a name like it. */
export function meantBy(error: unknown, op: object, knex: Knex): string | undefined {
  if (!(error instanceof TypeError)) return undefined;
  const [, before = '', word] = /^(.*)\.([\w$]+) is not a function$/s.exec(error.message) ?? [];
  if (word === undefined) return undefined;
  const directives = methodsOf(op);
  const isDirective = before === 'op';
  const near = nearestName(word, isDirective ? directives : [...directives, ...knexMethods(knex)]);
  if (near !== undefined)
    return `There is no ${word}; ${isDirective ? 'op has' : "op and knex's builders have"} ${near}.`;
  return isDirective ? 'docs/operations.md has every directive.' : undefined;
}
