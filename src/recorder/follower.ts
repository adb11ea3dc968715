/** Brings the shadow to where the history stands, when a read first needs it and again before each later one. */

import type { Statement } from '../dialect/statement.ts';
import { MigratorError, type Place } from '../errors.ts';
import type { Answer, Shadow } from '../shadow/shadow.ts';
import type { Change } from './recording.ts';
import { textOf } from './spool.ts';
import type { Writes } from './writes.ts';

export type OpenShadow = () => Promise<Shadow>;

export interface Follower {
  /** What a revision did that has been recorded: the history goes on after it. */
  follow(changes: readonly Change[]): void;
  /** The shadow of the history so far, for a run that asks. Throws what keeps it from being had. */
  attend(): Promise<Attendance>;
  close(): Promise<void>;
}

/** One run of a revision, followed as it goes. */
export interface Attendance {
  /** Runs the first `count` of the run's changes, as far as they have not been run; what the last of them came to. `tail` is added to its statements. */
  run(changes: readonly Change[], count: number, tail?: string): Promise<Answer>;
  /** The same, and then a question. */
  ask(sql: string, changes: readonly Change[], count: number): Promise<Answer>;
  /** The run stands: these are its changes. */
  keep(changes: readonly Change[]): void;
  /** The run is forgotten. */
  drop(): Promise<void>;
}

const nothing: Answer = { fields: [], rows: [], count: 0 };

function refused(shadow: Shadow, error: unknown, what: string, place: Place | undefined): MigratorError {
  const words = error instanceof Error ? error.message : String(error);
  return new MigratorError('shadow-refused', `the shadow, ${shadow.title}, refuses ${what}: ${words}`, {
    hint: 'What a revision reads is answered there. Give the shadow an engine that takes it, have the history make what is read, or express the read in SQL.',
    cause: error,
    ...(place === undefined ? {} : { place }),
  });
}

const shortly = (sql: string): string => {
  const line = sql.trim().replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 77)}...`;
};

async function runStatement(shadow: Shadow, { sql, when }: Statement, tail: string, writes: Writes): Promise<Answer> {
  const text = textOf(sql);
  const holds = when === undefined || (await isTrue(shadow, when.condition));
  const run = holds ? text : when?.otherwise;
  if (run === undefined) return nothing;
  writes.note(run);
  return shadow.send(`${run}${tail}`);
}

async function isTrue(shadow: Shadow, condition: string): Promise<boolean> {
  const { rows } = await shadow.send(`SELECT CASE WHEN ${condition} THEN 1 ELSE 0 END AS holds`);
  return Number(rows[0]?.holds) === 1;
}

/** Several statements of one call came to this together. */
function together(answers: readonly Answer[]): Answer {
  const last = answers.at(-1) ?? nothing;
  if (answers.length < 2) return last;
  return {
    ...last,
    rows: answers.flatMap(({ rows }) => rows),
    count: answers.reduce((sum, { count }) => sum + count, 0),
  };
}

export function createFollower(open: OpenShadow, writes: Writes): Follower {
  const history: Change[] = [];
  let sent = 0;
  let shadow: Shadow | undefined;
  /** What the shadow could not be told of the history. */
  let gap: unknown;

  const runChange = async (to: Shadow, { statements, place }: Change, tail: string): Promise<Answer> => {
    const answers: Answer[] = [];
    for (const { statement } of statements) {
      try {
        answers.push(await runStatement(to, statement, tail, writes));
      } catch (error) {
        throw refused(to, error, `a statement (${shortly(textOf(statement.sql))})`, place);
      }
    }
    return together(answers);
  };
  const catchUp = async (): Promise<Shadow> => {
    if (shadow === undefined) {
      shadow = await open();
      writes.forget();
      [sent, gap] = [0, undefined];
    }
    if (gap !== undefined) throw gap;
    try {
      for (; sent < history.length; sent++) await runChange(shadow, history[sent]!, '');
    } catch (error) {
      gap = error;
      throw error;
    }
    return shadow;
  };
  const close = async (): Promise<void> => {
    const old = shadow;
    shadow = undefined;
    await old?.close();
  };
  return {
    follow: (changes) => void history.push(...changes),
    close,
    async attend() {
      const mine = await catchUp();
      let ran = 0;
      /** Statements of one session come one after the other. */
      let turn: Promise<unknown> = Promise.resolve();
      const inTurn = <T>(go: () => Promise<T>): Promise<T> => {
        const next = turn.then(go);
        turn = next.catch(() => undefined);
        return next;
      };
      const run = async (changes: readonly Change[], count: number, tail = ''): Promise<Answer> => {
        let answer = nothing;
        while (ran < count) {
          ran += 1;
          answer = await runChange(mine, changes[ran - 1]!, ran === count ? tail : '');
        }
        return answer;
      };
      return {
        run: (changes, count, tail) => inTurn(() => run(changes, count, tail)),
        ask: (sql, changes, count) =>
          inTurn(async () => {
            await run(changes, count);
            try {
              return await mine.send(sql);
            } catch (error) {
              throw refused(mine, error, `what is read (${shortly(sql)})`, undefined);
            }
          }),
        keep(changes) {
          history.push(...changes);
          sent += ran;
        },
        // what it did cannot be taken back on every engine
        drop: () => inTurn(() => (ran === 0 ? Promise.resolve() : close())),
      };
    },
  };
}
