/** A view gets more columns, other columns and other rows while another one reads it */
import type { Op } from 'migrator';

export const revision = '02';
export const downRevision = '01';

export function upgrade(op: Op): void {
  const of = (columns: string, from: string) =>
    `select ${columns} from ${from}`.replaceAll(/\b(?!select|from)\w+\b/g, op.dialect === 'oracle' ? '"$&"' : '$&');
  op.replaceView('person', of('id, mail, nick', 'human'));
  op.replaceView('person', of('nick, mail', 'human'));
}
