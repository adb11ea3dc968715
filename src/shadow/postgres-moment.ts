/** `2026-01-02`, `2026-01-02 03:04:05.678+00`, `0044-03-15 BC`, `infinity`: a moment as PostgreSQL writes it. */

const written =
  /^(\d+)-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d)(\.\d+)?)?(?:([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?)?( BC)?$/;

/** A day is its first moment, and what has no zone is in UTC: the answer is the same wherever it is read. */
export function momentOf(text: string): Date | number | null {
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === '-infinity') return Number.NEGATIVE_INFINITY;
  const parts = written.exec(text);
  if (parts === null) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0));
  const moment = new Date(0);
  moment.setUTCFullYear(parts[12] === undefined ? year! : 1 - year!, month! - 1, day);
  moment.setUTCHours(hour!, minute, second, 1000 * Number(parts[7] ?? 0));
  const [hours, minutes, seconds] = parts.slice(9, 12).map((part) => Number(part ?? 0));
  const ahead = (parts[8] === '-' ? -1000 : 1000) * (hours! * 3600 + minutes! * 60 + seconds!);
  return new Date(moment.getTime() - ahead);
}
