/** Operations that a project brings along: each becomes a directive of `op` under its own name. */

import type { Dialect } from '../dialect/dialect.ts';
import { quoteName } from '../dialect/dialect.ts';
import type { DialectName } from '../dialect/names.ts';
import { MigratorError } from '../errors.ts';
import type { Of } from '../operation/operation.ts';
import type { Name } from '../schema/name.ts';
import type { Schema } from '../schema/schema.ts';
import { declared } from './declared.ts';
import type { Declaration, Op } from './op.ts';
import type { Session } from './session.ts';
import { rawStatement } from './statements.ts';

/** What an operation of a plugin may lean on when it is called. */
export interface PluginContext {
  readonly dialect: DialectName;
  readonly version: string;
  /** The schema as the history left it. */
  readonly schema: Schema;
  /** A name, quoted for the dialect; of a table with its schema, too. */
  quote(name: string | Name): string;
  /** A value as the dialect spells it. */
  literal(value: unknown): string;
}

/** What stands under a name in the `operations` that a plugin's file exports. */
export interface PluginOperation<Args extends readonly unknown[] = readonly never[]> {
  /** One line of English, without a full stop. */
  describe(...args: Args): string;
  /** What it does to the schema. Without `sql` these operations are also what is written, as the dialect spells them. */
  does?(context: PluginContext, ...args: Args): readonly Declaration[];
  /** Statements without semicolons. */
  sql?(context: PluginContext, ...args: Args): string | readonly string[];
  /** What takes it back; without it, the way back is that of what `does` said, and there is none where that said nothing. */
  undo?(context: PluginContext, ...args: Args): readonly Declaration[];
}

export type Plugins = ReadonlyMap<string, PluginOperation<readonly unknown[]>>;

/** The operations of a plugin's file. Throws `bad-plugin`. */
export function pluginsOf(exported: Readonly<Record<string, unknown>>, file: string): Plugins {
  const { operations } = exported;
  if (typeof operations !== 'object' || operations === null) throw badPlugin(file, 'exports no object `operations`');
  for (const [name, operation] of Object.entries(operations as Record<string, unknown>)) {
    const { describe, does, sql } = (operation ?? {}) as Record<string, unknown>;
    if (typeof describe !== 'function') throw badPlugin(file, `has no function \`describe\` for ${name}`);
    if (typeof does !== 'function' && typeof sql !== 'function') {
      throw badPlugin(file, `says neither with \`does\` nor with \`sql\` what ${name} is`);
    }
  }
  return new Map(Object.entries(operations as Record<string, PluginOperation<readonly unknown[]>>));
}

function badPlugin(file: string, sentence: string): MigratorError {
  return new MigratorError('bad-plugin', `the plugin ${file} ${sentence}`, { place: { file } });
}

interface Settings {
  readonly session: Session;
  readonly dialect: Dialect;
  readonly version: string;
}

/** `op` with the directives of plugins. Throws `bad-plugin` for a name that is taken. */
export function withPlugins(op: Op, plugins: Plugins, settings: Settings): Op {
  for (const [name, operation] of plugins) {
    if (name in op) throw new MigratorError('bad-plugin', `a plugin registers ${name}, which op has already`);
    Object.defineProperty(op, name, { enumerable: true, value: directiveOf(name, operation, op, settings) });
  }
  return op;
}

function contextOf({ session, dialect, version }: Settings): PluginContext {
  return {
    dialect: dialect.name,
    version,
    schema: session.schema,
    quote: (what) => (typeof what === 'string' ? dialect.quote(what) : quoteName(dialect, what)),
    literal: (value) => dialect.literal(value),
  };
}

function directiveOf(name: string, plugin: PluginOperation<readonly unknown[]>, op: Op, settings: Settings) {
  const { session } = settings;
  const directive = (...args: readonly unknown[]): void => {
    const place = session.place(directive);
    const context = contextOf(settings);
    const [says, does, undo, sql] = session.at(place, () => [
      plugin.describe(...args),
      plugin.does?.(context, ...args) ?? [],
      plugin.undo?.(context, ...args),
      plugin.sql?.(context, ...args),
    ]);
    const done = declared(does, op, session, place);
    const undone = undo && declared([...done, ...undo], op, session, place).slice(done.length);
    const operation: Of<'custom'> = {
      kind: 'custom',
      name,
      says,
      does: done,
      ...(undone === undefined ? {} : { undo: undone }),
    };
    if (sql === undefined) session.performAs(operation, place);
    else {
      const statements = session.at(place, () => [sql].flat().map((text) => rawStatement(text, settings.dialect)));
      session.enter([operation], statements, place);
    }
  };
  return directive;
}
