/** A PostgreSQL database read as a schema. */

import type { Counting } from '../../schema/counting.ts';
import type { EnumType, Extension, GrantTarget, Routine, Sequence, Trigger, View } from '../../schema/objects.ts';
import { keyOf, type Schema } from '../../schema/schema.ts';
import { facts, grantsOf, present, registryOf } from '../facts.ts';
import type { Frame, Inventory, Row } from '../inventory.ts';
import { postgresQuestions } from './questions.ts';
import {
  type ColumnFact,
  type ConstraintFact,
  type IndexFact,
  indexOf,
  type NameOf,
  type PartitionFact,
  type Placed,
  placeOf,
  type TableFact,
  tablesOf,
} from './table.ts';

interface Named {
  readonly schema: string;
  readonly name: string;
}
interface ViewFact extends Placed {
  readonly materialized: boolean;
  readonly query: string;
  readonly comment: string | null;
}
interface GrantFact {
  readonly kind: GrantTarget;
  readonly schema?: string;
  readonly name: string;
  readonly column?: string;
  readonly to: string;
  readonly privilege: string;
  readonly passed: boolean;
}
type SequenceFact = Placed & { readonly counting: Counting & { readonly type: string } };
type EnumFact = Named & { readonly values: readonly string[] | null };
type RoutineFact = Named & { readonly kind: string; readonly arguments: string; readonly definition: string };
type TriggerFact = Placed & { readonly name: string; readonly definition: string };

function homeOf(rows: readonly Row[], frame: Frame): string {
  return frame.home ?? facts<string | null>(rows, 'home')[0] ?? 'public';
}

function viewsOf(facts: readonly ViewFact[], indexes: readonly IndexFact[], nameOf: NameOf): readonly View[] {
  return facts.map((fact) => ({
    name: nameOf(fact.schema, fact.table),
    query: fact.query,
    materialized: fact.materialized,
    indexes: indexes.filter((index) => placeOf(index) === placeOf(fact)).map(indexOf),
    ...present({ comment: fact.comment }),
  }));
}

/** What comes after the name, which the catalog says with its schema. */
function routineOf(fact: RoutineFact, nameOf: NameOf): Routine {
  return {
    kind: fact.kind === 'p' ? 'procedure' : 'function',
    name: nameOf(fact.schema, fact.name),
    arguments: `(${fact.arguments})`,
    definition: fact.definition.slice(fact.definition.indexOf('(')),
  };
}

function triggerOf({ schema, table, name, definition }: TriggerFact, nameOf: NameOf): Trigger {
  return {
    name,
    table: nameOf(schema, table),
    definition: definition.replace(/^create (?:constraint )?trigger (?:"(?:[^"]|"")*"|\S+) /i, ''),
  };
}

function grantOf({ kind, schema, name, column, to, privilege, passed }: GrantFact, nameOf: NameOf) {
  const what = schema === undefined ? { name } : nameOf(schema, name);
  const on = { kind, name: what, ...(column === undefined ? {} : { columns: [column] }) };
  return { grant: { on, to }, privilege, passed };
}

function read(rows: readonly Row[], frame: Frame): Schema {
  const home = homeOf(rows, frame);
  const among = <F extends { readonly schema: string }>(about: string): readonly F[] =>
    facts<F>(rows, about).filter(({ schema }) => frame.schemas?.includes(schema) !== false);
  const nameOf: NameOf = (schema, name) => (schema === home ? { name } : { schema, name });
  const tables = tablesOf(
    {
      tables: among<TableFact>('table'),
      partitions: among<PartitionFact>('partition'),
      columns: among<ColumnFact>('column'),
      constraints: among<ConstraintFact>('constraint'),
      indexes: among<IndexFact>('index'),
    },
    nameOf,
  );
  const sequences = among<SequenceFact>('sequence').map(
    ({ schema, table, counting }): Sequence => ({ ...counting, name: nameOf(schema, table) }),
  );
  const enums = among<EnumFact>('enum').map(
    ({ schema, name, values }): EnumType => ({ name: nameOf(schema, name), values: values ?? [], implicit: false }),
  );
  const schemas = facts<{ readonly name: string }>(rows, 'schema').map(({ name }) => name);
  return {
    tables: registryOf(tables, keyOf.named),
    views: registryOf(viewsOf(among('view'), among('index'), nameOf), keyOf.named),
    sequences: registryOf(sequences, keyOf.named),
    enums: registryOf(enums, keyOf.named),
    routines: registryOf(
      among<RoutineFact>('routine').map((fact) => routineOf(fact, nameOf)),
      keyOf.routine,
    ),
    triggers: registryOf(
      among<TriggerFact>('trigger').map((fact) => triggerOf(fact, nameOf)),
      keyOf.trigger,
    ),
    extensions: registryOf(facts<Extension>(rows, 'extension'), ({ name }) => name),
    schemas: registryOf(
      schemas.filter((name) => name !== home && name !== 'public'),
      (name) => name,
    ),
    grants: grantsOf(facts<GrantFact>(rows, 'grant').map((fact) => grantOf(fact, nameOf))),
    unread: [],
  };
}

export const postgresInventory: Inventory = {
  questions: postgresQuestions,
  further: () => [],
  read,
  usual: (rows, frame) => ({ home: homeOf(rows, frame) }),
};
