/** What the revision being recorded has done so far: its changes in order, and the schema after them. */

import { clientCommandIn } from '../dialect/client-commands.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError, type Place } from '../errors.ts';
import type { Operation } from '../operation/operation.ts';
import type { Schema } from '../schema/schema.ts';
import { inManner } from './manner.ts';
import type { Change, Told } from './recording.ts';
import { isSeveral, statementsIn } from './several.ts';
import { codeOf, requireWholeTexts } from './whole-texts.ts';

export interface Ledger {
  /** As it stands after what was done so far. */
  schema: Schema;
  readonly changes: readonly Change[];
  /** What is done now is asked for its operations alone. */
  readonly listening: boolean;
  begin(file: string, before: Schema): void;
  record(told: readonly Told[], operations: readonly Operation[], place: Place | undefined): void;
  /** The operations of what is done inside; the schema and the changes are as before. */
  listen(go: () => void): readonly Operation[];
  /** Each statement of what is done inside ends with the clause. */
  inManner(clause: string, go: () => void): void;
  /** Statements of what is done inside stand outside any transaction. */
  outside<T>(go: () => T): T;
}

function standingOutside({ statement, says }: Told): Told {
  if (!statement.transactional) return { statement, says };
  return { statement: { ...statement, transactional: false }, says: `${says}, outside any transaction` };
}

/** What it copies is judged before the old table goes, which only a transaction can take back. */
const isRebuild = (told: readonly Told[]): boolean => told.some(({ statement }) => statement.rebuilds !== undefined);

function refuseUnprotected(told: readonly Told[]): void {
  if (told.every(({ statement }) => statement.expectRows === undefined)) return;
  const sentence = 'outside transactions nothing could undo a statement that touched other rows';
  throw new MigratorError('expect-rows', sentence, {
    hint: 'Move the statement out of op.autocommitBlock, or leave expectRows out.',
  });
}

type Ground = Pick<Dialect, 'title' | 'transactionalDdl' | 'mark' | 'formatter' | 'clientCommands'>;

/** Several statements in one text, of which a script would see how the last one ended, and prepare but one. */
function areSeveral({ statement: { sql, sort, transactional } }: Told, { transactionalDdl }: Ground): boolean {
  const alone = !transactional || !transactionalDdl;
  return alone && sort === 'raw' && typeof sql === 'string' && isSeveral(sql);
}

/** Each statement of a text by itself. */
function apart(one: Told, ground: Ground): readonly Told[] {
  if (!areSeveral(one, ground)) return [one];
  const { statement, says } = one;
  const texts = statementsIn(String(statement.sql), ground.mark);
  return texts.map((sql, n) => ({ statement: { ...statement, sql }, says: `${says} (${n + 1} of ${texts.length})` }));
}

function refuseSeveral(told: readonly Told[], ground: Ground): void {
  const { title, transactionalDdl } = ground;
  for (const one of told) {
    if (!areSeveral(one, ground)) continue;
    const where = transactionalDdl ? 'outside transactions' : `on ${title}`;
    throw new MigratorError('several-statements', `${where} a text holds one statement, and this one holds several`, {
      hint: 'Give each statement a call of its own.',
    });
  }
}

/** Commands of a client tool, which would come to the server as SQL. */
function refuseCommands(told: readonly Told[], operations: readonly Operation[], ground: Ground): void {
  const raw = told.flatMap(({ statement: { sql, sort } }) =>
    typeof sql === 'string' && (sort === 'raw' || sort === 'block') ? [sql] : [],
  );
  for (const text of [...operations.flatMap((one) => codeOf(one)?.sql ?? []), ...raw]) {
    const command = clientCommandIn(text, ground);
    if (command === undefined) continue;
    throw new MigratorError('client-command', `${command} is for a client tool of ${ground.title}, and no SQL`, {
      hint: 'Leave it out, and give each statement a call of its own: the script tells its client where a statement ends, and whatever else it must know.',
    });
  }
}

/** `divides`: several statements in one text are taken apart where they cannot stand together; otherwise they are refused. */
export function createLedger(dialect: Ground, divides: () => boolean): Ledger {
  const { transactionalDdl } = dialect;
  let file = '';
  let schema: Schema | undefined;
  let changes: Change[] = [];
  /** How many blocks whose statements stand outside transactions are open. */
  let outside = 0;
  let listening = false;
  let manner = '';
  const current = (): Schema => {
    if (schema === undefined) throw new Error('the session is not recording');
    return schema;
  };
  return {
    get schema() {
      return current();
    },
    set schema(after) {
      schema = after;
    },
    get changes() {
      return changes;
    },
    get listening() {
      return listening;
    },
    begin(revisionFile, before) {
      file = revisionFile;
      schema = before;
      changes = [];
    },
    record(told, operations, place) {
      if (outside > 0) refuseUnprotected(told);
      const said = manner === '' ? told : told.map((one) => inManner(one, manner));
      const standing = outside > 0 && transactionalDdl && !isRebuild(said) ? said.map(standingOutside) : said;
      const statements = divides() ? standing.flatMap((one) => apart(one, dialect)) : standing;
      requireWholeTexts(operations, dialect);
      refuseCommands(told, operations, dialect);
      refuseSeveral(statements, dialect);
      changes.push({ operations, statements, place: place ?? { file } });
    },
    listen(go) {
      const [schemaBefore, changesBefore] = [current(), changes];
      [changes, listening] = [[], true];
      try {
        go();
        return changes.flatMap(({ operations }) => operations);
      } finally {
        [schema, changes, listening] = [schemaBefore, changesBefore, false];
      }
    },
    inManner(clause, go) {
      manner = clause;
      try {
        go();
      } finally {
        manner = '';
      }
    },
    outside(go) {
      outside += 1;
      const leave = (): void => {
        outside -= 1;
      };
      try {
        const answer = go();
        if (!(answer instanceof Promise)) return answer;
        outside += 1;
        return answer.finally(leave) as typeof answer;
      } finally {
        leave();
      }
    },
  };
}
