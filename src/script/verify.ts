/** The script that looks whether a database is what an upgrade should have made of it. */

import type { Asking } from '../dialect/client.ts';
import type { Inquiry, Question } from '../dialect/inquiry.ts';
import { showPlace } from '../errors.ts';
import { factsOf } from '../inventory/survey/fact.ts';
import { ledgerRows, logRows, rowDifferences, versionRows } from '../inventory/survey/rows.ts';
import { settled } from '../inventory/survey/spoken.ts';
import { differences, type Survey } from '../inventory/survey/survey.ts';
import { surveys } from '../inventory/survey/surveys.ts';
import { type Name, showName } from '../schema/name.ts';
import { entries, type Registry } from '../schema/registry.ts';
import { firstWords, type Schema } from '../schema/schema.ts';
import { digestOf } from './digest.ts';
import { inquiryText } from './inquiry.ts';
import { faultQuestion, readingQuestion } from './reading-question.ts';
import type { Script } from './script.ts';
import { showHeads } from './title.ts';

const columns: readonly string[] = ['kind', 'name', 'expected', 'found'];

/** The whole file, piece by piece; `after` is the schema at the script's end. */
export function* verifyText(script: Script, after: Schema, file: string): Generator<string> {
  const { frame, recordings } = script;
  const known = settled(after);
  const made = recordings.map(({ step }) => step.revision.id);
  const purpose = [
    `It compares a database with what the revisions up to ${showHeads(frame.to)} say of it: tables, keys, indexes and other`,
    'objects by the catalog, the version rows, and what the ledger and the log say.',
    ...(made.length === 0 ? [] : [`Run it after ${frame.file}.`]),
    'Things that no revision speaks of are not looked at, but for what stands in one of their tables.',
    ...unverified(after, known.doubtful),
    '',
    `To: ${showHeads(frame.to)}`,
  ];
  const survey = surveys[script.dialect.name];
  const seeing = seeingQuestion(script, known.schema);
  const reading = ownReading(script);
  const inquiry: Inquiry = {
    questions: [...seeing, ...catalogQuestions(script, known, survey), ...reading, ...rowQuestions(script, survey)],
    good: `verified: the database is what the revisions say at ${showHeads(frame.to)}`,
    bad: 'not verified: the database is not what the revisions say',
    ...(seeing.length + reading.length === 0
      ? {}
      : { open: 'not verified: this account may not read all that is compared, see what was found above' }),
  };
  yield* inquiryText(script, { file, purpose, inquiry });
}

function unverified({ unread }: Schema, doubtful: readonly string[]): readonly string[] {
  if (unread.length === 0) return [];
  return [
    '',
    `What ${unread.every(({ online }) => online) ? 'is done online' : 'raw SQL did'} is not verified, because nothing says what it does:`,
    ...unread.map(({ sql, place, uncompiled, online }) => {
      const where = place === undefined ? '' : `${showPlace(place)}: `;
      return `  ${where}${uncompiled ? 'it does not compile' : online ? 'it is done online' : firstWords(sql)}`;
    }),
    ...(doubtful.length === 0 ? [] : [`Not looked at, because it may have changed them: ${doubtful.join(', ')}.`]),
    'Things that it may have added to other tables are let be.',
  ];
}

function catalogQuestions(
  { client, frame }: Script,
  { schema, open }: ReturnType<typeof settled>,
  survey: Survey,
): readonly Question[] {
  const { text } = client.asking;
  const manner = survey.manner(frame.serverVersion);
  const facts = factsOf(schema, manner);
  const found = survey.found(schema, text, frame.serverVersion);
  const titles = {
    tables: 'Tables and columns are as the revisions say.',
    keys: 'Keys and checks are as the revisions say.',
    indexes: 'Indexes are as the revisions say.',
    objects: 'Views and other objects are as the revisions say.',
  } as const;
  const stale = survey.stale?.(schema, text);
  return [
    ...(Object.keys(titles) as (keyof typeof titles)[])
      .filter((group) => facts[group].length > 0 || (facts.tables.length > 0 && found[group].length > 0))
      .map((group) => ({
        title: titles[group],
        columns,
        sql: differences(facts[group], found[group], survey.words, text, open),
      })),
    ...(stale === undefined
      ? []
      : [
          {
            title: 'These are INVALID, and compiled when they are used next.',
            columns,
            sql: stale,
            tells: true as const,
          },
        ]),
  ];
}

/** What the catalog keeps from an account would be found missing. */
function seeingQuestion(script: Script, { tables, views, sequences, routines, triggers }: Schema): readonly Question[] {
  const { schema, serverVersion } = script.frame;
  const namesOf = (registry: Registry<{ readonly name: Name }>) => entries(registry).map(([, { name }]) => name);
  const triggered = new Map(entries(triggers).map(([, { table }]) => [showName(table), table]));
  const asked = script.dialect.expects.seeing?.(
    {
      ...(schema === undefined ? {} : { schema }),
      tables: [tables, views, sequences].flatMap((registry) => namesOf(registry)),
      triggered: [...triggered.values()],
      routines: namesOf(routines),
    },
    serverVersion,
  );
  const title = 'The catalog shows what is looked for. Where it does not: GRANT a right on it, and ask again.';
  return faultQuestion(script, asked ?? [], title).map((question) => ({
    ...question,
    tells: true,
    open: true,
    last: true,
  }));
}

/** Where the rows cannot be read, the catalog may be as it should be. */
function ownReading(script: Script): readonly Question[] {
  const { client, frame } = script;
  const { expects } = script.dialect;
  const { version, ledger, log } = client.asking.own(frame);
  const own = [version, ledger, log].filter((table) => table !== undefined);
  const tables = own.map((table) => expects.ownName?.(table) ?? table);
  const asked = expects.reading?.(tables, frame.serverVersion) ?? [];
  return readingQuestion(script, asked).map((question) => ({ ...question, tells: true, open: true }));
}

/** One row, about a table of the scripts' own that is not there. */
function missing(kind: string, table: Name, found: string, { text, nowhere }: Asking): string {
  const cells = [kind, showName(table), 'there', found].map(text);
  return `SELECT ${cells.map((cell, at) => `${cell} AS ${columns[at]}`).join(', ')}${nowhere}`;
}

function neverHere(version: Name, asking: Asking): string {
  const found =
    'there is no table of that name that this account can see: no script of migrator ever ran here, or this is another database or schema than it ran in';
  return missing('version table', version, found, asking);
}

function rowQuestions({ client, frame, recordings }: Script, { words }: Survey): readonly Question[] {
  const { asking } = client;
  const { text } = asking;
  const { version, ledger, log } = asking.own(frame);
  const applied = asking.applied(frame);
  const heads = applied.names.map((id) => [id, 'there'] as const);
  const scripted = recordings.filter(({ onlineOnly }) => onlineOnly === undefined);
  const told = scripted.map((one) => [one.step.revision.id, `${one.step.direction} ${digestOf(one)}`] as const);
  return [
    {
      title: `The version rows are: ${showHeads(frame.to)}.`,
      columns,
      sql: rowDifferences('version row', heads, versionRows(applied.table, applied.column, text), words, text),
      only: version,
      ...(heads.length === 0 ? {} : { absent: neverHere(version, asking) }),
    },
    ...(ledger === undefined
      ? []
      : [
          {
            title: 'No revision was left half done.',
            columns,
            sql: ledgerRows(asking.table(ledger), words, text),
            only: ledger,
          },
        ]),
    ...(log === undefined || told.length === 0
      ? []
      : [
          {
            title: 'The log says that these revisions were applied last, as they are written here.',
            columns,
            only: log,
            absent: missing('log', log, 'there is no log that this account can see', asking),
            sql: rowDifferences(
              'log row',
              told,
              logRows(
                asking.table(log),
                told.map(([id]) => id),
                words,
                text,
              ),
              words,
              text,
            ),
          },
        ]),
  ];
}
