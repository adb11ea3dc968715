/** The check that came with a column's type and goes with it. */

import type { Column } from '../../schema/column.ts';
import { type Name, showName } from '../../schema/name.ts';
import { quoteName } from '../dialect.ts';
import { step } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { quoted } from '../text.ts';
import type { Accent } from './accent.ts';
import { impliedCheck } from './column.ts';
import { block } from './guard.ts';

/**
 * The engine named the check of the type before, so it is looked for by its text when the script runs. It is not replaced by
 * another that is said: both would hold, https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/constraint.html
 */
export function dropImpliedCheck(table: Name, known: Column, next: Column, accent: Accent): readonly Statement[] {
  const check = impliedCheck(known, accent);
  if (check === undefined || check === impliedCheck(next, accent)) return [];
  return [step('drop the check of its old type', dropCheckOf(table, known, check, accent))];
}

function dropCheckOf(table: Name, { name, sqlType }: Column, check: string, accent: Accent): Statement {
  const owner = table.schema === undefined ? "sys_context('USERENV', 'CURRENT_SCHEMA')" : quoted(table.schema);
  const alter = `alter table ${quoteName(accent, table)} drop constraint `;
  const [before, after] = [
    `the check of ${showName(table)}.${name}, which is ${sqlType}, has to be there once and is there `,
    ' times: drop what holds the column to its old values by hand, and leave this statement out',
  ];
  return block(
    [
      'declare',
      '  found number := 0;',
      '  name varchar2(128);',
      'begin',
      // a long text can be read here, and not be compared in SQL
      '  for c in (select a.constraint_name, a.search_condition from all_constraints a',
      '    join all_cons_columns k on k.owner = a.owner and k.constraint_name = a.constraint_name and k.table_name = a.table_name',
      `    where a.owner = ${owner} and a.table_name = ${quoted(table.name)} and k.column_name = ${quoted(name)}`,
      "      and a.constraint_type = 'C' and a.generated = 'GENERATED NAME') loop",
      `    if regexp_replace(c.search_condition, '\\s') = ${quoted(check.replace(/\s/g, ''))} then`,
      '      found := found + 1;',
      '      name := c.constraint_name;',
      '    end if;',
      '  end loop;',
      '  if found <> 1 then',
      `    raise_application_error(-20008, substrb(${quoted(before)} || found || ${quoted(after)}, 1, 2000));`,
      '  end if;',
      `  execute immediate ${quoted(alter)} || dbms_assert.enquote_name(name, false);`,
      'end;',
    ].join('\n'),
  );
}
