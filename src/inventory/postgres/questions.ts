/** What PostgreSQL is asked: SELECTs over its system catalog, https://www.postgresql.org/docs/current/catalogs.html */

import { except, within } from '../facts.ts';
import type { Frame, Question } from '../inventory.ts';

const system = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'`;
const notOfExtension = (of: string, catalog: string) =>
  `not exists (select 1 from pg_depend e where e.classid = '${catalog}'::regclass and e.objid = ${of} and e.deptype = 'e')`;

/** `parts` are pairs of a key and an expression. */
function said(about: string, parts: Readonly<Record<string, string>>, rest: string): Question {
  const pairs = Object.entries(parts).map(([key, expression]) => `'${key}', ${expression}`);
  return { about, sql: `select '${about}' as about, jsonb_build_object(${pairs.join(', ')})::text as says ${rest}` };
}

/** Partitions are told by their table; what only an extension has is the extension's. */
function relation(frame: Frame, kinds: string, name = 'c'): string {
  return `where ${system}${within('n.nspname', frame.schemas)} and ${name}.relkind in (${kinds}) and not ${name}.relispartition
    and ${notOfExtension(`${name}.oid`, 'pg_class')}${except(`${name}.relname`, frame.except)}`;
}

const of = { schema: 'n.nspname', table: 'c.relname' } as const;
const inSpace = 'join pg_namespace n on n.oid = c.relnamespace';
const columnNames = (keys: string, relid: string) =>
  `(select jsonb_agg(a.attname order by u.at) from unnest(${keys}) with ordinality u(num, at) join pg_attribute a on a.attrelid = ${relid} and a.attnum = u.num)`;
const counting = (
  sequence: string,
) => `(select jsonb_build_object('type', format_type(s.seqtypid, null), 'start', s.seqstart::text,
  'increment', s.seqincrement::text, 'minValue', s.seqmin::text, 'maxValue', s.seqmax::text, 'cache', s.seqcache::text, 'cycle', s.seqcycle)
  from pg_sequence s where s.seqrelid = ${sequence})`;
const owned = (kind: string) => `(select d.objid from pg_depend d join pg_class q on q.oid = d.objid and q.relkind = 'S'
  where d.refclassid = 'pg_class'::regclass and d.classid = 'pg_class'::regclass and d.refobjid = c.oid and d.refobjsubid = a.attnum and d.deptype = '${kind}' limit 1)`;

function tables(frame: Frame): readonly Question[] {
  return [
    said(
      'table',
      {
        ...of,
        comment: `obj_description(c.oid, 'pg_class')`,
        unlogged: `c.relpersistence = 'u'`,
        options: 'to_jsonb(c.reloptions)',
        tablespace: '(select spcname from pg_tablespace where oid = c.reltablespace)',
        by: 'pg_get_partkeydef(c.oid)',
        inherits:
          '(select jsonb_agg(i.inhparent::regclass::text order by i.inhseqno) from pg_inherits i where i.inhrelid = c.oid)',
      },
      `from pg_class c ${inSpace} ${relation(frame, `'r', 'p'`)}`,
    ),
    said(
      'partition',
      { ...of, name: 'p.relname', values: 'pg_get_expr(p.relpartbound, p.oid)' },
      `from pg_class c ${inSpace} join pg_inherits i on i.inhparent = c.oid join pg_class p on p.oid = i.inhrelid and p.relispartition ${relation(frame, `'p'`)}`,
    ),
    said(
      'column',
      {
        ...of,
        position: 'a.attnum',
        name: 'a.attname',
        type: 'format_type(a.atttypid, a.atttypmod)',
        notNull: 'a.attnotnull',
        default: 'pg_get_expr(f.adbin, f.adrelid)',
        identity: 'a.attidentity',
        generated: 'a.attgenerated',
        collation:
          '(select l.collname from pg_collation l where l.oid = a.attcollation and a.attcollation <> t.typcollation)',
        comment: 'col_description(c.oid, a.attnum)',
        counting: counting(owned('i')),
        serial: `${owned('a')} is not null`,
      },
      `from pg_class c ${inSpace} join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
        left join pg_attrdef f on f.adrelid = c.oid and f.adnum = a.attnum ${relation(frame, `'r', 'p', 'v', 'm'`)}`,
    ),
  ];
}

/** Where a version has no such column of pg_index, its row as JSON has no such key. */
const nullsNotDistinct = `coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false)`;
const included = columnNames('(i.indkey::int2[])[i.indnkeyatts:]', 'i.indrelid');
const elements = `(select jsonb_agg(jsonb_build_object('column', a.attname,
    'expression', case when a.attname is null then pg_get_indexdef(i.indexrelid, k.at::int, false) end,
    'option', case when m.amname = 'btree' then (i.indoption::int2[])[k.at - 1] else 0 end,
    'opclass', (select o.opcname from pg_opclass o where o.oid = (i.indclass::oid[])[k.at - 1] and not o.opcdefault),
    'operator', (select o.oprname from pg_operator o where o.oid = x.conexclop[k.at]),
    'collation', (select l.collname from pg_collation l where l.oid = (i.indcollation::oid[])[k.at - 1] and l.collname <> 'default' and l.oid is distinct from a.attcollation)) order by k.at)
  from generate_series(1, i.indnkeyatts) k(at) left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = (i.indkey::int2[])[k.at - 1] and a.attnum <> 0)`;

function keys(frame: Frame): readonly Question[] {
  return [
    said(
      'constraint',
      {
        ...of,
        name: 'k.conname',
        type: 'k.contype',
        columns: columnNames('k.conkey', 'k.conrelid'),
        deferrable: 'k.condeferrable',
        deferred: 'k.condeferred',
        valid: 'k.convalidated',
        expression: `case when k.contype = 'c' then pg_get_expr(k.conbin, k.conrelid) end`,
        toSchema:
          '(select s.nspname from pg_class r join pg_namespace s on s.oid = r.relnamespace where r.oid = k.confrelid)',
        toTable: '(select r.relname from pg_class r where r.oid = k.confrelid)',
        toColumns: columnNames('k.confkey', 'k.confrelid'),
        onUpdate: 'k.confupdtype',
        onDelete: 'k.confdeltype',
        match: 'k.confmatchtype',
      },
      `from pg_constraint k join pg_class c on c.oid = k.conrelid ${inSpace} ${relation(frame, `'r', 'p'`)}
        and k.contype in ('p', 'u', 'f', 'c', 'x') and k.conparentid = 0 and (k.conislocal or k.contype <> 'c')`,
    ),
    said(
      'index',
      {
        ...of,
        name: 'x_c.relname',
        constraint: 'x.conname',
        unique: 'i.indisunique',
        method: 'm.amname',
        where: 'pg_get_expr(i.indpred, i.indrelid)',
        elements,
        include: included,
        nullsNotDistinct,
        options: 'to_jsonb(x_c.reloptions)',
        tablespace: '(select spcname from pg_tablespace where oid = x_c.reltablespace)',
      },
      `from pg_index i join pg_class x_c on x_c.oid = i.indexrelid join pg_am m on m.oid = x_c.relam join pg_class c on c.oid = i.indrelid ${inSpace}
        left join pg_constraint x on x.conindid = i.indexrelid and x.conrelid = c.oid and x.contype in ('p', 'u', 'x') ${relation(frame, `'r', 'p', 'm'`)}`,
    ),
  ];
}

function objects(frame: Frame): readonly Question[] {
  const among = within('n.nspname', frame.schemas);
  return [
    { about: 'home', sql: `select 'home' as about, to_jsonb(current_schema())::text as says` },
    said(
      'schema',
      { name: 'n.nspname' },
      `from pg_namespace n where ${system}${among} and ${notOfExtension('n.oid', 'pg_namespace')}`,
    ),
    said(
      'extension',
      { name: 'extname', version: 'extversion', schema: 'n.nspname' },
      `from pg_extension join pg_namespace n on n.oid = extnamespace where extname <> 'plpgsql'`,
    ),
    said(
      'view',
      {
        ...of,
        materialized: `c.relkind = 'm'`,
        query: 'pg_get_viewdef(c.oid)',
        comment: `obj_description(c.oid, 'pg_class')`,
      },
      `from pg_class c ${inSpace} ${relation(frame, `'v', 'm'`)}`,
    ),
    said(
      'sequence',
      { ...of, counting: counting('c.oid') },
      `from pg_class c ${inSpace} ${relation(frame, `'S'`)} and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i'))`,
    ),
    said(
      'enum',
      {
        schema: 'n.nspname',
        name: 't.typname',
        values: '(select jsonb_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid)',
      },
      `from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype = 'e' and ${system}${among} and ${notOfExtension('t.oid', 'pg_type')}`,
    ),
    said(
      'routine',
      {
        schema: 'n.nspname',
        name: 'p.proname',
        kind: 'p.prokind',
        arguments: `oidvectortypes(p.proargtypes)`,
        definition: 'pg_get_functiondef(p.oid)',
      },
      `from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prokind in ('f', 'p') and ${system}${among} and ${notOfExtension('p.oid', 'pg_proc')}`,
    ),
    said(
      'trigger',
      { ...of, name: 't.tgname', definition: 'pg_get_triggerdef(t.oid)' },
      `from pg_trigger t join pg_class c on c.oid = t.tgrelid ${inSpace} ${relation(frame, `'r', 'p', 'v'`)} and not t.tgisinternal`,
    ),
  ];
}

const acl = {
  to: `case when g.grantee = 0 then 'public' else pg_get_userbyid(g.grantee) end`,
  privilege: 'lower(g.privilege_type)',
  passed: 'g.is_grantable',
} as const;

/** The owner has every right; that goes without saying. */
function grants(frame: Frame): readonly Question[] {
  const among = within('n.nspname', frame.schemas);
  return [
    said(
      'grant',
      {
        ...acl,
        kind: `case c.relkind when 'S' then 'sequence' else 'table' end`,
        schema: 'n.nspname',
        name: 'c.relname',
      },
      `from pg_class c ${inSpace} cross join aclexplode(c.relacl) g ${relation(frame, `'r', 'p', 'v', 'm', 'S'`)} and g.grantee <> c.relowner`,
    ),
    said(
      'grant',
      { ...acl, kind: `'table'`, schema: 'n.nspname', name: 'c.relname', column: 'a.attname' },
      `from pg_class c ${inSpace} join pg_attribute a on a.attrelid = c.oid cross join aclexplode(a.attacl) g ${relation(frame, `'r', 'p', 'v', 'm'`)} and g.grantee <> c.relowner`,
    ),
    said(
      'grant',
      { ...acl, kind: `'schema'`, name: 'n.nspname' },
      `from pg_namespace n cross join aclexplode(n.nspacl) g where ${system}${among} and n.nspname <> 'public' and g.grantee <> n.nspowner`,
    ),
    said(
      'grant',
      {
        ...acl,
        kind: `case p.prokind when 'p' then 'procedure' else 'function' end`,
        schema: 'n.nspname',
        name: 'p.proname',
      },
      `from pg_proc p join pg_namespace n on n.oid = p.pronamespace cross join aclexplode(p.proacl) g where ${system}${among} and g.grantee not in (p.proowner, 0) and ${notOfExtension('p.oid', 'pg_proc')}`,
    ),
  ];
}

export function postgresQuestions(frame: Frame): readonly Question[] {
  return [...tables(frame), ...keys(frame), ...objects(frame), ...grants(frame)];
}
