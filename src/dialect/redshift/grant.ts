/** Rights: https://docs.aws.amazon.com/redshift/latest/dg/r_GRANT.html */

import type { Of } from '../../operation/operation.ts';
import { showName } from '../../schema/name.ts';
import type { Grant } from '../../schema/objects.ts';
import { schemaStatement, unsupported } from '../lower.ts';
import { rights } from '../postgres/object.ts';
import type { Statement } from '../statement.ts';
import type { Server } from './server.ts';

export interface Grantee {
  readonly kind: 'public' | 'user' | 'role' | 'group';
  readonly name: string;
}

/** A user by its name; `role analyst` and `group readers` say what else they are. */
export function granteeOf(to: string): Grantee {
  if (/^public$/i.test(to)) return { kind: 'public', name: 'public' };
  const [, word, name] = /^(role|group)\s+(.+)$/is.exec(to) ?? [];
  if (word === undefined || name === undefined) return { kind: 'user', name: to };
  return { kind: word.toLowerCase() as 'role' | 'group', name };
}

function grantee(to: string, { quote }: Server): string {
  const { kind, name } = granteeOf(to);
  if (kind === 'public') return kind;
  return kind === 'user' ? quote(name) : `${kind} ${quote(name)}`;
}

function refuseTarget({ on }: Grant): void {
  if (on.kind !== 'sequence') return;
  throw unsupported(`Redshift has no sequences: ${showName(on.name)}`, 'leave the grant out for Redshift');
}

/** Only a user, and only on a whole thing, may hand rights on. */
function refuseOption({ withGrantOption, on, to }: Grant): void {
  if (!withGrantOption) return;
  if (on.columns === undefined && granteeOf(to).kind === 'user') return;
  throw unsupported(
    `Redshift gives WITH GRANT OPTION to users on whole tables only, not to ${to}${on.columns === undefined ? '' : ' on columns'}`,
    'leave withGrantOption out',
  );
}

export function grant({ grant: given }: Of<'grant'>, server: Server): readonly Statement[] {
  refuseTarget(given);
  refuseOption(given);
  const further = given.withGrantOption ? ' with grant option' : '';
  return [schemaStatement(`grant ${rights(given, server)} to ${grantee(given.to, server)}${further}`)];
}

export function revoke({ grant: given }: Of<'revoke'>, server: Server): readonly Statement[] {
  refuseTarget(given);
  return [schemaStatement(`revoke ${rights(given, server)} from ${grantee(given.to, server)}`)];
}
