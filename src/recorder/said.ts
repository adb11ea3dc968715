/** What the author says of a revision beside what it does: in its file, or in migrator.toml where the file stays as it is. */

import { MigratorError, type Place } from '../errors.ts';
import type { Step } from '../history/revision.ts';
import type { Exported } from './exported.ts';

/** What a database would answer, as a revision's `answers` have it: either `rows` or `value` is given. */
export interface DeclaredAnswer {
  /** The SQL as the error or the script shows it, or `hasTable("t")`. */
  readonly asked: string;
  /** Rows, which the revision gets as knex hands them out. */
  readonly rows?: readonly Readonly<Record<string, unknown>>[];
  /** What the awaited call comes to, as it is. */
  readonly value?: unknown;
  /** Whether it is asked on the way up, which is the default, or on the way back. */
  readonly direction?: 'up' | 'down';
  /** The only dialect for whose targets it holds. */
  readonly dialect?: string;
}

/** The same, looked through. */
export interface SaidAnswer extends Omit<DeclaredAnswer, 'value' | 'direction'> {
  /** In an object of its own, because it may be anything. */
  readonly value?: { readonly is: unknown };
  readonly direction: 'up' | 'down';
  readonly place: Place;
}

export interface Said {
  /** Why what the upgrade loses may go. */
  readonly dataLoss?: string;
  /** Why what it reads may reach statements. */
  readonly acceptsReads?: string;
  /** Why it is not a script's. */
  readonly onlineOnly?: string;
  /** What is done online changes rows alone. */
  readonly rowsOnly?: true;
  readonly answers: readonly SaidAnswer[];
}

export const nothingSaid: Said = { answers: [] };

type Words = 'acceptsReads' | 'onlineOnly';

const examples: Readonly<Record<Words, string>> = {
  acceptsReads: "Say why production has what was read: export const acceptsReads = 'the roles come from 3f2a alone'.",
  onlineOnly: "Say why it is applied online: export const onlineOnly = 'it asks a service for its rates'.",
};

function wordsIn(name: Words, { revision }: Step, exported: Exported, outside: Said): string | undefined {
  const words = exported[name];
  if (words === undefined) return outside[name];
  if (typeof words !== 'string' || !/\S/.test(words)) {
    throw new MigratorError('bad-argument', `revision ${revision.id} exports ${name} without words`, {
      hint: examples[name],
      place: { file: revision.file },
    });
  }
  if (outside[name] === undefined) return words.trim();
  throw new MigratorError('said-twice', `${name} of revision ${revision.id} is said in its file and in migrator.toml`, {
    hint: 'Leave one of them out.',
    place: { file: revision.file },
  });
}

const keys: readonly string[] = ['asked', 'rows', 'value', 'direction', 'dialect'];

function wrongIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) return 'is no object';
  const { asked, rows, direction = 'up', dialect = '' } = answer as Partial<DeclaredAnswer>;
  const unknown = Object.keys(answer).find((key) => !keys.includes(key));
  if (unknown !== undefined) return `has an unknown key ${JSON.stringify(unknown)}`;
  if (typeof asked !== 'string' || !/\S/.test(asked)) return 'does not say what is asked';
  if ('rows' in answer === 'value' in answer) return 'has neither rows nor value, or both';
  const isRow = (row: unknown) => typeof row === 'object' && row !== null && !Array.isArray(row);
  if ('rows' in answer && !(Array.isArray(rows) && rows.every(isRow))) return 'has rows that are no list of objects';
  if (direction !== 'up' && direction !== 'down') return 'has a direction other than up and down';
  return typeof dialect === 'string' ? undefined : 'has a dialect that is no text';
}

function answersIn({ revision }: Step, { answers }: Exported): readonly SaidAnswer[] {
  if (answers === undefined) return [];
  const refuse = (wrong: string): MigratorError =>
    new MigratorError('bad-argument', `answers of revision ${revision.id}: ${wrong}`, {
      hint: "Write export const answers = [{ asked: 'select …', rows: [{ … }] }], or value: … in place of rows.",
      place: { file: revision.file },
    });
  if (!Array.isArray(answers)) throw refuse('they are no list');
  return answers.map((answer: DeclaredAnswer, at): SaidAnswer => {
    const wrong = wrongIn(answer);
    if (wrong !== undefined) throw refuse(`number ${at + 1} ${wrong}`);
    const { value, direction = 'up', ...rest } = answer;
    const whole = 'value' in answer ? { value: { is: value } } : {};
    return { ...rest, ...whole, direction, place: { file: revision.file } };
  });
}

function rowsOnlyIn(
  { revision }: Step,
  { rowsOnly }: Exported,
  onlineOnly: string | undefined,
): Pick<Said, 'rowsOnly'> {
  if (rowsOnly === undefined) return {};
  if (rowsOnly === true && onlineOnly !== undefined) return { rowsOnly };
  throw new MigratorError('bad-argument', `rowsOnly of revision ${revision.id} is not true, or onlineOnly is missing`, {
    hint: 'It says that what is done online changes rows alone: export const rowsOnly = true.',
    place: { file: revision.file },
  });
}

/** What the file exports, and what is said `outside` of it. */
export function saidOf(step: Step, exported: Exported, outside: Said): Said {
  const acceptsReads = wordsIn('acceptsReads', step, exported, outside);
  const onlineOnly = wordsIn('onlineOnly', step, exported, outside);
  return {
    ...outside,
    ...(acceptsReads === undefined ? {} : { acceptsReads }),
    ...(onlineOnly === undefined ? {} : { onlineOnly }),
    ...rowsOnlyIn(step, exported, onlineOnly),
    answers: [...outside.answers, ...answersIn(step, exported)],
  };
}
