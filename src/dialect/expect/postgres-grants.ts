/** Whether PostgreSQL would give or take rights, or warn that it did nothing: https://www.postgresql.org/docs/current/sql-grant.html#SQL-GRANT-NOTES */

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

function holderOf({ kind, name }: Grant['on']): Holder {
  const quotedName = [...(name.schema === undefined ? [] : [name.schema]), name.name]
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');
  switch (kind) {
    case 'schema':
      return { from: `pg_namespace x WHERE x.nspname = ${text(name.name)}`, owner: 'x.nspowner', rights: 'x.nspacl' };
    case 'database':
      return { from: `pg_database x WHERE x.datname = ${text(name.name)}`, owner: 'x.datdba', rights: 'x.datacl' };
    case 'function':
    case 'procedure':
      return {
        from: `pg_proc x JOIN pg_catalog.pg_namespace n ON n.oid = x.pronamespace WHERE ${among('x.proname', 'n.nspname', name)}`,
        owner: 'x.proowner',
        rights: 'x.proacl',
      };
    default:
      return {
        from: `pg_class x WHERE x.oid = to_regclass(${text(quotedName)})`,
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
  const all = grants.map(asked);
  return all.filter((one, at) => all.findIndex(({ fault }) => fault === one.fault) === at);
};
