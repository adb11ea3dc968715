/** Rights stay on the name that they were given on, also where nothing has it any more: https://dev.mysql.com/doc/refman/8.0/en/rename-table.html, https://dev.mysql.com/doc/refman/8.0/en/revoke.html */

import { rightsOnColumn } from '../../operation/column-rights.ts';
import { grantsOn } from '../../operation/dependents.ts';
import type { Of } from '../../operation/operation.ts';
import { showName } from '../../schema/name.ts';
import type { Grant } from '../../schema/objects.ts';
import { steps } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { grant, revoke } from './object.ts';
import type { Server } from './server.ts';

/** The right to pass on is the table's, and is taken by its own name, once. */
function passing(rights: readonly Grant[]): readonly Grant[] {
  const passed = new Map(rights.filter(({ withGrantOption }) => withGrantOption).map((one) => [one.to, one]));
  return [...passed.values()].map((one) => {
    const { columns: _, ...on } = one.on;
    return { ...one, privileges: ['grant option'], on };
  });
}

function moved(
  what: string,
  rights: readonly Grant[],
  on: Partial<Grant['on']>,
  left: readonly Grant[],
  server: Server,
): readonly Statement[] {
  const given = rights.map((one): Grant => ({ ...one, on: { ...one.on, ...on } }));
  return [
    ...steps(
      `give the rights on ${what} under its new name`,
      given.flatMap((one) => grant({ kind: 'grant', grant: one }, server)),
    ),
    ...steps(
      `take the rights that are left under the name of ${what}`,
      left.flatMap((one) => revoke({ kind: 'revoke', grant: one }, server)),
    ),
  ];
}

export function movedTableRights({ table, to }: Of<'renameTable'>, server: Server): readonly Statement[] {
  const rights = grantsOn(server.before, ['table'], table);
  // ALL takes the rights on columns along, of which nothing is left to take then.
  const left = [...rights.toReversed(), ...passing(rights)];
  return moved(`table ${showName(table)}`, rights, { name: { ...table, name: to } }, left, server);
}

export function movedColumnRights({ table, column, to }: Of<'renameColumn'>, server: Server): readonly Statement[] {
  const rights = rightsOnColumn(server.before, table, column);
  return moved(`column ${showName(table)}.${column}`, rights, { columns: [to] }, rights, server);
}
