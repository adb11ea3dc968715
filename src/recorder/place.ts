/** Which line of the author's own files a call came from. */

import type { Place } from '../errors.ts';
import { codeFolder } from '../home.ts';

/** Maps an absolute file name to the author's (relative to the project), or undefined for anybody else's code. */
export type OwnFiles = (absolute: string) => string | undefined;

/** Frames to look at: a directive is one below its caller, a builder of knex a few. */
const depth = 10;

function frameFile(frame: NodeJS.CallSite): string {
  const name = frame.getFileName() ?? frame.getScriptNameOrSourceURL() ?? '';
  return name.startsWith('file://') ? new URL(name).pathname : name;
}

function callSites(below: (...args: never[]) => unknown): readonly NodeJS.CallSite[] {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.prepareStackTrace = (_, sites) => sites;
  Error.stackTraceLimit = depth;
  const holder: { stack?: unknown } = {};
  Error.captureStackTrace(holder, below);
  const sites = holder.stack;
  Error.prepareStackTrace = prepareStackTrace as NonNullable<typeof prepareStackTrace>;
  Error.stackTraceLimit = stackTraceLimit;
  return Array.isArray(sites) ? sites : [];
}

/** The innermost line of an author's file that led here. */
export function placeOfCall(own: OwnFiles, below: (...args: never[]) => unknown): Place | undefined {
  for (const site of callSites(below)) {
    const file = own(frameFile(site));
    const line = site.getLineNumber();
    if (file !== undefined && line !== null) return { file, line };
  }
  return undefined;
}

const framePattern = /^\s+at (?:.*?\()?(?:file:\/\/)?(.+?):(\d+):(\d+)\)?$/;

/** The innermost line of an author's file in an error's stack. */
export function placeOfError(error: unknown, own: OwnFiles): Place | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  for (const text of stack.split('\n')) {
    const [, absolute = '', line] = framePattern.exec(text) ?? [];
    const file = own(absolute);
    if (file !== undefined) return { file, line: Number(line) };
  }
  return undefined;
}

/** Whether the error was thrown by migrator's own code: then it is our bug, not the author's. */
export function isOurs(error: unknown): boolean {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const innermost = stack.split('\n').find((text) => framePattern.test(text)) ?? '';
  return framePattern.exec(innermost)?.[1]?.startsWith(codeFolder) === true;
}
