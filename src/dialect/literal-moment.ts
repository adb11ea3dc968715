/** Dates, and text in ISO 8601, as SQL for columns of dates and times. */

import type { Column } from '../schema/column.ts';
import { type Clock, settle } from './clock.ts';
import { inUtc, momentFrom, momentOf } from './moment.ts';
import { type Spelling, spellText } from './spelling.ts';
import type { Target } from './target.ts';
import { rounded, unrepresentable } from './unrepresentable.ts';

export function fromDate(value: Date, target: Target, spelling: Spelling): string {
  const { kind, column } = target;
  if (Number.isNaN(value.getTime())) throw unrepresentable('an invalid Date', undefined, column);
  switch (kind) {
    case 'date':
    case 'timestamp':
    case 'time':
    case 'text':
    case 'other':
    case undefined:
      return spelling.moment(
        settle({ holds: 'both', moment: momentOf(value) }, target, spelling.clock(target)),
        target,
      );
    default:
      throw unrepresentable('a Date', 'give a value of the column type', column);
  }
}

/** ISO 8601 text. Without a zone it is in UTC, like everything that is written into a column without one. */
export function fromMomentText(text: string, target: Target, spelling: Spelling): string {
  const { column } = target;
  if (spelling.endlessMoments && /^-?infinity$/i.test(text) && target.kind !== 'time')
    return spellText(text, target, spelling);
  const clock = spelling.clock(target);
  const said = momentFrom(text);
  if (said === undefined || (said.holds === 'time') !== (clock.holds === 'time')) throw notThat(text, clock, column);
  if (clock.holds === 'date' && said.holds === 'both') {
    const day = inUtc(said.moment);
    if (day.clock !== '00:00:00' || /[1-9]/.test(day.fraction)) {
      const what = `${JSON.stringify(text)} is not a whole day in UTC`;
      const hint = 'give the day alone';
      // with an offset some engines take the day that is written, others the one in UTC
      if (said.moment.offset !== '') throw unrepresentable(what, hint, column);
      rounded(what, hint, target);
    }
  }
  return spelling.moment(settle(said, target, clock), target);
}

function notThat(text: string, clock: Clock, column: Column | undefined): Error {
  const like = {
    date: 'date like 2024-01-31',
    time: 'time like 10:00:00',
    both: 'date like 2024-01-31 or 2024-01-31T10:00:00Z',
  };
  return unrepresentable(
    `${JSON.stringify(text)} is not a ${like[clock.holds]}`,
    'give a Date, or the text in ISO 8601',
    column,
  );
}
