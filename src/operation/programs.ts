/** Functions and triggers, with which a server that keeps a log of statements does not trust everybody. */

import { showName } from '../schema/name.ts';
import { inSchemaOf } from './names-made.ts';
import type { Operation } from './operation.ts';

export interface Program {
  readonly kind: 'function' | 'trigger';
  readonly verb: 'make' | 'drop';
  readonly name: string;
  /** Everything after the name. */
  readonly definition: string;
}

const comments = String.raw`(?:\s|--[^\n]*\n|/\*[\s\S]*?\*/)*`;
const word = '(?:`[^`]+`|[\\w$]+)';
const name = String.raw`(?<name>(?:${word}\s*\.\s*)?${word})`;
const definer = String.raw`(?:definer\s*=\s*\S+(?:\s*@\s*\S+)?\s+)?`;
const making = new RegExp(
  String.raw`^${comments}create\s+(?:or\s+replace\s+)?${definer}(?:aggregate\s+)?(?<kind>function|trigger)\s+(?:if\s+not\s+exists\s+)?${name}`,
  'i',
);
const dropping = new RegExp(String.raw`^${comments}drop\s+(?<kind>trigger)\s+(?:if\s+exists\s+)?${name}`, 'i');

/** A function of a library has no body of SQL. */
const ofLibrary = /\bsoname\b/i;

function said(sql: string): readonly Program[] {
  const verb = making.test(sql) ? 'make' : 'drop';
  const found = (verb === 'make' ? making : dropping).exec(sql);
  if (found?.groups === undefined) return [];
  const definition = sql.slice(found[0].length);
  if (/^\s*returns\b/i.test(definition) && ofLibrary.test(definition)) return [];
  const kind = found.groups.kind!.toLowerCase() as Program['kind'];
  return [{ kind, verb, name: found.groups.name!.replaceAll('`', ''), definition }];
}

/** The author's own SQL is read as far as it begins with one. */
export function programsOf(operation: Operation): readonly Program[] {
  switch (operation.kind) {
    case 'createRoutine': {
      const { kind, name: routine, definition } = operation.routine;
      return kind === 'function' ? [{ kind, verb: 'make', name: showName(routine), definition }] : [];
    }
    case 'createTrigger': {
      const { table, name: trigger, definition } = operation.trigger;
      return [{ kind: 'trigger', verb: 'make', name: showName(inSchemaOf(table, trigger)), definition }];
    }
    case 'dropTrigger':
      return [
        {
          kind: 'trigger',
          verb: 'drop',
          name: showName(inSchemaOf(operation.table, operation.trigger)),
          definition: '',
        },
      ];
    case 'raw':
      return said(operation.sql);
    default:
      return [];
  }
}
