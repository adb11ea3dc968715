/** The options that directives take. */

import type { Place } from '../errors.ts';
import { type Names, refuseUnknown } from './known-names.ts';
import type { Op } from './op.ts';
import type { CodeDirectives, EnumDirectives, ObjectDirectives } from './op-object.ts';
import type { KeyDirectives, TableDirectives } from './op-table.ts';

interface Directives
  extends TableDirectives,
    KeyDirectives,
    ObjectDirectives,
    CodeDirectives,
    EnumDirectives,
    Pick<Op, 'bulkInsert' | 'execute'> {}

type Last<Args extends readonly unknown[]> = Args extends readonly [...unknown[], infer Given] ? Given : never;
type Given<D extends keyof Directives> = Required<Parameters<Directives[D]>>;

/** How many arguments a directive takes, and the names of its options, which are the last of them. */
export type Options = {
  readonly [D in keyof Directives]: readonly [Given<D>['length'], Names<NonNullable<Last<Given<D>>>>];
};

const inSchema = { schema: true } as const;
const ifExists = { ifExists: true } as const;
const ifNotExists = { ifNotExists: true } as const;
const dataLoss = { dataLoss: true } as const;
const manner = { algorithm: true, lock: true } as const;
const primary = { ...inSchema, deferrable: true, include: true, clustered: true } as const;
const counting = { start: true, increment: true, minValue: true, maxValue: true, cache: true, cycle: true } as const;
const view = { ...inSchema, columns: true } as const;
const routine = { ...inSchema, arguments: true } as const;
const grant = { ...inSchema, on: true, columns: true, arguments: true, withGrantOption: true } as const;

export const options: Options = {
  createTable: [3, { ...inSchema, ...ifNotExists, comment: true, options: true, partitionBy: true, partitions: true }],
  dropTable: [2, { ...inSchema, ...ifExists, ...dataLoss, cascade: true }],
  renameTable: [3, inSchema],
  createTableComment: [3, inSchema],
  dropTableComment: [2, inSchema],
  alterTableOptions: [3, inSchema],
  addPartition: [4, inSchema],
  dropPartition: [3, { ...inSchema, ...dataLoss }],
  addColumn: [3, { ...inSchema, ...ifNotExists, ...manner }],
  alterColumn: [
    3,
    {
      ...inSchema,
      ...dataLoss,
      ...manner,
      nullable: true,
      type: true,
      using: true,
      default: true,
      comment: true,
      newColumnName: true,
      collation: true,
      identity: true,
      computed: true,
      onRowUpdate: true,
    },
  ],
  dropColumn: [3, { ...inSchema, ...ifExists, ...manner, ...dataLoss }],
  createPrimaryKey: [4, primary],
  createUniqueConstraint: [4, { ...primary, nullsNotDistinct: true }],
  createCheckConstraint: [4, { ...inSchema, notValid: true }],
  createForeignKey: [
    6,
    {
      onUpdate: true,
      onDelete: true,
      match: true,
      deferrable: true,
      notValid: true,
      sourceSchema: true,
      referentSchema: true,
    },
  ],
  createExcludeConstraint: [4, { ...inSchema, using: true, where: true, deferrable: true }],
  dropConstraint: [3, { ...inSchema, ...ifExists, type: true }],
  renameConstraint: [4, inSchema],
  validateConstraint: [3, inSchema],
  createIndex: [
    4,
    {
      ...inSchema,
      ...ifNotExists,
      ...manner,
      unique: true,
      where: true,
      using: true,
      include: true,
      nullsNotDistinct: true,
      options: true,
      concurrently: true,
      online: true,
    },
  ],
  dropIndex: [3, { ...inSchema, ...ifExists, ...manner, concurrently: true }],
  renameIndex: [4, inSchema],
  createSchema: [2, { ...ifNotExists, authorization: true }],
  dropSchema: [2, { ...ifExists, ...dataLoss, cascade: true }],
  createSequence: [2, { ...counting, ...inSchema, ...ifNotExists, type: true }],
  alterSequence: [2, { ...counting, ...inSchema, restart: true }],
  renameSequence: [3, inSchema],
  dropSequence: [2, { ...inSchema, ...ifExists }],
  createExtension: [2, { ...inSchema, ...ifNotExists, version: true }],
  dropExtension: [2, { ...ifExists, cascade: true }],
  grant: [4, grant],
  revoke: [4, grant],
  createView: [3, view],
  replaceView: [3, view],
  dropView: [2, { ...inSchema, ...ifExists }],
  createMaterializedView: [3, view],
  refreshMaterializedView: [2, { ...inSchema, concurrently: true }],
  dropMaterializedView: [2, { ...inSchema, ...ifExists }],
  createFunction: [3, routine],
  replaceFunction: [3, routine],
  dropFunction: [2, { ...routine, ...ifExists }],
  createProcedure: [3, routine],
  replaceProcedure: [3, routine],
  dropProcedure: [2, { ...routine, ...ifExists }],
  createTrigger: [4, inSchema],
  replaceTrigger: [4, inSchema],
  dropTrigger: [3, { ...inSchema, ...ifExists }],
  createEnum: [3, inSchema],
  addEnumValue: [3, { ...inSchema, before: true, after: true }],
  renameEnumValue: [4, inSchema],
  dropEnumValue: [3, inSchema],
  renameEnum: [3, inSchema],
  dropEnum: [2, { ...inSchema, ...ifExists }],
  bulkInsert: [3, inSchema],
  execute: [2, { bindings: true, does: true, expectRows: true }],
};

type Directive = (...args: readonly unknown[]) => unknown;

/** The directives, which refuse options that they do not take. */
export function withKnownOptions<D extends Partial<Directives>>(
  directives: D,
  place: (below: Directive) => Place | undefined,
): D {
  const guarded = Object.entries(directives).map(([name, directive]) => {
    const [count, known] = options[name as keyof Directives];
    const guard: Directive = (...args) => {
      refuseUnknown(`op.${name}`, args[count - 1], known, place(guard));
      return (directive as Directive)(...args);
    };
    return [name, guard] as const;
  });
  return Object.fromEntries(guarded) as D;
}
