/** What MySQL and MariaDB are asked: SELECTs over information_schema, https://dev.mysql.com/doc/refman/8.4/en/information-schema.html */

import { except, within } from '../facts.ts';
import type { Frame, Question } from '../inventory.ts';

/** Where the two differ. */
export interface Relative {
  /** Expressions in indexes have a column of their own. */
  readonly indexExpressions: boolean;
  /** Checks know their table, and whether they belong to a column. */
  readonly checksByTable: boolean;
}

function said(about: string, parts: Readonly<Record<string, string>>, rest: string): Question {
  const pairs = Object.entries(parts).map(([key, expression]) => `'${key}', ${expression}`);
  return {
    about,
    sql: `select '${about}' as about, json_object(${pairs.join(', ')}) as says from information_schema.${rest}`,
  };
}

const escaped = (names: readonly string[]) => names.map((name) => name.replaceAll('\\', '\\\\'));

function here(frame: Frame, column: string): string {
  if (frame.schemas === undefined) return `where ${column} = database()`;
  return `where true${within(column, escaped(frame.schemas))}`;
}

function tables(frame: Frame): readonly Question[] {
  const among = here(frame, 't.table_schema') + except('t.table_name', escaped(frame.except));
  return [
    { about: 'home', sql: `select 'home' as about, json_quote(database()) as says` },
    said(
      'database',
      { name: 't.schema_name', charset: 't.default_character_set_name', collation: 't.default_collation_name' },
      `schemata t ${here(frame, 't.schema_name')}`,
    ),
    said('charset', { name: 't.character_set_name', collation: 't.default_collate_name' }, 'character_sets t'),
    said(
      'table',
      {
        schema: 't.table_schema',
        table: 't.table_name',
        type: 't.table_type',
        engine: 't.engine',
        collation: 't.table_collation',
        comment: 't.table_comment',
        options: 't.create_options',
      },
      `tables t ${among} and t.table_type not in ('VIEW', 'SYSTEM VIEW')`,
    ),
    said(
      'column',
      {
        schema: 't.table_schema',
        table: 't.table_name',
        position: 't.ordinal_position',
        name: 't.column_name',
        type: 't.column_type',
        nullable: 't.is_nullable',
        default: 't.column_default',
        extra: 't.extra',
        computed: 't.generation_expression',
        collation: 't.collation_name',
        comment: 't.column_comment',
      },
      `columns t ${among}`,
    ),
    said(
      'partition',
      {
        schema: 't.table_schema',
        table: 't.table_name',
        position: 't.partition_ordinal_position',
        name: 't.partition_name',
        method: 't.partition_method',
        expression: 't.partition_expression',
        values: 't.partition_description',
      },
      `partitions t ${among} and t.partition_name is not null`,
    ),
  ];
}

function keys(frame: Frame, relative: Relative): readonly Question[] {
  const among = here(frame, 't.table_schema') + except('t.table_name', escaped(frame.except));
  const check = relative.checksByTable
    ? { table: 't.table_name', level: 't.level', clause: 't.check_clause' }
    : { table: 'k.table_name', level: `'Table'`, clause: 't.check_clause' };
  const checkTable = relative.checksByTable
    ? except('t.table_name', escaped(frame.except))
    : except('k.table_name', escaped(frame.except));
  const join = relative.checksByTable
    ? ''
    : `join information_schema.table_constraints k on k.constraint_schema = t.constraint_schema and k.constraint_name = t.constraint_name and k.constraint_type = 'CHECK'`;
  return [
    said(
      'part',
      {
        schema: 't.table_schema',
        table: 't.table_name',
        index: 't.index_name',
        position: 't.seq_in_index',
        nonUnique: 't.non_unique',
        method: 't.index_type',
        column: 't.column_name',
        expression: relative.indexExpressions ? 't.expression' : 'null',
        length: 't.sub_part',
        order: 't.collation',
      },
      `statistics t ${among}`,
    ),
    said(
      'key',
      {
        schema: 't.table_schema',
        table: 't.table_name',
        name: 't.constraint_name',
        position: 't.ordinal_position',
        column: 't.column_name',
        toSchema: 't.referenced_table_schema',
        toTable: 't.referenced_table_name',
        toColumn: 't.referenced_column_name',
      },
      `key_column_usage t ${among} and t.referenced_table_name is not null`,
    ),
    said(
      'rule',
      {
        schema: 't.constraint_schema',
        table: 't.table_name',
        name: 't.constraint_name',
        onUpdate: 't.update_rule',
        onDelete: 't.delete_rule',
        match: 't.match_option',
      },
      `referential_constraints t ${here(frame, 't.constraint_schema')}${except('t.table_name', escaped(frame.except))}`,
    ),
    said(
      'check',
      { schema: 't.constraint_schema', name: 't.constraint_name', ...check },
      `check_constraints t ${join} ${here(frame, 't.constraint_schema')}${checkTable}`,
    ),
  ];
}

function objects(frame: Frame): readonly Question[] {
  const routine = { schema: 't.routine_schema', name: 't.routine_name' };
  return [
    said(
      'view',
      { schema: 't.table_schema', name: 't.table_name', query: 't.view_definition' },
      `views t ${here(frame, 't.table_schema')}`,
    ),
    said(
      'trigger',
      {
        schema: 't.trigger_schema',
        name: 't.trigger_name',
        table: 't.event_object_table',
        timing: 't.action_timing',
        event: 't.event_manipulation',
        body: 't.action_statement',
      },
      `triggers t ${here(frame, 't.trigger_schema')}${except('t.event_object_table', escaped(frame.except))}`,
    ),
    said(
      'routine',
      {
        ...routine,
        kind: 'lower(t.routine_type)',
        returns: 't.dtd_identifier',
        body: 't.routine_definition',
        deterministic: 't.is_deterministic',
        access: 't.sql_data_access',
        security: 't.security_type',
        comment: 't.routine_comment',
      },
      `routines t ${here(frame, 't.routine_schema')}`,
    ),
    said(
      'parameter',
      {
        schema: 't.specific_schema',
        routine: 't.specific_name',
        position: 't.ordinal_position',
        mode: 't.parameter_mode',
        name: 't.parameter_name',
        type: 't.dtd_identifier',
      },
      `parameters t ${here(frame, 't.specific_schema')} and t.ordinal_position > 0`,
    ),
  ];
}

function grants(frame: Frame): readonly Question[] {
  const right = {
    to: 't.grantee',
    privilege: 'lower(t.privilege_type)',
    passed: 't.is_grantable',
    schema: 't.table_schema',
  };
  const table = { ...right, table: 't.table_name' };
  const among = here(frame, 't.table_schema');
  const others = except('t.table_name', escaped(frame.except));
  return [
    said('grant', table, `table_privileges t ${among}${others} and t.privilege_type <> 'USAGE'`),
    said('grant', { ...table, column: 't.column_name' }, `column_privileges t ${among}${others}`),
    said('grant', right, `schema_privileges t ${among} and t.privilege_type <> 'USAGE'`),
  ];
}

export function mysqlQuestions(frame: Frame, relative: Relative): readonly Question[] {
  return [...tables(frame), ...keys(frame, relative), ...objects(frame), ...grants(frame)];
}
