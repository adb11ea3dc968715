/** Recordings become a script for a target. */

import { dialectOf } from '../dialect/dialects.ts';
import { withPlace } from '../errors.ts';
import type { Walk } from '../history/range.ts';
import type { Target } from '../project/project.ts';
import type { Walked } from '../recorder/studio.ts';
import { scriptId } from '../script/digest.ts';
import type { Script } from '../script/script.ts';
import { scriptText } from '../script/script-text.ts';
import { toolVersion } from '../version.ts';
import { clientOf, formOf, refuseStatements } from './client-of.ts';
import { frameOf, type Migrations } from './frame.ts';

export function scriptOf(
  target: Target,
  kind: Script['kind'],
  { recordings, after }: Partial<Walked> & Pick<Walked, 'recordings'>,
  rows: Pick<Walk, 'from' | 'to'>,
  file: string,
  migrations: Migrations,
): Script {
  const dialect = dialectOf(target.dialect);
  const frame = frameOf(target, dialect, rows, file, { kind, recordings }, migrations);
  const client = clientOf(target, dialect);
  refuseStatements(recordings, client, target);
  const body = { dialect, client, kind, recordings };
  const form = formOf(target, body.client);
  const script = {
    ...body,
    ...(after === undefined ? {} : { after }),
    form,
    version: toolVersion(),
    frame: { ...frame, script: scriptId({ ...body, frame }) },
  };
  if (frame.ascii) refuseUnspelled(script, target);
  return script;
}

/** Walks the whole text, so that nothing is written of a script that has no spelling in ASCII. */
function refuseUnspelled(script: Script, { place }: Target): void {
  try {
    for (const _ of scriptText(script));
  } catch (error) {
    throw withPlace(error, place);
  }
}

/** Moves the version rows and nothing else. */
export function stampScript(
  target: Target,
  ends: Pick<Walk, 'from' | 'to'>,
  file: string,
  migrations: Migrations,
): Script {
  return scriptOf(target, 'stamp', { recordings: [] }, ends, file, migrations);
}

/** Makes the version table when there is none. */
export function versionTableScript(target: Target, file: string, migrations: Migrations): Script {
  return scriptOf(target, 'ensure-version', { recordings: [] }, { from: [], to: [] }, file, migrations);
}
