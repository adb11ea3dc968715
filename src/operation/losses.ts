/** What operations take away for good, whoever wrote them. */

import { showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Operation } from './operation.ts';
import { loses, type Note } from './reversal.ts';
import { holdsAll } from './types.ts';
import { apply } from './verbs.ts';

function lossesOf(operation: Operation, before: Schema): readonly Note[] {
  switch (operation.kind) {
    case 'dropTable':
      return [loses(`the rows of table ${showName(operation.table)}`)];
    case 'dropColumn': {
      const column = tableOf(before, operation.table)?.columns.find(({ name }) => name === operation.column);
      const shown = `${showName(operation.table)}.${operation.column}`;
      return column?.computed === undefined ? [loses(`the values of column ${shown}`)] : [];
    }
    case 'alterColumn': {
      const { type } = operation.change;
      const column = tableOf(before, operation.table)?.columns.find(({ name }) => name === operation.column);
      if (type === undefined || (column !== undefined && holdsAll(type, column))) return [];
      const shown = `${showName(operation.table)}.${operation.column}`;
      return [loses(`values of column ${shown} that ${type.sqlType} cannot hold, unless the database refuses them`)];
    }
    case 'dropPartition':
      return [loses(`the rows of partition ${operation.partition} of table ${showName(operation.table)}`)];
    case 'dropSequence':
      return [loses(`where sequence ${showName(operation.sequence)} stands`)];
    case 'data':
      return operation.verb === 'delete' ? [loses(`rows of table ${showName(operation.table)}, which it deletes`)] : [];
    case 'dropSchema':
      return operation.cascade === true ? [loses(`everything in schema ${operation.schema}`)] : [];
    case 'raw':
    case 'custom':
      return lossesOfAll(operation.does ?? [], before);
    default:
      return [];
  }
}

/** Of operations done one after the other; what they made themselves is not lost. */
export function lossesOfAll(operations: readonly Operation[], before: Schema): readonly Note[] {
  const own = new Set<string>();
  let schema = before;
  return operations.flatMap((operation) => {
    const touched = 'table' in operation && operation.kind !== 'createTable' ? showName(operation.table) : undefined;
    const notes = touched !== undefined && own.has(touched) ? [] : lossesOf(operation, schema);
    if (operation.kind === 'createTable') own.add(showName(operation.table.name));
    if (operation.kind === 'renameTable' && touched !== undefined && own.has(touched))
      own.add(showName({ ...operation.table, name: operation.to }));
    schema = apply(operation, schema);
    return notes;
  });
}
