/** Directives about whole tables and columns that need no builder. */

import { dataLossIn } from './data-loss.ts';
import { flag } from './hear-keys.ts';
import type { DataLoss } from './in-schema.ts';
import type { TableDirectives } from './op-table.ts';
import type { Performer } from './performer.ts';

type Tables = Omit<TableDirectives, 'createTable' | 'addColumn' | 'alterColumn'>;

export function tableDirectives({ session, name, do: doing, inManner }: Performer): Tables {
  const accepted = (directive: string, options: DataLoss | undefined, below: (...args: never[]) => unknown) =>
    session.at(session.place(below), () => dataLossIn(directive, options?.dataLoss));
  const directives: Tables = {
    dropTable: (table, options) =>
      doing(
        {
          kind: 'dropTable',
          table: name(table, options),
          ifExists: options?.ifExists === true,
          ...flag('cascade', options?.cascade),
          ...accepted('op.dropTable', options, directives.dropTable),
        },
        directives.dropTable,
      ),
    renameTable: (table, to, options) =>
      doing({ kind: 'renameTable', table: name(table, options), to }, directives.renameTable),
    createTableComment: (table, comment, options) =>
      doing({ kind: 'commentTable', table: name(table, options), comment }, directives.createTableComment),
    dropTableComment: (table, options) =>
      doing({ kind: 'commentTable', table: name(table, options), comment: null }, directives.dropTableComment),
    alterTableOptions: (table, options, where) =>
      doing({ kind: 'alterTable', table: name(table, where), options }, directives.alterTableOptions),
    addPartition: (table, partition, values, options) =>
      doing(
        { kind: 'addPartition', table: name(table, options), partition: { name: partition, values } },
        directives.addPartition,
      ),
    dropPartition: (table, partition, options) =>
      doing(
        {
          kind: 'dropPartition',
          table: name(table, options),
          partition,
          ...accepted('op.dropPartition', options, directives.dropPartition),
        },
        directives.dropPartition,
      ),
    dropColumn: (table, column, options) => {
      const words = accepted('op.dropColumn', options, directives.dropColumn);
      inManner(options, directives.dropColumn, () =>
        doing(
          {
            kind: 'dropColumn',
            table: name(table, options),
            column,
            ...flag('ifExists', options?.ifExists),
            ...words,
          },
          directives.dropColumn,
        ),
      );
    },
  };
  return directives;
}
