/** What a new revision's file is called: Alembic's tokens, filled in. */

import { MigratorError } from '../errors.ts';

/** The moment of creation as the project's clock shows it. */
export interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Seconds since 1970. */
  readonly epoch: number;
  /** `2026-03-01 12:34:56+01:00`. */
  readonly text: string;
}

/** `timezone` is an IANA name; undefined is UTC. */
export function clockAt(now: Date, timezone: string | undefined): Clock {
  const parts = new Map(
    formatIn(timezone ?? 'UTC')
      .formatToParts(now)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const [year, month, day, hour, minute, second] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map(
    (part) => parts.get(part)!,
  ) as [number, number, number, number, number, number];
  const epoch = Math.floor(now.getTime() / 1000);
  const offset = Math.round((Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - epoch) / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const text = `${date} ${two(hour)}:${two(minute)}:${two(second)}${zone}`;
  return { year, month, day, hour, minute, second, epoch, text };
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric' } as const;
  try {
    const more = { minute: 'numeric', second: 'numeric', hourCycle: 'h23', calendar: 'gregory' } as const;
    return new Intl.DateTimeFormat('en-US-u-nu-latn', { ...fields, ...more, timeZone });
  } catch (cause) {
    throw new MigratorError('unknown-timezone', `there is no time zone ${timezoneName(timeZone)}`, {
      hint: 'Use an IANA name such as Europe/Berlin.',
      cause,
    });
  }
}

const timezoneName = (name: string): string => JSON.stringify(name);

/** The message's words in lower case, joined by `_`; one too long is cut at its last whole word and ends in `_`. */
export function slugOf(message: string, length: number): string {
  const words = message.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const slug = [...words.join('_').toLowerCase()];
  if (slug.length <= length) return slug.join('');
  const cut = slug.slice(0, length).join('');
  const last = cut.lastIndexOf('_');
  return `${last < 0 ? cut : cut.slice(0, last)}_`;
}

/** `%(rev)s_%(slug)s` filled in; `%(month).2d` pads with zeros, `%%` is a percent sign. */
export function fileNameOf(template: string, id: string, slug: string, clock: Clock): string {
  const { text: _, ...numbers } = clock;
  const values: Readonly<Record<string, string | number>> = { rev: id, slug, ...numbers };
  const name = template.replace(/%(?:%|\((\w+)\)(0?\d*)(?:\.(\d+))?([a-zA-Z]))/g, (all, token?: string, ...how) => {
    if (token === undefined) return '%';
    const value = Object.hasOwn(values, token) ? values[token] : undefined;
    if (value === undefined) throw unknownToken(all, Object.keys(values));
    const [width, digits] = how as [string, string | undefined];
    const padded = String(value).padStart(Number(digits ?? 0), '0');
    return padded.padStart(Number(width || 0), width.startsWith('0') ? '0' : ' ');
  });
  const leftover = /%\(\w*\)?/.exec(name);
  if (leftover !== null) throw unknownToken(leftover[0], Object.keys(values));
  return name;
}

function unknownToken(token: string, known: readonly string[]): MigratorError {
  return new MigratorError('file-template', `the file template has ${token}, which stands for nothing`, {
    hint: `Known are ${known.map((name) => `%(${name})s`).join(' ')}.`,
  });
}
