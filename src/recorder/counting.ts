/** Finds out whether a revision heeds how many rows its updates and deletes touch: a bare number cannot be watched, so other numbers are tried. */

import type { Answer } from '../shadow/shadow.ts';
import { needsData, shownSql } from './answer.ts';
import { compare } from './compare.ts';
import type { Question } from './question.ts';
import type { Change } from './recording.ts';
import { saidValues } from './said-values.ts';
import type { Respondent } from './session.ts';
import type { Run } from './trace.ts';

const isCounted = ({ operations }: Change): boolean =>
  operations.some((one) => one.kind === 'data' && one.verb !== 'insert');

const isBare = ({ method, sql }: Question): boolean =>
  (method === 'update' || method === 'del') && !/ returning /i.test(sql);

/** Only what a query gives as a number is answered; whoever looks at anything else is noticed by that. */
function saying(count: number): Respondent {
  const touched: Answer = { fields: [], rows: [], count };
  return {
    reads: false,
    answer: async (question) => (isBare(question) ? touched : undefined),
    looked: () => undefined,
  };
}

/** Throws `needs-data` where another number of touched rows would have changed what is done. `code` is the author's. */
export async function refuseHeededCounts(changes: readonly Change[], code: string, run: Run): Promise<void> {
  const counted = changes.find(isCounted);
  if (counted === undefined) return;
  const [first = 0, ...others] = new Set([0, 1, 2, 1_000_003, ...saidValues(code).compared]);
  const one = await run(saying(first));
  const same = await run(saying(first));
  const differ = (other: typeof one): boolean => {
    const { changed, decides } = compare(one.signs, other.signs, other.whole || !one.whole);
    return changed.length > 0 || decides;
  };
  // what differs by itself tells nothing
  if (differ(same)) return;
  for (const count of others) {
    if (differ(await run(saying(count))))
      throw needsData(`the revision uses how many rows a statement touched (${shownSql(counted)})`, counted.place);
  }
}
