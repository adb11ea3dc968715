/** Who owns what a script changes beside tables, or gives rights on; of rights the server only warns that it did nothing: https://www.postgresql.org/docs/current/sql-grant.html#SQL-GRANT-NOTES */

import type { Taken } from '../../operation/taken.ts';
import { type Name, showName } from '../../schema/name.ts';
import type { Grant } from '../../schema/objects.ts';
import { quoted as text } from '../text.ts';
import type { Asked, ExpectAccent } from './accent.ts';

interface Holder {
  readonly from: string;
  /** The columns of the owner and of the rights. */
  readonly owner: string;
  readonly rights: string;
}

const among = (name: string, place: string, { schema, name: own }: Name): string =>
  `${name} = ${text(own)} AND ${place} = ${schema === undefined ? 'current_schema()' : text(schema)}`;

const quotedName = ({ schema, name }: Name): string =>
  [...(schema === undefined ? [] : [schema]), name].map((part) => `"${part.replaceAll('"', '""')}"`).join('.');

/** SQL for an oid, or NULL; `to_regclass` and its like fail where a named schema is closed to the account. */
function oidOf(
  { schema, name }: Name,
  [table, prefix, known]: readonly [table: string, prefix: string, known: string],
): string {
  if (schema === undefined) return `${known}(${text(quotedName({ name }))})`;
  return `(SELECT r.oid FROM pg_catalog.${table} r JOIN pg_catalog.pg_namespace s ON s.oid = r.${prefix}namespace WHERE s.nspname = ${text(schema)} AND r.${prefix}name = ${text(name)})`;
}

export const idOf = (name: Name): string => oidOf(name, ['pg_class', 'rel', 'to_regclass']);
const typeOf = (name: Name): string => oidOf(name, ['pg_type', 'typ', 'to_regtype']);

interface Thing {
  readonly kind: Grant['on']['kind'] | Taken['kind'];
  readonly name: Name;
  readonly arguments?: string;
}

const longTypes = 'double precision|character varying|bit varying|(?:time|timestamp) with(?:out)? time zone';
/** What the server reads as a type without fail. */
const plainType = new RegExp(`^(?:${longTypes}|\\w+)(?:\\[\\])*$`, 'i');

/** A condition for the one of several routines that has these types, where they are plain; else for all. */
function withTypes(types: string | undefined): string {
  const inside = types?.replace(/^\s*\(|\)\s*$/g, '').trim();
  if (inside === undefined) return '';
  const each = inside === '' ? [] : inside.split(',').map((type) => type.trim());
  if (!each.every((type) => plainType.test(type))) return '';
  const oids = each.map((type) => `to_regtype(${text(type)})::oid::text`).join(" || ' ' || ") || "''";
  return ` AND x.proargtypes::text = ${oids}`;
}

export function holderOf({ kind, name, arguments: types }: Thing): Holder {
  switch (kind) {
    case 'schema':
      return { from: `pg_namespace x WHERE x.nspname = ${text(name.name)}`, owner: 'x.nspowner', rights: 'x.nspacl' };
    case 'database':
      return { from: `pg_database x WHERE x.datname = ${text(name.name)}`, owner: 'x.datdba', rights: 'x.datacl' };
    case 'extension':
      // nobody is given rights on one
      return { from: `pg_extension x WHERE x.extname = ${text(name.name)}`, owner: 'x.extowner', rights: 'NULL' };
    case 'type':
      return {
        from: `pg_type x WHERE x.oid = ${typeOf(name)}`,
        owner: 'x.typowner',
        rights: 'x.typacl',
      };
    case 'function':
    case 'procedure':
      return {
        from: `pg_proc x JOIN pg_catalog.pg_namespace n ON n.oid = x.pronamespace WHERE ${among('x.proname', 'n.nspname', name)}${withTypes(types)}`,
        owner: 'x.proowner',
        rights: 'x.proacl',
      };
    default:
      return {
        from: `pg_class x WHERE x.oid = ${idOf(name)}`,
        owner: 'x.relowner',
        rights: 'x.relacl',
      };
  }
}

/** Whoever owns it may; others need each of the rights with grant option. */
function lacks(holder: Holder, privileges: readonly string[]): string {
  const owns = `pg_has_role(${holder.owner}, 'USAGE')`;
  const words = privileges.map((word) => word.trim().toUpperCase());
  if (words.some((word) => word.startsWith('ALL'))) return `NOT ${owns}`;
  const held =
    `(SELECT count(DISTINCT a.privilege_type) FROM aclexplode(${holder.rights}) a\n` +
    `        WHERE a.is_grantable AND a.privilege_type IN (${words.map(text).join(', ')}) AND pg_has_role(a.grantee, 'USAGE'))`;
  return `NOT ${owns} AND ${held} < ${new Set(words).size}`;
}

function asked({ privileges, on }: Grant): Asked {
  const shown = `${on.kind} ${showName(on.name)}`;
  const holder = holderOf(on);
  const sentence = `MIN(${text(`expects the right to give and take rights on ${shown}, which `)} || current_user || ' has not')`;
  return {
    fault: `(SELECT ${sentence}\n      FROM pg_catalog.${holder.from}\n        AND ${lacks(holder, privileges)})`,
    expects: `expects the right to give and take rights on ${shown}`,
  };
}

export const granting: NonNullable<ExpectAccent['granting']> = (grants) => {
  const all = grants.filter(({ made }) => !made).map(({ grant }) => asked(grant));
  return all.filter((one, at) => all.findIndex(({ fault }) => fault === one.fault) === at);
};

/** Its owner alone changes a thing or drops it. */
export function owning(things: readonly Taken[]): readonly Asked[] {
  return things.map((thing) => {
    const shown = `${thing.kind} ${showName(thing.name)}`;
    const { from, owner } = holderOf(thing);
    const sentence = `MIN(${text(`expects to be the owner of ${shown}, which belongs to `)} || pg_get_userbyid(${owner}))`;
    return {
      fault: `(SELECT ${sentence}\n      FROM pg_catalog.${from} AND NOT pg_has_role(${owner}, 'USAGE'))`,
      expects: `expects to be the owner of ${shown}`,
    };
  });
}
