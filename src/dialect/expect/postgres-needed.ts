/** What an account of PostgreSQL must be allowed to use, and which right is given for it. */

import type { Needed } from '../../operation/needed.ts';
import { type Name, showName } from '../../schema/name.ts';
import { quoted as text } from '../text.ts';
import { type Asked, numbersOf } from './accent.ts';
import { lacking } from './postgres-lacking.ts';
import { holderOf, idOf } from './postgres-owners.ts';

/** All but `expects` are SQL; `x` is the thing. */
interface Demand {
  readonly expects: string;
  readonly says: string;
  readonly from: string;
  readonly may: string;
}

function right(deed: string, grant: string): Pick<Demand, 'expects' | 'says'> {
  const expects = `expects the right to ${deed}`;
  return { expects, says: lacking(text(expects), grant) };
}

const here = 'pg_database x WHERE x.datname = current_database()';
const mayMake = "has_database_privilege(x.oid, 'CREATE')";
const making = (what: string) => right(`create ${what}`, "'CREATE ON DATABASE ' || quote_ident(x.datname)");

/** Before PostgreSQL 17 its owner alone does it: https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html */
function refreshing(view: string, from: string): Demand {
  const since = (then: string, before: string) =>
    `CASE WHEN current_setting('server_version_num')::integer >= 170000 THEN ${then} ELSE ${before} END`;
  const { expects, says } = right(`refresh view ${view}`, "'MAINTAIN ON ' || x.oid::regclass");
  const owner = `${text(`expects to be the owner of view ${view}, which belongs to `)} || pg_get_userbyid(x.relowner)`;
  return {
    expects,
    says: since(says, owner),
    from: `${from} AND x.relkind = 'm'`,
    may: since("has_table_privilege(x.oid, 'MAINTAIN')", "pg_has_role(x.relowner, 'USAGE')"),
  };
}

/** Where the server has it, and has it not in this database: https://www.postgresql.org/docs/current/view-pg-available-extension-versions.html */
const trusted = (extension: string): string =>
  `EXISTS (SELECT 1 FROM pg_catalog.pg_available_extension_versions e WHERE e.name = ${text(extension)} AND e.trusted AND e.superuser)\n` +
  `        AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_extension e WHERE e.extname = ${text(extension)})`;

/** https://www.postgresql.org/docs/current/ddl-priv.html */
function demandOf(needed: Needed): Demand {
  const shown = showName(needed.name);
  switch (needed.kind) {
    case 'function':
      return {
        ...right(`execute function ${shown}`, "'EXECUTE ON FUNCTION ' || x.oid::regprocedure"),
        from: holderOf({ ...needed, kind: 'function' }).from,
        may: "has_function_privilege(x.oid, 'EXECUTE')",
      };
    case 'type':
      return {
        ...right(`use type ${shown}`, "'USAGE ON TYPE ' || x.oid::regtype"),
        from: holderOf({ ...needed, kind: 'type' }).from,
        may: "has_type_privilege(x.oid, 'USAGE')",
      };
    case 'language':
      return {
        ...right(`use language ${shown}`, "'USAGE ON LANGUAGE ' || quote_ident(x.lanname)"),
        from: `pg_language x WHERE x.lanname = ${text(shown)} AND x.lanpltrusted`,
        may: "has_language_privilege(x.oid, 'USAGE')",
      };
    case 'view':
      return refreshing(shown, holderOf({ ...needed, kind: 'table' }).from);
    case 'schema':
      return { ...making(`schema ${shown}`), from: here, may: mayMake };
    case 'extension':
      return { ...making(`extension ${shown}`), from: `${here} AND ${trusted(shown)}`, may: mayMake };
  }
}

/** Before there are no extensions that anybody else may make: https://www.postgresql.org/docs/13/release-13.html */
const trusts = (version: string): boolean => numbersOf(version, 1)[0]! >= 13;

/** Of several functions with one name any may be the one that is meant. */
export function usingOthers(needs: readonly Needed[], version: string): readonly Asked[] {
  return needs
    .filter(({ kind }) => kind !== 'extension' || trusts(version))
    .map(demandOf)
    .map(({ expects, says, from, may }) => ({
      fault: `(SELECT MIN(${says})\n      FROM pg_catalog.${from}\n      HAVING NOT bool_or(${may}))`,
      expects,
    }));
}

/** Whoever leaves out a serial column takes its next number: https://www.postgresql.org/docs/current/functions-sequence.html */
export function numbering(tables: readonly Name[]): readonly Asked[] {
  if (tables.length === 0) return [];
  const says = lacking("'expects the right to use sequence ' || c.relname", "'USAGE ON SEQUENCE ' || c.oid::regclass");
  const ofTables = `d.refclassid = c.tableoid AND d.refobjid IN (${tables.map(idOf).join(', ')}) AND d.deptype = 'a'`;
  return [
    {
      fault:
        `(SELECT MIN(${says})\n      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_depend d ON d.classid = c.tableoid AND d.objid = c.oid AND ${ofTables}\n` +
        `      WHERE CASE WHEN c.relkind = 'S' THEN NOT has_sequence_privilege(c.oid, 'USAGE, UPDATE') END)`,
      expects: `expects the right to use the sequences of ${tables.map(showName).join(', ')}`,
    },
  ];
}
