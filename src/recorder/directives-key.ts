/** Directives about constraints and indexes. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import type { ConstraintTarget } from '../operation/operation.ts';
import { type Constraint, primaryKeyName } from '../schema/constraint.ts';
import { type Name, showName } from '../schema/name.ts';
import { tableOf } from '../schema/schema.ts';
import { flag, optional, parseName } from './hear-keys.ts';
import { indexPartOf } from './index-part.ts';
import type { KeyDirectives } from './op-table.ts';
import { ownName } from './own-name.ts';
import type { Performer } from './performer.ts';
import type { Session } from './session.ts';

/** The constraint that the history knows by this name, or a nameless primary key by the one that it has; Alembic's `type` is needed only where it knows none. */
/** https://dev.mysql.com/doc/refman/8.0/en/create-table.html: the name of a PRIMARY KEY is always PRIMARY */
const nameOnMysql = 'PRIMARY';

/** Some engines drop the one key that there is, whatever it is called. */
function notThePrimary(name: string, known: string, table: Name): MigratorError {
  return new MigratorError('impossible', `the primary key of table ${showName(table)} is ${known}, not ${name}`, {
    hint: `Name ${known}: a table has no other primary key.`,
  });
}

function targetOf(session: Session, table: Name, name: string, type: Constraint['kind'] | undefined): ConstraintTarget {
  const constraints = tableOf(session.schema, table)?.constraints ?? [];
  const primary = constraints.find((constraint) => constraint.kind === 'primary');
  if (primary !== undefined && (type ?? 'primary') === 'primary') {
    const known = primaryKeyName(primary, table);
    if (name === known || (type === 'primary' && name === nameOnMysql))
      return { kind: 'primary', ...optional('name', primary.name) };
    if (type === 'primary') throw notThePrimary(name, known, table);
  }
  if (type !== undefined) return { kind: type, name };
  const known = constraints.find((constraint) => constraint.name === name);
  if (known !== undefined) return { kind: known.kind, name };
  throw new MigratorError(
    'impossible',
    `there is no constraint ${name} on table ${showName(table)} at this point of the history`,
    {
      hint: "Name one that an earlier revision creates, or say what it is with { type }: 'primary', 'unique', 'foreign', 'check' or 'exclude'.",
    },
  );
}

function requireOnline(index: string, { title, onlineIndexes }: Dialect): void {
  if (onlineIndexes === true) return;
  throw new MigratorError(
    'unsupported',
    `${title} has no ONLINE for the index ${index}: SQL Server and Oracle have it`,
    {
      hint: 'Leave online out for this database; PostgreSQL has concurrently, MySQL and MariaDB have algorithm and lock.',
    },
  );
}

export function keyDirectives({ session, name, do: doing, inManner }: Performer, dialect: Dialect): KeyDirectives {
  const nameOn = (on: Name, index: string, below: (...args: never[]) => unknown) =>
    session.at(session.place(below), () => ownName('index', parseName(index, undefined), on));
  const directives: KeyDirectives = {
    createPrimaryKey(key, table, columns, options = {}) {
      const constraint = {
        kind: 'primary',
        name: key,
        columns,
        ...optional('deferrable', options.deferrable),
        ...optional('include', options.include),
        ...optional('clustered', options.clustered),
        ...optional('fills', dialect.keysFill),
      } as const;
      doing({ kind: 'addConstraint', table: name(table, options), constraint }, directives.createPrimaryKey);
    },
    createUniqueConstraint(key, table, columns, options = {}) {
      const constraint = {
        kind: 'unique',
        name: key,
        columns,
        ...optional('deferrable', options.deferrable),
        ...optional('include', options.include),
        ...optional('clustered', options.clustered),
        ...flag('nullsNotDistinct', options.nullsNotDistinct),
      } as const;
      doing({ kind: 'addConstraint', table: name(table, options), constraint }, directives.createUniqueConstraint);
    },
    createCheckConstraint(key, table, expression, options) {
      const constraint = { kind: 'check', name: key, expression, ...flag('notValid', options?.notValid) } as const;
      doing({ kind: 'addConstraint', table: name(table, options), constraint }, directives.createCheckConstraint);
    },
    createExcludeConstraint(key, table, elements, options = {}) {
      const constraint = {
        kind: 'exclude',
        name: key,
        method: options.using ?? 'gist',
        elements: elements.map(([part, operator]) => ({ part: indexPartOf(part, dialect), operator })),
        ...optional('where', options.where),
        ...optional('deferrable', options.deferrable),
      } as const;
      doing({ kind: 'addConstraint', table: name(table, options), constraint }, directives.createExcludeConstraint);
    },
    createForeignKey(key, source, referent, columns, remote, options = {}) {
      const constraint = {
        kind: 'foreign',
        name: key,
        columns,
        references: { table: name(referent, optional('schema', options.referentSchema)), columns: remote },
        ...optional('onUpdate', options.onUpdate),
        ...optional('onDelete', options.onDelete),
        ...optional('match', options.match),
        ...optional('deferrable', options.deferrable),
        ...flag('notValid', options.notValid),
      } as const;
      const table = name(source, optional('schema', options.sourceSchema));
      doing({ kind: 'addConstraint', table, constraint }, directives.createForeignKey);
    },
    dropConstraint(key, table, options) {
      const from = name(table, options);
      const constraint = targetOf(session, from, key, options?.type);
      doing(
        { kind: 'dropConstraint', table: from, constraint, ...flag('ifExists', options?.ifExists) },
        directives.dropConstraint,
      );
    },
    renameConstraint: (constraint, to, table, options) =>
      doing({ kind: 'renameConstraint', table: name(table, options), constraint, to }, directives.renameConstraint),
    validateConstraint: (constraint, table, options) =>
      doing({ kind: 'validateConstraint', table: name(table, options), constraint }, directives.validateConstraint),
    createIndex(index, table, columns, options = {}) {
      const on = name(table, options);
      const made = {
        name: nameOn(on, index, directives.createIndex),
        columns: columns.map((part) => indexPartOf(part, dialect)),
        unique: options.unique === true,
        ...optional('where', options.where),
        ...optional('method', options.using),
        ...optional('include', options.include),
        ...flag('nullsNotDistinct', options.nullsNotDistinct),
        ...optional('storage', options.options),
        ...flag('concurrently', options.concurrently),
        ...flag('online', options.online),
      };
      if (options.online === true)
        session.at(session.place(directives.createIndex), () => requireOnline(index, dialect));
      inManner(options, directives.createIndex, () =>
        doing(
          {
            kind: 'createIndex',
            table: on,
            index: made,
            ...flag('ifNotExists', options.ifNotExists),
          },
          directives.createIndex,
        ),
      );
    },
    dropIndex(said, table, options) {
      const on = name(table, options);
      const index = nameOn(on, said, directives.dropIndex);
      const how = { ...flag('concurrently', options?.concurrently), ...flag('ifExists', options?.ifExists) };
      inManner(options, directives.dropIndex, () =>
        doing({ kind: 'dropIndex', table: on, index, ...how }, directives.dropIndex),
      );
    },
    renameIndex(said, wanted, table, options) {
      const on = name(table, options);
      const own = (index: string) => nameOn(on, index, directives.renameIndex);
      doing({ kind: 'renameIndex', table: on, index: own(said), to: own(wanted) }, directives.renameIndex);
    },
  };
  return directives;
}
