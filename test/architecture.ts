/** The house as its files say it: who may import whom, which room opens the door to which package, and how that is read. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const home: string = new URL('../src', import.meta.url).pathname;

/**
 * What each room may import, from the ground floor up: a room stands below everything that imports it.
 * `recorder (types)` allows types only, `dialect/names.ts` that file only. docs/architecture.md shows the same table.
 */
export const law: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  home: [],
  write: ['errors'],
  version: ['home'],
  template: ['errors'],
  nearest: [],
  'utf8-check': [],
  schema: ['errors'],
  operation: ['schema', 'errors'],
  dialect: ['operation', 'schema', 'errors'],
  inventory: ['schema', 'dialect'],
  project: ['dialect/names.ts', 'schema (types)', 'nearest', 'errors'],
  history: ['template', 'nearest', 'utf8-check', 'errors'],
  loader: ['home', 'errors'],
  knexfile: ['loader', 'project/defaults.ts', 'project (types)', 'dialect (types)', 'errors'],
  peer: ['errors'],
  shadow: ['dialect', 'peer', 'errors'],
  recorder: [
    'shadow (types)',
    'loader',
    'history',
    'dialect',
    'operation',
    'schema',
    'home',
    'nearest',
    'utf8-check',
    'write',
    'errors',
  ],
  index: ['recorder (types)', 'operation (types)', 'schema (types)', 'errors'],
  script: [
    'recorder (types)',
    'history (types)',
    'dialect (types)',
    'dialect/tokens.ts',
    'inventory',
    'schema',
    'errors',
  ],
  bundle: ['script', 'history (types)', 'write', 'errors'],
  rehearsal: ['shadow/pglite-extensions.ts', 'peer', 'errors'],
  compile: [
    'bundle',
    'script',
    'recorder',
    'knexfile',
    'shadow/open.ts',
    'project (types)',
    'history',
    'dialect',
    'version',
    'errors',
  ],
  cli: [
    'compile',
    'rehearsal',
    'knexfile',
    'bundle',
    'script',
    'project',
    'history',
    'dialect',
    'version',
    'home',
    'write',
    'nearest',
    'errors',
  ],
  main: ['cli', 'write', 'errors'],
};

/** The rooms or files that may import a package; every other package is refused everywhere. */
export const doors: Readonly<Record<string, readonly string[]>> = {
  knex: ['recorder'],
  toml: ['project/toml.ts'],
  'csv-parse': ['recorder/csv.ts'],
  'fastest-levenshtein': ['nearest.ts'],
  'js-tokens': ['history/lexer.ts'],
  mustache: ['template.ts'],
  sucrase: ['loader/transform.ts'],
  jiti: ['loader/complete.ts'],
  'get-tsconfig': ['loader/complete.ts'],
  'sql-formatter': ['script/format.ts'],
  yargs: ['cli/completion.ts'],
  'yargs-parser': ['cli/parse.ts'],
  '@electric-sql/pglite': ['rehearsal/pglite.ts', 'shadow/pglite-start.ts', 'shadow/pglite-extensions.ts'],
  'node-sqlite3-wasm': ['rehearsal/sqlite.ts', 'shadow/sqlite.ts'],
  pg: ['shadow/postgres.ts'],
  mysql2: ['shadow/mysql.ts'],
};

/** What a file must not touch, because the same input shall give the same bytes, and the files that may, with the reason. */
export const edges: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Date: {
    'main.ts': 'tells the commands what time it is',
    'recorder/tell-tale.ts': 'makes a moment that no row holds',
    'recorder/standstill.ts': 'stops the clock while runs are compared',
    'history/file-name.ts': 'reckons with a moment that it was given',
    'shadow/postgres-moment.ts': 'makes a moment of what a database answered',
  },
  'Math.random': {},
  process: {
    'main.ts': 'is the process',
    'loader/guard.ts': 'takes process.exit away while files are loaded, and sees which variables they found absent',
    'bundle/memory.ts': 'remembers which Node made a bundle',
    'recorder/quarantine.ts': 'takes process.exit away from revisions',
    'recorder/unrun.ts': 'counts the timers that a revision left running',
  },
  console: {
    'main.ts': 'turns what revisions say to the other stream',
    'recorder/standstill.ts': 'keeps runs that are only compared from printing',
  },
  crypto: { 'main.ts': 'gives the commands random bytes' },
  localeCompare: {},
};

export interface Import {
  /** A file of src, such as `history/load.ts`, or the package's name. */
  readonly to: string;
  readonly kind: 'file' | 'package' | 'node';
  readonly type: boolean;
  /** Only when the code comes by. */
  readonly dynamic: boolean;
  readonly line: number;
}

export interface Source {
  /** Relative to src. */
  readonly file: string;
  readonly room: string;
  readonly imports: readonly Import[];
  /** Values of `edges` that it touches. */
  readonly touches: readonly { readonly what: string; readonly line: number }[];
  /** Lines where a dialect is told from another by its name. */
  readonly tellsDialects: readonly number[];
  /** It adds to knex's own types. */
  readonly teachesKnex: boolean;
}

export function roomOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.ts$/, '');
}

export function readSources(dialects: readonly string[]): readonly Source[] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => readSource(file, readFileSync(join(home, file), 'utf8'), dialects));
}

/** `file` is relative to src. */
export function readSource(file: string, text: string, dialects: readonly string[]): Source {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const lineOf = (node: ts.Node): number => tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const imports: Import[] = [];
  const touches: { what: string; line: number }[] = [];
  const tellsDialects: number[] = [];
  let teachesKnex = false;
  const look = (node: ts.Node): void => {
    if (ts.isModuleDeclaration(node) && node.name.text === 'knex') teachesKnex = true;
    const found = importOf(node);
    if (found !== undefined) imports.push({ ...targetOf(found.specifier, file), ...found.how, line: lineOf(node) });
    const what = touchOf(node);
    if (what !== undefined) touches.push({ what, line: lineOf(node) });
    if (tellsDialect(node, dialects)) tellsDialects.push(lineOf(node));
    ts.forEachChild(node, look);
  };
  look(tree);
  return { file, room: roomOf(file), imports, touches, tellsDialects, teachesKnex };
}

interface Found {
  readonly specifier: string;
  readonly how: { readonly type: boolean; readonly dynamic: boolean };
}

function importOf(node: ts.Node): Found | undefined {
  if (ts.isImportDeclaration(node)) return found(node.moduleSpecifier, isTypeOnly(node.importClause), false);
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return found(node.moduleSpecifier, node.isTypeOnly || allTypes(node.exportClause), false);
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return found(node.argument.literal, true, false);
  if (!ts.isCallExpression(node)) return undefined;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return isImport || isRequire ? found(node.arguments[0], false, true) : undefined;
}

function found(specifier: ts.Node | undefined, type: boolean, dynamic: boolean): Found | undefined {
  if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return undefined;
  return { specifier: specifier.text, how: { type, dynamic } };
}

/** `import type …`, and `import { type A, type B }`, of which nothing is left when it runs. */
function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  return clause.name === undefined && allTypes(clause.namedBindings);
}

function allTypes(names: ts.Node | undefined): boolean {
  if (names === undefined || !(ts.isNamedImports(names) || ts.isNamedExports(names))) return false;
  return names.elements.every((element) => element.isTypeOnly);
}

function targetOf(specifier: string, from: string): Pick<Import, 'to' | 'kind'> {
  if (specifier.startsWith('node:')) return { to: specifier, kind: 'node' };
  if (specifier.startsWith('.')) return { to: join(dirname(from), specifier), kind: 'file' };
  const parts = specifier.split('/');
  return { to: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/'), kind: 'package' };
}

/** A value, not a type, a property, or the question whether something is a date. */
function touchOf(node: ts.Node): string | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const { parent, text } = node;
  const isProperty = ts.isPropertyAccessExpression(parent) && parent.name === node;
  if (isProperty) {
    const whole = `${parent.expression.getText()}.${text}`;
    if (whole === 'Math.random') return whole;
    return text === 'localeCompare' || text.startsWith('toLocale') ? text : undefined;
  }
  if (!['Date', 'process', 'console', 'crypto'].includes(text)) return undefined;
  if (ts.isTypeReferenceNode(parent) || ts.isPropertyAssignment(parent) || ts.isImportSpecifier(parent))
    return undefined;
  const isQuestion = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
  return isQuestion ? undefined : text;
}

const equalities: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

function tellsDialect(node: ts.Node, dialects: readonly string[]): boolean {
  const isName = (one: ts.Node): boolean =>
    (ts.isStringLiteral(one) && dialects.includes(one.text)) || /\bdialect\.(name|title|knex)$/.test(one.getText());
  if (ts.isBinaryExpression(node)) {
    return equalities.has(node.operatorToken.kind) && (isName(node.left) || isName(node.right));
  }
  return (ts.isCaseClause(node) || ts.isSwitchStatement(node)) && isName(node.expression);
}

/** What a file may reach when it is loaded: types are gone by then, and dynamic imports wait. */
export function loadedWith(sources: readonly Source[], start: string): ReadonlySet<string> {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const seen = new Set([start]);
  for (const file of seen) {
    for (const { to, type, dynamic } of byFile.get(file)?.imports ?? []) if (!type && !dynamic) seen.add(to);
  }
  return seen;
}

/** The first circle of files, type imports counted; undefined where there is none. */
export function circleOf(sources: readonly Source[]): readonly string[] | undefined {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const { to, dynamic } of byFile.get(file)?.imports ?? []) {
      const circle = dynamic ? undefined : visit(to, [...path, file]);
      if (circle !== undefined) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const { file } of sources) {
    const circle = visit(file, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
