/** A client that stays and answers one question after another: starting one takes longer than most answers. */
import { spawn } from 'node:child_process';
import { bareEnvironment } from './client-tool.ts';

export interface Manners {
  readonly tool: string;
  readonly args: readonly string[];
  /** What makes the client go to another database of its server. */
  readonly moves: (database: string) => string;
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
  /** `before` is said to the client first. */
  ask(sql: string, before: string): Promise<string>;
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
    ask(sql, before) {
      printed = [];
      stderr = '';
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject, sql };
        hold(true);
        if (child.exitCode !== null) leave(child.exitCode, `${tool} had left`);
        else child.stdin.write(`${before}${asks(sql)}${askEnd}`);
      });
    },
    close: () => child.stdin.end(),
  };
}

/** Servers take a few dozen connections; a few sessions are enough where nothing is asked side by side. */
const most = 12;
const usual = 4;

interface Seat {
  readonly session: Session;
  database: string;
  busy: boolean;
}

/** The sessions of one server, those first that have not been asked for long. */
interface Room {
  readonly seats: Seat[];
  readonly waiting: (() => void)[];
}

const rooms = new Map<string, Room>();

function freeSeat({ seats }: Room, { manners, database }: Asked): Seat | undefined {
  const free = seats.filter(({ busy }) => !busy);
  const there = free.find((seat) => seat.database === database);
  if (there !== undefined) return there;
  const oldest = free[0];
  if (oldest !== undefined && seats.length >= usual) return oldest;
  if (seats.length >= most) return undefined;
  const seat: Seat = { session: open(manners), database: '', busy: false };
  seats.push(seat);
  return seat;
}

interface Asked {
  readonly manners: Manners;
  readonly database: string;
}

async function takeSeat(room: Room, asked: Asked): Promise<Seat> {
  let seat = freeSeat(room, asked);
  while (seat === undefined) {
    await new Promise<void>((resolve) => room.waiting.push(resolve));
    seat = freeSeat(room, asked);
  }
  seat.busy = true;
  return seat;
}

function leaveSeat({ seats, waiting }: Room, seat: Seat, stays: boolean): void {
  seat.busy = false;
  seats.splice(seats.indexOf(seat), 1);
  if (stays) seats.push(seat);
  else seat.session.close();
  waiting.shift()?.();
}

/** A server that is gone has left all of them. */
function leaveAll({ seats }: Room): void {
  for (const seat of seats.filter(({ busy }) => !busy)) {
    seats.splice(seats.indexOf(seat), 1);
    seat.session.close();
  }
}

/** Asks in a session that is free, in a new one where the last had lost its server. */
export function asker(manners: Manners, database: string): Ask {
  const key = JSON.stringify([manners.tool, manners.args]);
  const room = rooms.get(key) ?? { seats: [], waiting: [] };
  rooms.set(key, room);
  const once = async (sql: string): Promise<string> => {
    const seat = await takeSeat(room, { manners, database });
    const move = seat.database === database ? '' : manners.moves(database);
    seat.database = database;
    try {
      const answer = await seat.session.ask(sql, move);
      leaveSeat(room, seat, true);
      return answer;
    } catch (error) {
      leaveSeat(room, seat, false);
      throw error;
    }
  };
  return async (sql) => {
    try {
      return await once(sql);
    } catch (error) {
      if (!(error instanceof Left && error.isLost)) throw error;
      leaveAll(room);
      return once(sql);
    }
  };
}
