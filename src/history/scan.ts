/** Finds the header's declarations among a revision file's statements, and stops reading as soon as there can be no more. */

import { MigratorError, type Place } from '../errors.ts';
import { type Declaration, foreign, type Header, isKey, type Key, leavesHeaderBehind, names } from './declaration.ts';
import { advance, type Cursor, isAt, open, take, takeName } from './lexer.ts';
import { readLiteral } from './literal.ts';

interface Scan {
  readonly cursor: Cursor;
  readonly file: string;
  readonly exported: Map<Key, Declaration>;
  /** Declared without `export`: they count when they are exported by name. */
  readonly local: Map<Key, Declaration>;
  readonly byName: Set<Key>;
  readonly faults: MigratorError[];
}

export function scanHeader(text: string, file: string): Header {
  const cursor = open(text);
  const scan: Scan = { cursor, file, exported: new Map(), local: new Map(), byName: new Set(), faults: [] };
  const { exported, local, byName, faults } = scan;
  while (cursor.token !== undefined && exported.size < names.length) readStatement(scan);
  for (const key of byName) {
    const declaration = local.get(key);
    if (declaration !== undefined && !exported.has(key)) exported.set(key, declaration);
  }
  return { exported, comment: cursor.comment ?? [], faults };
}

function mayStop({ cursor, exported }: Scan): boolean {
  return leavesHeaderBehind(cursor.text, cursor.at, exported);
}

/** Reads the next statement at top level, or passes over one token of it. */
function readStatement(scan: Scan): void {
  const { cursor } = scan;
  if (cursor.depth > 0) {
    advance(cursor);
    return;
  }
  if (isAt(cursor, 'function') && mayStop(scan)) {
    stop(cursor);
    return;
  }
  const exports = take(cursor, 'export');
  if (take(cursor, 'const') || take(cursor, 'let') || take(cursor, 'var')) {
    readDeclarators(scan, exports ? scan.exported : scan.local);
  } else if (exports && take(cursor, 'default')) readObject(scan);
  else if (exports && isAt(cursor, '{')) readExportList(scan);
  else if (take(cursor, 'exports')) readAssignment(scan);
  else if (take(cursor, 'module')) {
    if (!take(cursor, '.') || !take(cursor, 'exports')) return;
    if (take(cursor, '=')) readObject(scan);
    else readAssignment(scan);
  } else if (!exports || !isAt(cursor, 'function')) advance(cursor);
}

function stop(cursor: Cursor): void {
  cursor.token = undefined;
}

function readDeclarators(scan: Scan, into: Map<Key, Declaration>): void {
  const { cursor } = scan;
  do {
    const place = placeOf(scan);
    const name = takeName(cursor);
    if (name === undefined) return;
    if ((name === 'upgrade' || name === 'downgrade') && mayStop(scan)) stop(cursor);
    if (!skipType(cursor) || !readValue(scan, name, place, into)) return;
  } while (take(cursor, ','));
}

/** Passes over `: Type =`; false when no value follows. */
function skipType(cursor: Cursor): boolean {
  const { depth } = cursor;
  if (isAt(cursor, ':')) {
    while (cursor.token !== undefined && !(cursor.depth === depth && /^[>]*=$/.test(cursor.token.value))) {
      if (cursor.depth === depth && isAt(cursor, ';')) return false;
      advance(cursor);
    }
    if (cursor.token !== undefined) {
      advance(cursor);
      return true;
    }
  }
  return take(cursor, '=');
}

function readAssignment(scan: Scan): void {
  const { cursor } = scan;
  if (!take(cursor, '.')) return;
  const place = placeOf(scan);
  const name = takeName(cursor);
  if (name !== undefined && take(cursor, '=')) readValue(scan, name, place, scan.exported);
}

/** False when the name is none of the header's, and its value is left where it stands. */
function readValue(scan: Scan, name: string, place: Place, into: Map<Key, Declaration>): boolean {
  const right = foreign.get(name);
  if (right !== undefined && into === scan.exported) scan.faults.push(misspelled(name, right, place));
  if (!isKey(name)) return false;
  into.set(name, { value: readLiteral(scan.cursor), place });
  return true;
}

function readObject(scan: Scan): void {
  const { cursor } = scan;
  if (!isAt(cursor, '{')) return;
  const inside = cursor.depth + 1;
  advance(cursor);
  while (cursor.token !== undefined && !(cursor.depth === inside && isAt(cursor, '}'))) {
    const place = placeOf(scan);
    const key = keyOf(cursor);
    if (key !== undefined && isKey(key) && (isAt(cursor, ',') || isAt(cursor, '}'))) scan.byName.add(key);
    else if (key !== undefined && take(cursor, ':')) readValue(scan, key, place, scan.exported);
    while (cursor.token !== undefined && !(cursor.depth === inside && (isAt(cursor, ',') || isAt(cursor, '}'))))
      advance(cursor);
    take(cursor, ',');
  }
}

function keyOf(cursor: Cursor): string | undefined {
  const { token } = cursor;
  if (token?.type !== 'StringLiteral') return takeName(cursor);
  advance(cursor);
  return token.value.slice(1, -1);
}

function readExportList({ cursor, byName }: Scan): void {
  advance(cursor);
  while (cursor.token !== undefined && !take(cursor, '}')) {
    const name = takeName(cursor);
    if (name === undefined) advance(cursor);
    else if (isKey(name) && !isAt(cursor, 'as')) byName.add(name);
  }
}

function placeOf({ cursor, file }: Scan): Place {
  let line = 1;
  for (let i = cursor.text.indexOf('\n'); i >= 0 && i < cursor.at; i = cursor.text.indexOf('\n', i + 1)) line++;
  return { file, line };
}

function misspelled(name: string, right: Key, place: Place): MigratorError {
  return new MigratorError('header-misspelled', `${name} is not read here`, { hint: `Call it ${right}.`, place });
}
