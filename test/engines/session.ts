/** A client that stays and answers one question after another: starting one takes longer than most answers. */
import { spawn } from 'node:child_process';
import { bareEnvironment } from './client-tool.ts';

export interface Manners {
  readonly tool: string;
  readonly args: readonly string[];
  /** What makes the client run the text. */
  readonly asks: (sql: string) => string;
  /** What makes the client say that it has answered, and how that sounds. */
  readonly ends: readonly [ask: string, answer: string];
  /** Whether the client left because its connection had gone before. */
  readonly isLost: (said: { readonly status: number | null; readonly stderr: string }) => boolean;
}

/** A question to the client's session; what it printed is the answer, and what it left with is an error. */
export type Ask = (sql: string) => Promise<string>;

interface Session {
  ask(sql: string): Promise<string>;
  close(): void;
}

/** What keeps the program from ending. */
interface Holding {
  ref(): void;
  unref(): void;
}

class Left extends Error {
  readonly isLost: boolean;
  constructor(message: string, isLost: boolean) {
    super(message);
    this.isLost = isLost;
  }
}

function open({ tool, args, asks, ends, isLost }: Manners): Session {
  const child = spawn(tool, args, { stdio: 'pipe', env: bareEnvironment() });
  const pipes = [child, child.stdin, child.stdout, child.stderr] as unknown as readonly Holding[];
  const hold = (busy: boolean) => {
    for (const each of pipes) each[busy ? 'ref' : 'unref']();
  };
  hold(false);
  const [askEnd, end] = ends;
  let printed: Buffer[] = [];
  let stderr = '';
  let waiting: { resolve: (text: string) => void; reject: (error: Error) => void; sql: string } | undefined;
  const leave = (status: number | null, words: string) => {
    waiting?.reject(new Left(`${words.trim()}\n  in: ${waiting.sql}`, isLost({ status, stderr: words })));
    waiting = undefined;
    hold(false);
  };
  child.stdin.on('error', () => {}); // a client that left says why by its status
  child.on('error', ({ message }) => leave(null, message));
  child.on('close', (status) => leave(status, stderr || `${tool} left with status ${status}`));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    printed.push(chunk);
    const tail = printed.length > 1 && chunk.length < end.length ? Buffer.concat(printed) : chunk;
    if (!tail.subarray(-end.length).equals(Buffer.from(end)) || !waiting) return;
    const text = Buffer.concat(printed).toString();
    const { resolve } = waiting;
    waiting = undefined;
    hold(false);
    resolve(text.slice(0, -end.length));
  });
  return {
    ask(sql) {
      printed = [];
      stderr = '';
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject, sql };
        hold(true);
        if (child.exitCode !== null) leave(child.exitCode, `${tool} had left`);
        else child.stdin.write(`${asks(sql)}${askEnd}`);
      });
    },
    close: () => child.stdin.end(),
  };
}

/** More than a test compares or runs side by side; servers take a few dozen connections. */
const most = 12;
const sessions = new Map<string, { readonly session: Session; turn: Promise<unknown> }>();

function sessionOf(key: string, manners: Manners) {
  const known = sessions.get(key) ?? { session: open(manners), turn: Promise.resolve() };
  sessions.delete(key);
  sessions.set(key, known);
  const [[oldest, { session, turn }]] = sessions as unknown as [[string, typeof known]];
  if (sessions.size > most) {
    sessions.delete(oldest);
    turn.then(() => session.close());
  }
  return known;
}

/** Asks one after another, in a new session where the last one ended. */
export function asker(manners: Manners): Ask {
  const key = JSON.stringify([manners.tool, manners.args]);
  const once = (sql: string): Promise<string> => {
    const own = sessionOf(key, manners);
    const answer = own.turn.then(() => own.session.ask(sql));
    own.turn = answer.catch(() => {
      own.session.close();
      if (sessions.get(key) === own) sessions.delete(key);
    });
    return answer;
  };
  return async (sql) => {
    try {
      return await once(sql);
    } catch (error) {
      if (error instanceof Left && error.isLost) return once(sql);
      throw error;
    }
  };
}
