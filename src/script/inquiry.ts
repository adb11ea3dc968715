/** The text of a script that only asks, from its header to its verdict. */

import type { Inquiry } from '../dialect/inquiry.ts';
import { showName } from '../schema/name.ts';
import { print } from './print.ts';
import type { Script } from './script.ts';

export interface Asked {
  /** Its file name. */
  readonly file: string;
  /** Lines of plain English: what it is for. */
  readonly purpose: readonly string[];
  readonly inquiry: Inquiry;
}

const byStatus: readonly string[] = [
  'Under each question stands what it found. The last line is the verdict; the client ends with status 0 when it',
  'is good, and with another one when it is not.',
];

/** `script`: whose frame, client and dialect are meant. */
export function* inquiryText(script: Script, { file, purpose, inquiry }: Asked): Generator<string> {
  const { client, dialect, frame, version } = script;
  const lines = [
    `${file}: made by migrator ${version} for ${dialect.title} ${frame.serverVersion} and ${client.asking.tool ?? client.tool}`,
    'DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.',
    '',
    ...purpose,
    'It only reads: it changes nothing, and may run again at any time.',
    '',
    `Version table: ${showName(frame.versionTable)}${frame.schema === undefined ? '' : `, schema: ${frame.schema}`}`,
    `Script: ${frame.script}`,
    '',
    'Run it:',
    `  ${client.asking.run(file)}`,
    ...(client.asking.inWords ?? byStatus),
  ];
  yield* print([{ part: 'comment', lines }], client, frame);
  yield '\n';
  const asked = client.asking.spell(inquiry, frame);
  if (frame.ascii) yield client.ascii([...asked].join(''));
  else yield* asked;
}
