/** The one error of the house: a mistake that a user can mend, said with its place and its remedy. */

/** A spot in one of the user's files; `file` is relative to the project, with forward slashes. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** `revisions/a.ts:3` */
export const showPlace = ({ file, line }: Place): string => (line === undefined ? file : `${file}:${line}`);

/** What the process answers: 0 done, 1 findings or differences, 2 the user's error, 64 usage, 70 our bug. */
export const exitCode = { done: 0, findings: 1, user: 2, usage: 64, bug: 70 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export interface ErrorDetail {
  /** What to do about it, one sentence. */
  readonly hint?: string;
  readonly place?: Place;
  readonly cause?: unknown;
  /** Further faults found in the same look; each is shown, this one first. */
  readonly others?: readonly MigratorError[];
  readonly exit?: ExitCode;
}

/** `code` is a short kebab-case sentence such as `needs-database`; `message` says what is wrong with the user's thing. */
export class MigratorError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly place: Place | undefined;
  readonly others: readonly MigratorError[];
  readonly exit: ExitCode;

  constructor(code: string, message: string, detail: ErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = 'MigratorError';
    this.code = code;
    this.hint = detail.hint;
    this.place = detail.place;
    this.others = detail.others ?? [];
    this.exit = detail.exit ?? exitCode.user;
  }
}

/** All faults that an error carries, itself first. */
export function faultsOf(error: MigratorError): readonly MigratorError[] {
  return [error, ...error.others];
}

/** One error out of many: the first carries the rest, so that every fault is named at once, and once. */
export function allFaults(faults: readonly MigratorError[]): MigratorError | undefined {
  const [first, ...others] = new Set(faults.flatMap(faultsOf));
  if (first === undefined || others.length === 0) return first;
  return new MigratorError(first.code, first.message, {
    ...(first.hint === undefined ? {} : { hint: first.hint }),
    ...(first.place === undefined ? {} : { place: first.place }),
    others,
    exit: first.exit,
    cause: first.cause,
  });
}

/** The same fault with its place, where it has none and is the user's. */
export function withPlace(error: unknown, place: Place | undefined): unknown {
  if (!(error instanceof MigratorError) || error.place !== undefined || place === undefined) return error;
  const { code, message, hint, others, exit } = error;
  return new MigratorError(code, message, {
    place,
    others,
    exit,
    cause: error,
    ...(hint === undefined ? {} : { hint }),
  });
}
