/** Columns that begin or cease to be numbered by the engine. */

import type { Of } from '../../operation/operation.ts';
import type { Column, Identity } from '../../schema/column.ts';
import { type Counting, firstNumber } from '../../schema/counting.ts';
import { showName } from '../../schema/name.ts';
import { quoteName } from '../dialect.ts';
import { unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { identityClause } from './definition.ts';
import { requireFeature, type Server } from './server.ts';
import { alterTable, block, countingWords, usualWord } from './words.ts';

export function dropIdentity({ table, column }: Of<'alterColumn'>, known: Column | undefined, server: Server): string {
  if (known?.autoIncrement === true && known.identity === undefined) {
    throw unsupported(
      `${showName(table)}.${column} is numbered by a default that asks a sequence, which is no identity`,
      'take the default away: { default: null }',
    );
  }
  requireFeature(server, 'identity of columns that are there', 'drop the column and add it again');
  return known?.identity === undefined ? 'drop identity if exists' : 'drop identity';
}

export function changeIdentity(
  { table, column }: Of<'alterColumn'>,
  identity: Identity,
  known: Column | undefined,
  server: Server,
): readonly Statement[] {
  const act = (action: string) => alterTable(table, `alter column ${server.quote(column)} ${action}`, server);
  requireFeature(server, 'identity of columns that are there', 'drop the column and add it again');
  if (known?.identity !== undefined) return resetting(identity, known.identity, server).map(act);
  const added = act(`add ${identityClause(identity, column, server)}`);
  if (known?.autoIncrement !== true) {
    return server.traits.cockroach ? [added] : [added, goOn(quoteName(server, table), column, identity, server)];
  }
  if (server.traits.cockroach) return [act('drop default'), added];
  return [takeOver(quoteName(server, table), column, [String(act('drop default').sql), String(added.sql)], server)];
}

/** CockroachDB sets how values come about and how they are counted one after the other: https://www.cockroachlabs.com/docs/v24.1/alter-table#synopsis */
function resetting(
  { always, ...counting }: Identity,
  { always: _, ...old }: Identity,
  { traits }: Server,
): readonly string[] {
  const gone = (Object.keys(old) as (keyof Counting)[]).filter((word) => counting[word] === undefined);
  const words = [...countingWords(counting), ...gone.map((word) => usualWord(word, counting))].map(
    (word) => `set ${word}`,
  );
  const generated = `set generated ${always ? 'always' : 'by default'}`;
  if (!traits.cockroach) return [[generated, ...words].join(' ')];
  return [generated, ...(words.length === 0 ? [] : [words.join(' ')])];
}

/** The rows have numbers already, which must not come again. */
function goOn(table: string, column: string, identity: Identity, server: Server): Statement {
  const { increment = '1' } = identity;
  const down = increment.startsWith('-');
  const first = firstNumber(identity);
  const target = `alter table ${table} alter column ${server.quote(column)}`.replaceAll('%', '%%');
  return block(
    [
      'do $migrator$',
      'declare',
      '  reached bigint;',
      'begin',
      `  select ${down ? 'min' : 'max'}(t.${server.quote(column)}) into reached from ${table} t;`,
      `  if reached ${down ? '<=' : '>='} ${first} then`,
      `    execute format(${server.text(`${target} restart with %s`)}, reached ${down ? '-' : '+'} ${increment.replace(/^\s*[-+]\s*/, '')});`,
      '  end if;',
      'end',
      '$migrator$',
    ].join('\n'),
  );
}

/** A serial column's own sequence goes, and the identity counts on from where it stood. */
function takeOver(table: string, column: string, actions: readonly string[], server: Server): Statement {
  const target = `alter table ${table} alter column ${server.quote(column)}`.replaceAll('%', '%%');
  return block(
    [
      'do $migrator$',
      'declare',
      `  counter text := pg_get_serial_sequence(${server.text(table)}, ${server.text(column)});`,
      '  onward bigint;',
      'begin',
      "  execute format('select last_value + is_called::int from %s', counter) into onward;",
      `  ${actions[0]};`,
      "  execute format('drop sequence %s', counter);",
      `  ${actions[1]};`,
      `  execute format(${server.text(`${target} restart with %s`)}, onward);`,
      'end',
      '$migrator$',
    ].join('\n'),
  );
}
