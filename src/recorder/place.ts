/** Which line of the author's own files a call came from. */

import type { Place } from '../errors.ts';
import { codeFolder } from '../home.ts';

/** Maps an absolute file name, or its URL, to the author's (relative to the project), or undefined for anybody else's code. */
export type OwnFiles = (absolute: string) => string | undefined;

/** Frames to look at: a directive is one below its caller, a builder of knex a few, which is looked at first. */
const depths = [5, 10] as const;

function callSites(below: (...args: never[]) => unknown, depth: number): readonly NodeJS.CallSite[] {
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
  for (const depth of depths) {
    for (const site of callSites(below, depth)) {
      const file = own(site.getFileName() ?? site.getScriptNameOrSourceURL() ?? '');
      const line = file === undefined ? null : site.getLineNumber();
      if (file !== undefined && line !== null) return { file, line };
    }
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
