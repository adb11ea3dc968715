/** Directives about schemas, sequences, extensions and rights. */

import { MigratorError } from '../errors.ts';
import type { Grant } from '../schema/objects.ts';
import { countingOf, wholeNumber } from './counting-options.ts';
import { dataLossIn } from './data-loss.ts';
import { flag, optional } from './hear-keys.ts';
import type { GrantOptions, ObjectDirectives } from './op-object.ts';
import type { Performer } from './performer.ts';

export function objectDirectives({ session, name, do: doing }: Performer): ObjectDirectives {
  const grantOf = (privileges: readonly string[], of: string, to: string, options: GrantOptions = {}): Grant => {
    if (privileges.length === 0) throw new MigratorError('bad-argument', 'no privilege is named');
    const { on: kind = 'table', columns, withGrantOption = false } = options;
    if (options.arguments !== undefined && kind !== 'function' && kind !== 'procedure') {
      throw new MigratorError('bad-argument', `a ${kind} has no arguments: ${of}`, {
        hint: "Say what it is with { on: 'function' } or { on: 'procedure' }.",
      });
    }
    const on = {
      kind,
      name: name(of, options),
      ...optional('columns', columns),
      ...optional('arguments', options.arguments),
    };
    return { privileges, on, to, withGrantOption };
  };
  const directives: ObjectDirectives = {
    createSchema: (schema, options = {}) =>
      doing(
        {
          kind: 'createSchema',
          schema,
          ...optional('authorization', options.authorization),
          ...flag('ifNotExists', options.ifNotExists),
        },
        directives.createSchema,
      ),
    dropSchema: (schema, options = {}) =>
      doing(
        {
          kind: 'dropSchema',
          schema,
          ...flag('cascade', options.cascade),
          ...flag('ifExists', options.ifExists),
          ...session.at(session.place(directives.dropSchema), () => dataLossIn('op.dropSchema', options.dataLoss)),
        },
        directives.dropSchema,
      ),
    createSequence(sequence, options = {}) {
      const made = { name: name(sequence, options), ...optional('type', options.type), ...countingOf(options) };
      doing(
        { kind: 'createSequence', sequence: made, ...flag('ifNotExists', options.ifNotExists) },
        directives.createSequence,
      );
    },
    alterSequence(sequence, options) {
      const { restart } = options;
      const change = {
        ...countingOf(options),
        ...(restart === undefined ? {} : { restart: wholeNumber(restart, 'restart') }),
      };
      if (Object.keys(change).length === 0) {
        throw new MigratorError('bad-argument', 'op.alterSequence is told nothing to change');
      }
      doing({ kind: 'alterSequence', sequence: name(sequence, options), change }, directives.alterSequence);
    },
    renameSequence: (sequence, to, options) =>
      doing({ kind: 'renameSequence', sequence: name(sequence, options), to }, directives.renameSequence),
    dropSequence: (sequence, options = {}) =>
      doing(
        { kind: 'dropSequence', sequence: name(sequence, options), ...flag('ifExists', options.ifExists) },
        directives.dropSequence,
      ),
    createExtension(extension, options = {}) {
      const { schema, version, ifNotExists } = options;
      const made = { name: extension, ...optional('schema', schema), ...optional('version', version) };
      doing(
        { kind: 'createExtension', extension: made, ...flag('ifNotExists', ifNotExists) },
        directives.createExtension,
      );
    },
    dropExtension: (extension, options = {}) =>
      doing(
        {
          kind: 'dropExtension',
          extension,
          ...flag('cascade', options.cascade),
          ...flag('ifExists', options.ifExists),
        },
        directives.dropExtension,
      ),
    grant: (privileges, of, to, options) =>
      doing({ kind: 'grant', grant: grantOf(privileges, of, to, options) }, directives.grant),
    revoke: (privileges, of, from, options) =>
      doing({ kind: 'revoke', grant: grantOf(privileges, of, from, options) }, directives.revoke),
  };
  return directives;
}
