/** How errors are shown: as text for people, as JSON for programs. */

import { plainSql } from '../dialect/plain-sql.ts';
import { exitCode, faultsOf, MigratorError, type Place } from '../errors.ts';

export function errorText(error: unknown, colour: boolean): string {
  if (!(error instanceof MigratorError)) return `${stackOf(error)}\nThis is a fault of migrator, not yours.\n`;
  return faultsOf(error)
    .map((fault) => faultText(fault, colour))
    .join('');
}

export function errorData(error: unknown): unknown {
  if (!(error instanceof MigratorError))
    return { errors: [{ code: 'internal', message: String(error), stack: stackOf(error) }] };
  return {
    errors: faultsOf(error).map(({ code, message, place, hint }) => ({
      code,
      message,
      ...(place === undefined ? {} : { place }),
      ...(hint === undefined ? {} : { hint }),
    })),
  };
}

/** The same for what several targets complain of: how each spells names and numbers makes no other fault of it. */
export function samenessOf({ code, message, place }: MigratorError): string {
  return JSON.stringify([code, plainSql(message), place]);
}

export function exitCodeOf(error: unknown): number {
  return error instanceof MigratorError ? error.exit : exitCode.bug;
}

function faultText(fault: MigratorError, colour: boolean): string {
  const label = `error[${fault.code}]`;
  const rows = [`${colour ? `\u001b[1;31m${label}\u001b[0m` : label}: ${fault.message}`];
  if (fault.place !== undefined) rows.push(`  --> ${placeText(fault.place)}`);
  if (fault.hint !== undefined) rows.push(`  help: ${fault.hint}`);
  return rows.map((row) => `${row}\n`).join('');
}

export function placeText({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? String(error)) : String(error);
}
