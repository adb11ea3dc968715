/** The one door for mustache: `<% name %>` stands for a value, verbatim; a name that nobody knows is an error, not a blank. */

import mustache from 'mustache';
import { MigratorError, type Place } from './errors.ts';

type View = Readonly<Record<string, unknown>>;
/** mustache's own: kind, name, start, end, and for a section its content. */
type Token = readonly [kind: string, name: string, start: number, end: number, content?: readonly Token[]];

const tags: [string, string] = ['<%', '%>'];

/** `place` is the template's file, for messages. Sections (`<%# list %>…<%/ list %>`) see the view around them too. */
export function render(template: string, view: View, place: Place): string {
  for (const [kind, name, start] of unknown(parse(template, place), [view])) {
    const known = Object.keys(view).sort().join(', ');
    const what = kind === '>' ? `includes ${name}, and a template cannot include another` : `asks for <% ${name} %>`;
    throw new MigratorError('template-variable', `the template ${what}`, {
      hint: `It may use: ${known}.`,
      place: { file: place.file, line: template.slice(0, start).split('\n').length },
    });
  }
  return mustache.render(template, view, {}, { tags, escape: String });
}

function parse(template: string, place: Place): readonly Token[] {
  try {
    return mustache.parse(template, tags) as unknown as readonly Token[];
  } catch (cause) {
    throw new MigratorError('template-syntax', `the template cannot be read: ${(cause as Error).message}`, {
      hint: 'Every <%# section %> ends with <%/ section %>.',
      place,
      cause,
    });
  }
}

const isObject = (value: unknown): value is View => typeof value === 'object' && value !== null;

function* unknown(tokens: readonly Token[], views: readonly View[]): Generator<Token> {
  for (const token of tokens) {
    const [kind, name, , , content] = token;
    if (kind === '>') yield token;
    if (!['name', '&', '{', '#', '^'].includes(kind) || name === '.') continue;
    const holder = views.find((view) => Object.hasOwn(view, name.split('.')[0]!));
    if (holder === undefined) yield token;
    else if (kind === '#') yield* unknown(content ?? [], [...itemsOf(holder[name]), ...views]);
    else if (kind === '^') yield* unknown(content ?? [], views);
  }
}

/** Of a list, the first item speaks for all. */
function itemsOf(value: unknown): View[] {
  const item: unknown = Array.isArray(value) ? value[0] : value;
  return isObject(item) ? [item] : [];
}
