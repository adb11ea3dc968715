/** Answers that the author has written down, and who asked for them. */

import { plainSql } from '../dialect/plain-sql.ts';
import { allFaults, MigratorError } from '../errors.ts';
import type { Step } from '../history/revision.ts';
import type { Answer } from '../shadow/shadow.ts';
import type { Question } from './question.ts';
import type { SaidAnswer } from './said.ts';

/** `bare`: the value of the one row is what the call comes to. */
export interface Given extends Answer {
  readonly bare?: true;
}

export interface Answers {
  /** Whether there is an answer to one of these texts. */
  has(asked: readonly string[]): boolean;
  /** The answer to a question, remembered as asked for. */
  to(question: Question): Given | undefined;
  /** Throws `unasked-answer` for each that nobody asked for. */
  refuseUnasked(): void;
}

/** What is shown is cut where it is long. */
const cut = '...';

function covers(declared: string, asked: string): boolean {
  return declared.endsWith(cut) ? asked.startsWith(declared.slice(0, -cut.length)) : declared === asked;
}

function givenIn({ rows = [], value }: SaidAnswer): Given {
  if (value !== undefined) return { fields: [], rows: [{ value: value.is }], count: 1, bare: true };
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const whole = rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null])));
  return { fields: names.map((name) => ({ name, type: '' })), rows: whole, count: rows.length };
}

export function answersOf(said: readonly SaidAnswer[], { revision, direction }: Step, dialect: string): Answers {
  const open = said
    .filter((one) => one.direction === direction && (one.dialect ?? dialect) === dialect)
    .map((one) => ({ one, text: plainSql(one.asked) }));
  const used = new Set<SaidAnswer>();
  const find = (asked: readonly string[]): SaidAnswer | undefined => {
    if (open.length === 0) return undefined;
    const texts = asked.map(plainSql);
    return open.find(({ text }) => texts.some((asked) => covers(text, asked)))?.one;
  };
  return {
    has: (asked) => find(asked) !== undefined,
    to({ sql, called }) {
      const one = find(called === undefined ? [sql] : [called, sql]);
      if (one === undefined) return undefined;
      used.add(one);
      return givenIn(one);
    },
    refuseUnasked() {
      const unasked = open.filter(({ one }) => !used.has(one));
      const fault = allFaults(
        unasked.map(
          ({ one: { asked, place } }) =>
            new MigratorError('unasked-answer', `revision ${revision.id} does not ask (${asked.trim()})`, {
              hint: 'Write it as the error or the script shows it, say its dialect or direction, or take it out.',
              place,
            }),
        ),
      );
      if (fault !== undefined) throw fault;
    },
  };
}

/** Nothing was declared. */
export const noAnswers: Answers = { has: () => false, to: () => undefined, refuseUnasked: () => undefined };
