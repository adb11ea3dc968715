/**
 * Sessions that run scripts for Oracle block by block: what is pending, what a schema change commits, what an error leaves.
 * The tables of the scripts stand in SQLite, which judges their SQL; other statements only count as having happened.
 */
import sqlite from 'node-sqlite3-wasm';
import { type Code, readBlock, type Words } from './plsql.ts';
import { splitSqlplus } from './sqlplus.ts';
import { meaningful, textOf } from './tokens.ts';

/** Books disagree on what becomes of the work of a block that fails in SQL*Plus. */
export const hosts = ['undoes the block', 'undoes nothing', 'undoes all'] as const;
export type Host = (typeof hosts)[number];

export interface Trouble {
  /** The nth of the recorded statements that are run fails; from 0. */
  readonly fails?: number;
  /** What fails is not even understood, and so commits nothing before it. */
  readonly early?: true;
  /** The session is lost after so many blocks. */
  readonly dies?: number;
}

class OracleError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const codes = new Map<string, Code>();

/** The same blocks are run many times. */
function codeOf(sql: string): Code {
  const code = codes.get(sql) ?? readBlock(sql);
  codes.set(sql, code);
  return code;
}

class Returned extends Error {}

const schemaChange = /^\s*(?:create|alter|drop|truncate|comment|grant|revoke|rename)\b/i;
const own = /\bmigrator_version/i;
const quoted = (value: unknown): string => (value === null ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`);

export class OracleDatabase {
  readonly store: InstanceType<typeof sqlite.Database> = new sqlite.Database();

  constructor() {
    this.store.exec('CREATE TABLE all_tables (owner TEXT, table_name TEXT); CREATE TABLE happened (said TEXT)');
  }

  column(query: string): readonly string[] {
    return this.store.all(query).map((row) => String(Object.values(row)[0]));
  }

  get happened(): readonly string[] {
    return this.column('SELECT said FROM happened ORDER BY rowid');
  }

  get versions(): readonly string[] {
    const [there] = this.column("SELECT count(*) FROM all_tables WHERE table_name = 'MIGRATOR_VERSION'");
    return there === '0' ? [] : this.column('SELECT version_num FROM migrator_version ORDER BY version_num');
  }
}

export class OracleSession {
  /** What DBMS_OUTPUT and errors say. */
  readonly said: string[] = [];
  private info: string | null = null;
  private identifier: string | null = null;
  private pending = false;
  private ran = 0;
  private early = false;
  private rows = 0;
  private code = 0;
  private variables = new Map<string, unknown>();
  private readonly database: OracleDatabase;
  private readonly name: string;
  private readonly host: Host;

  constructor(database: OracleDatabase, name: string, host: Host) {
    this.database = database;
    this.name = name;
    this.host = host;
    this.begin();
  }

  /** As SQL*Plus without WHENEVER. False when the session was lost. */
  run(blocks: readonly string[], { fails, early, dies }: Trouble = {}): boolean {
    this.ran = 0;
    this.early = early === true;
    for (const [nth, sql] of blocks.entries()) {
      if (nth === dies) {
        this.rollback();
        return false;
      }
      this.runBlock(sql, fails);
    }
    return true;
  }

  commit(): void {
    this.database.store.exec('COMMIT');
    this.begin();
  }

  rollback(): void {
    this.database.store.exec('ROLLBACK');
    this.begin();
  }

  /** Leaves without COMMIT. */
  end(): void {
    this.database.store.exec('ROLLBACK');
  }

  private begin(): void {
    this.pending = false;
    this.database.store.exec('BEGIN; SAVEPOINT block');
  }

  private runBlock(sql: string, fails: number | undefined): void {
    this.variables = declared(sql);
    this.database.store.exec('RELEASE block; SAVEPOINT block');
    try {
      this.runCode(codeOf(sql), fails);
    } catch (error) {
      if (error instanceof Returned) return;
      if (!(error instanceof OracleError)) throw error;
      this.said.push(error.message);
      if (this.host === 'undoes the block') this.database.store.exec('ROLLBACK TO block');
      if (this.host === 'undoes all') this.rollback();
    }
  }

  private runAll(codes: readonly Code[], fails: number | undefined): void {
    for (const code of codes) this.runCode(code, fails);
  }

  private runCode(code: Code, fails: number | undefined): void {
    if (code.does === 'plain') this.obey(code.words, fails);
    else if (code.does === 'if') this.runAll(this.holds(code.asks) ? code.then : code.otherwise, fails);
    else {
      try {
        this.runAll(code.body, fails);
      } catch (error) {
        if (!(error instanceof OracleError) || code.handler === undefined) throw error;
        this.code = error.code;
        try {
          this.runAll(code.handler, fails);
        } catch (again) {
          throw again instanceof OracleError && again.message === 'RAISE' ? error : again;
        }
      }
    }
  }

  private obey(words: Words, fails: number | undefined): void {
    const [first = '', second = ''] = words.map(({ text }) => text.toUpperCase());
    const inBrackets = () => this.split(words.slice(words.findIndex(({ text }) => text === '(') + 1, -1));
    if (first === 'RETURN') throw new Returned();
    if (first === 'RAISE') throw new OracleError(this.code, 'RAISE');
    if (first === 'RAISE_APPLICATION_ERROR') {
      const [code = [], message = []] = inBrackets();
      throw new OracleError(Number(this.value(code)), String(this.value(message)));
    }
    if (first === 'COMMIT') this.commit();
    else if (first === 'ROLLBACK') this.rollback();
    else if (first.startsWith('DBMS_')) this.call(words[2]!.text.toUpperCase(), this.value(inBrackets()[0] ?? []));
    else if (second === ':') this.variables.set(first, this.value(words.slice(3)));
    else if (first === 'EXECUTE') this.execute(words.slice(2), fails);
    else if (first === 'SELECT') this.selectInto(words);
    else this.change(this.spell(words));
  }

  private selectInto(words: Words): void {
    const into = words.findIndex(({ text }) => /^INTO$/i.test(text));
    const from = words.findIndex(({ text }) => /^FROM$/i.test(text));
    this.select(this.spell([...words.slice(0, into), ...words.slice(from)]), words.slice(into + 1, from));
  }

  private call(routine: string, value: unknown): void {
    if (routine === 'SET_CLIENT_INFO') this.info = value as string | null;
    else if (routine === 'SET_IDENTIFIER') this.identifier = value as string | null;
    else if (routine === 'PUT_LINE') this.said.push(String(value));
    else throw new Error(`${routine} is not known here`);
  }

  private execute(words: Words, fails: number | undefined): void {
    const at = (word: string) => words.findIndex(({ text, kind }) => kind === 'word' && text.toUpperCase() === word);
    const [into, using] = [at('INTO'), at('USING')];
    const end = [into, using].filter((n) => n >= 0).sort((a, b) => a - b)[0] ?? words.length;
    const sql = String(this.value(words.slice(0, end)));
    const spelled = () => this.spell(meaningful(sql, 'oracle'));
    if (using >= 0) this.change(spelled().replace(':1', this.spell(words.slice(using + 1))));
    else if (into >= 0) this.select(spelled(), words.slice(into + 1));
    else if (/^LOCK TABLE\b/.test(sql)) this.pending = true;
    else if (/^CREATE TABLE migrator_/.test(sql)) this.createOwn(sql);
    else if (own.test(sql)) this.change(spelled());
    else this.happen(sql, this.ran++ === fails);
  }

  private createOwn(sql: string): void {
    const [, name = ''] = /^CREATE TABLE (\w+)/.exec(sql) ?? [];
    this.commit();
    this.database.store.exec(sql.replace(/ CHAR\)/g, ')').replace(/ WITH TIME ZONE/g, ''));
    this.database.store.exec(`INSERT INTO all_tables VALUES ('ME', '${name.toUpperCase()}')`);
    this.commit();
  }

  /** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Types-of-SQL-Statements.html */
  private happen(sql: string, fails: boolean): void {
    const commits = schemaChange.test(sql);
    if (commits && !(fails && this.early)) this.commit();
    if (fails) throw new OracleError(-942, `failed: ${sql}`);
    this.change(`INSERT INTO happened VALUES (${quoted(sql)})`);
    if (commits) this.commit();
  }

  private change(sql: string): void {
    this.rows = this.ask(() => this.database.store.run(sql).changes);
    this.pending = true;
  }

  private select(sql: string, targets: Words): void {
    const [row] = this.ask(() => this.database.store.all(sql));
    const names = targets.filter(({ kind }) => kind === 'word').map(({ text }) => text.toUpperCase());
    for (const [n, value] of Object.values(row ?? {}).entries()) this.variables.set(names[n]!, value);
  }

  private ask<T>(query: () => T): T {
    try {
      return query();
    } catch (error) {
      throw new OracleError(-904, (error as Error).message);
    }
  }

  private holds(words: Words): boolean {
    return this.value(words) === 1;
  }

  private value(words: Words): unknown {
    const [row] = this.ask(() => this.database.store.all(`SELECT (${this.spell(words)}) AS value`));
    return row?.value ?? null;
  }

  /** In SQLite's words. */
  private spell(words: Words): string {
    const spelled = words.map(({ kind, text }) => {
      if (kind === 'string') return quoted(textOf(text));
      const name = text.toUpperCase();
      return this.variables.has(name) ? quotedNumber(this.variables.get(name)) : text;
    });
    return spelled
      .join(' ')
      .replace(/SYS_CONTEXT \( 'USERENV' , '(\w+)' \)/g, (_, what: string) => quoted(this.context(what)))
      .replace(/LISTAGG \( (\w+) , ', ' \) WITHIN GROUP \( ORDER BY \w+ \)/g, "group_concat($1, ', ')")
      .replace(/DBMS_TRANSACTION \. LOCAL_TRANSACTION_ID/g, this.pending ? "'1.2.3'" : 'NULL')
      .replace(/DBMS_SESSION \. UNIQUE_SESSION_ID/g, quoted(this.name))
      .replace(/DBMS_SESSION \. IS_SESSION_ALIVE \( (\S+) \)/g, "($1 = 'alive')")
      .replace(/SQL % ROWCOUNT/g, String(this.rows))
      .replace(/\bSQLCODE\b/g, String(this.code))
      .replace(/\bSYSTIMESTAMP\b/g, "'now'")
      .replace(/\bNVL \(/g, 'ifnull(')
      .replace(/\bSUBSTRB \(/g, 'substr(')
      .replace(/\bTO_NUMBER \(/g, 'abs(')
      .replace(/([<>|:]) (?=[=>|])/g, '$1');
  }

  private context(what: string): string | null {
    if (what === 'CLIENT_INFO') return this.info;
    return what === 'CLIENT_IDENTIFIER' ? this.identifier : 'ME';
  }

  private split(words: Words): readonly Words[] {
    const found: Words[] = [];
    let depth = 0;
    let from = 0;
    for (const [at, { text }] of words.entries()) {
      if (text === '(') depth++;
      if (text === ')') depth--;
      if (text !== ',' || depth > 0) continue;
      found.push(words.slice(from, at));
      from = at + 1;
    }
    return [...found, words.slice(from)];
  }
}

const quotedNumber = (value: unknown): string => (typeof value === 'number' ? String(value) : quoted(value ?? null));

export const blocksOf = (script: string): readonly string[] =>
  splitSqlplus(script)
    .pieces.map(({ sql }) => sql)
    .filter((sql) => /^(?:\s*--[^\n]*\n)*\s*(?:DECLARE|BEGIN)\b/.test(sql));

function declared(sql: string): Map<string, unknown> {
  const variables = new Map<string, unknown>();
  const [, head = ''] = /DECLARE\n([\s\S]*?)\nBEGIN\n/.exec(sql) ?? [];
  for (const [, name = '', value] of head.matchAll(/^ {2}(\w+) [^;:]*(?::= ([^;]*))?;/gm)) {
    const text = value?.trim();
    variables.set(name.toUpperCase(), text === undefined ? null : text.startsWith("'") ? textOf(text) : Number(text));
  }
  return variables;
}
