/** What each directive takes: its arguments in their order, and its options, which are the last of them. */

import { MigratorError } from '../errors.ts';
import { refuseUnknown } from './known-names.ts';
import type { Op } from './op.ts';
import type { CodeDirectives, EnumDirectives, ObjectDirectives } from './op-object.ts';
import type { KeyDirectives, TableDirectives } from './op-table.ts';
import {
  action,
  anything,
  builder,
  calledBy,
  deferral,
  flag,
  list,
  orNull,
  plain,
  requireShape,
  type Shape,
  text,
  texts,
  word,
} from './shapes.ts';

interface Directives
  extends TableDirectives,
    KeyDirectives,
    ObjectDirectives,
    CodeDirectives,
    EnumDirectives,
    Pick<Op, 'bulkInsert' | 'execute'> {}

type Given<D extends keyof Directives> = Required<Parameters<Directives[D]>>;
type Last<Args extends readonly unknown[]> = Args extends readonly [...unknown[], infer Options] ? Options : never;
type Named<Args extends readonly unknown[]> = Args extends readonly [...infer Before, unknown]
  ? { readonly [At in keyof Before]: readonly [name: string, shape: Shape] }
  : never;
type Shapes<T> = { readonly [K in keyof T]-?: Shape };

export type Signatures = {
  readonly [D in keyof Directives]: readonly [
    takes: Named<Given<D>>,
    options: Shapes<NonNullable<Last<Given<D>>>>,
    more?: 'needs options',
  ];
};

const inSchema = { schema: text } as const;
const ifExists = { ifExists: flag } as const;
const ifNotExists = { ifNotExists: flag } as const;
/** Without words it has an error of its own. */
const dataLoss = { dataLoss: anything } as const;
/** What of it an engine knows is its own to say. */
const manner = { algorithm: text, lock: text } as const;
const deferrable = { deferrable: deferral } as const;
const primary = { ...inSchema, ...deferrable, include: texts, clustered: flag } as const;
const counting = {
  start: anything,
  increment: anything,
  minValue: anything,
  maxValue: anything,
  cache: anything,
  cycle: flag,
} as const;
const view = { ...inSchema, columns: texts } as const;
const routine = { ...inSchema, arguments: text } as const;
const grant = {
  ...inSchema,
  on: word(['table', 'sequence', 'schema', 'function', 'procedure', 'database']),
  columns: texts,
  arguments: text,
  withGrantOption: flag,
} as const;

const name = ['name', text] as const;
const newName = ['newName', text] as const;
const table = ['table', text] as const;
const column = ['column', text] as const;
const columns = ['columns', texts] as const;
const value = ['value', text] as const;
/** SQL as text or as an object of texts is looked at where the dialect is known. */
const definition = ['definition', anything] as const;
const query = ['query', anything] as const;

export const signatures: Signatures = {
  createTable: [
    [name, ['build', builder]],
    { ...inSchema, ...ifNotExists, comment: text, options: plain, partitionBy: text, partitions: list },
  ],
  dropTable: [[name], { ...inSchema, ...ifExists, ...dataLoss, cascade: flag }],
  renameTable: [[['oldName', text], newName], inSchema],
  createTableComment: [[table, ['comment', text]], inSchema],
  dropTableComment: [[table], inSchema],
  alterTableOptions: [[table, ['options', plain]], inSchema],
  addPartition: [[table, name, ['values', text]], inSchema],
  dropPartition: [[table, name], { ...inSchema, ...dataLoss }],
  addColumn: [[table, ['build', builder]], { ...inSchema, ...ifNotExists, ...manner }],
  alterColumn: [
    [table, column],
    {
      ...inSchema,
      ...dataLoss,
      ...manner,
      nullable: flag,
      type: { ...builder, what: 'a function that says the type: (t, name) => t.string(name, 40)' },
      using: text,
      default: anything,
      comment: orNull(text),
      newColumnName: text,
      collation: orNull(text),
      identity: anything,
      computed: anything,
      onRowUpdate: orNull(text),
    },
    'needs options',
  ],
  dropColumn: [[table, column], { ...inSchema, ...ifExists, ...manner, ...dataLoss }],
  createPrimaryKey: [[name, table, columns], primary],
  createUniqueConstraint: [[name, table, columns], { ...primary, nullsNotDistinct: flag }],
  createCheckConstraint: [[name, table, ['condition', text]], { ...inSchema, notValid: flag }],
  createForeignKey: [
    [name, ['sourceTable', text], ['referentTable', text], ['localColumns', texts], ['remoteColumns', texts]],
    {
      ...deferrable,
      onUpdate: action,
      onDelete: action,
      match: word(['full', 'partial', 'simple']),
      notValid: flag,
      sourceSchema: text,
      referentSchema: text,
    },
  ],
  createExcludeConstraint: [
    [name, table, ['elements', list]],
    { ...inSchema, ...deferrable, using: text, where: text },
  ],
  dropConstraint: [
    [name, table],
    { ...inSchema, ...ifExists, type: word(['foreign', 'primary', 'unique', 'check', 'exclude']) },
  ],
  renameConstraint: [[name, newName, table], inSchema],
  validateConstraint: [[name, table], inSchema],
  createIndex: [
    [name, table, ['columns', list]],
    {
      ...inSchema,
      ...ifNotExists,
      ...manner,
      unique: flag,
      where: text,
      using: text,
      include: texts,
      nullsNotDistinct: flag,
      options: plain,
      concurrently: flag,
      online: flag,
    },
  ],
  dropIndex: [[name, table], { ...inSchema, ...ifExists, ...manner, concurrently: flag }],
  renameIndex: [[name, newName, table], inSchema],
  createSchema: [[name], { ...ifNotExists, authorization: text }],
  dropSchema: [[name], { ...ifExists, ...dataLoss, cascade: flag }],
  createSequence: [[name], { ...counting, ...inSchema, ...ifNotExists, type: text }],
  alterSequence: [[name], { ...counting, ...inSchema, restart: anything }, 'needs options'],
  renameSequence: [[name, newName], inSchema],
  dropSequence: [[name], { ...inSchema, ...ifExists }],
  createExtension: [[name], { ...inSchema, ...ifNotExists, version: text }],
  dropExtension: [[name], { ...ifExists, cascade: flag }],
  grant: [[['privileges', texts], name, ['to', text]], grant],
  revoke: [[['privileges', texts], name, ['from', text]], grant],
  createView: [[name, query], view],
  replaceView: [[name, query], view],
  dropView: [[name], { ...inSchema, ...ifExists }],
  createMaterializedView: [[name, query], view],
  refreshMaterializedView: [[name], { ...inSchema, concurrently: flag }],
  dropMaterializedView: [[name], { ...inSchema, ...ifExists }],
  createFunction: [[name, definition], routine],
  replaceFunction: [[name, definition], routine],
  dropFunction: [[name], { ...routine, ...ifExists }],
  createProcedure: [[name, definition], routine],
  replaceProcedure: [[name, definition], routine],
  dropProcedure: [[name], { ...routine, ...ifExists }],
  createTrigger: [[name, table, definition], inSchema],
  replaceTrigger: [[name, table, definition], inSchema],
  dropTrigger: [[name, table], { ...inSchema, ...ifExists }],
  createEnum: [[name, ['values', texts]], inSchema],
  addEnumValue: [[name, value], { ...inSchema, before: text, after: text }],
  renameEnumValue: [[name, value, ['newValue', text]], inSchema],
  dropEnumValue: [[name, value], inSchema],
  renameEnum: [[name, newName], inSchema],
  dropEnum: [[name], { ...inSchema, ...ifExists }],
  bulkInsert: [[table, ['rows', anything]], inSchema],
  execute: [[['sql', anything]], { bindings: anything, does: anything, expectRows: anything }],
};

type Directive = (...args: readonly unknown[]) => unknown;
type Signature = readonly [
  takes: readonly (readonly [name: string, shape: Shape])[],
  options: Readonly<Record<string, Shape>>,
  more?: 'needs options',
];

function refuseArguments(directive: string, [takes, options, more]: Signature, args: readonly unknown[]): void {
  const call = `${directive}(${[...takes.map(([called]) => called), more ? 'options' : '[options]'].join(', ')})`;
  const shown = `It is ${call}.`;
  const bad = (sentence: string) => new MigratorError('bad-argument', sentence, { hint: shown });
  const given = args[takes.length];
  if (given === null) throw bad(`${directive} takes an object for its options, not null`);
  refuseUnknown(directive, given, options);
  for (const [at, [called, shape]] of takes.entries()) {
    if (shape.fits(args[at])) continue;
    const beginning = `${directive} takes ${shape.what}${shape === builder ? '' : ` for ${called}`}`;
    throw bad(args[at] === undefined ? beginning : `${beginning}, not ${calledBy(args[at])}`);
  }
  if (more !== undefined && given === undefined) throw bad(`${directive} is told no options`);
  for (const [option, said] of Object.entries(given ?? {})) {
    const shape = options[option]!;
    requireShape(shape, said, `${directive} takes ${shape.what} for its option ${option}`, shown);
  }
}

/** The directives, which refuse what they do not take: `refuse` is told the error, `bad-argument`, and below which call. */
export function withSignatures<D extends Partial<Directives>>(
  directives: D,
  refuse: (below: Directive, error: unknown) => never,
): D {
  const guarded = Object.entries(directives).map(([called, directive]) => {
    const signature = signatures[called as keyof Directives] as Signature;
    const guard: Directive = (...args) => {
      try {
        refuseArguments(`op.${called}`, signature, args);
      } catch (error) {
        refuse(guard, error);
      }
      return (directive as Directive)(...args);
    };
    return [called, guard] as const;
  });
  return Object.fromEntries(guarded) as D;
}
