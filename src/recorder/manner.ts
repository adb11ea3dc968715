/** How the engine is to change a table: written so that it fails rather than does it in another way. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import type { AlterManner } from './op-table.ts';
import type { Told } from './recording.ts';

const words = ['algorithm', 'lock'] as const;

/** `, algorithm=inplace, lock=none`; nothing when nothing is asked for. Throws for what the dialect has not. */
export function mannerClause(asked: AlterManner | undefined, { title, alterManners }: Dialect): string {
  const clauses = words.flatMap((word) => {
    const value = asked?.[word];
    if (value === undefined) return [];
    const known = alterManners?.[word];
    if (known === undefined) {
      throw new MigratorError(
        'unsupported',
        `${title} has no ${word.toUpperCase()} for changes of a table: MySQL and MariaDB have it`,
        {
          hint: `Leave ${word} out for this database: if (op.dialect === 'mysql').`,
        },
      );
    }
    if (known.includes(value)) return [`, ${word}=${value}`];
    throw new MigratorError('bad-argument', `${title} has no ${word} ${JSON.stringify(value)}`, {
      hint: `It has ${known.join(', ')}.`,
    });
  });
  return clauses.join('');
}

/** The statement with the clause at its end. */
export function inManner({ statement, says }: Told, clause: string): Told {
  const { sql } = statement;
  if (typeof sql !== 'string' || !/^\s*alter\s+table\b/i.test(sql)) {
    throw new MigratorError(
      'unsupported',
      `this change is more than one ALTER TABLE, so that it cannot be made${clause.slice(1)}`,
      {
        hint: 'Leave algorithm and lock out, or write the statements with op.execute(…).',
      },
    );
  }
  return { statement: { ...statement, sql: `${sql}${clause}` }, says };
}
