/** Directives about whole tables and columns that need no builder. */

import type { Op } from './op.ts';
import type { Performer } from './performer.ts';

type Tables = Pick<Op, 'dropTable' | 'renameTable' | 'createTableComment' | 'dropTableComment' | 'dropColumn'>;

export function tableDirectives({ name, do: doing }: Performer): Tables {
  const directives: Tables = {
    dropTable: (table, options) =>
      doing(
        { kind: 'dropTable', table: name(table, options), ifExists: options?.ifExists === true },
        directives.dropTable,
      ),
    renameTable: (table, to, options) =>
      doing({ kind: 'renameTable', table: name(table, options), to }, directives.renameTable),
    createTableComment: (table, comment, options) =>
      doing({ kind: 'commentTable', table: name(table, options), comment }, directives.createTableComment),
    dropTableComment: (table, options) =>
      doing({ kind: 'commentTable', table: name(table, options), comment: null }, directives.dropTableComment),
    dropColumn: (table, column, options) =>
      doing({ kind: 'dropColumn', table: name(table, options), column }, directives.dropColumn),
  };
  return directives;
}
