/** What SQL*Plus asks Oracle before something is lost, and the switch that lets losses pass. */

import type { Frame, PartOf } from '../client.ts';
import { accepted, hintOf, mayPass, sentence, switchLines } from './check-words.ts';
import type { Ending } from './sqlplus-ending.ts';
import { text } from './sqlplus-text.ts';
import { allowed, passOver, remarks } from './sqlplus-words.ts';

export const howToSwitch = 'write on for off in the block that sets migrator:accept_loss';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_SESSION.html */
export const lossSwitch: string = `${remarks(switchLines(howToSwitch))}BEGIN\n  DBMS_SESSION.SET_IDENTIFIER('migrator:accept_loss=off');\nEND;\n/\n`;

export const switchedOn: string = "NVL(SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), '-') = 'migrator:accept_loss=on'";

export function checks(part: PartOf<'check'>, frame: Frame, { block }: Ending): string {
  const voice = {
    literal: (words: string) => text(words),
    joined: (parts: readonly string[]) => parts.join(' ||\n      '),
    count: 'migrator_count',
    first: 'migrator_first',
  };
  const each = part.checks.map((check) => {
    const hint = text(`. ${hintOf(check, part)}`);
    const says = (word?: string) => sentence(check, part.deed, voice, word);
    const refuse = `    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(${says()} ||\n      ${hint}, 1, 2000));\n`;
    const pass = `    IF ${switchedOn} THEN\n    DBMS_OUTPUT.PUT_LINE(${says(accepted)});\n    ELSE\n`;
    const sample = check.sample === undefined ? '' : sampled(check.sample);
    return [
      check.there === undefined
        ? counted(check.count)
        : `${counted(check.there)}  IF migrator_count > 0 THEN\n${counted(check.count)}  END IF;\n`,
      `  IF migrator_count > 0 THEN\n${sample}`,
      mayPass(check, part) ? `${pass}${refuse}    END IF;\n` : refuse,
      '  END IF;\n',
    ].join('');
  });
  return block(
    'DECLARE\n  migrator_count NUMBER;\n  migrator_first VARCHAR2(4000);\n  migrator_past NUMBER;\n',
    allowed + passOver(part.entry, frame) + each.join(''),
  );
}

function counted(query: string): string {
  return `  EXECUTE IMMEDIATE ${text(query)}\n    INTO migrator_count;\n`;
}

function sampled(sample: string): string {
  return (
    `    BEGIN\n      EXECUTE IMMEDIATE ${text(sample)}\n        INTO migrator_first;\n` +
    '    EXCEPTION WHEN NO_DATA_FOUND THEN migrator_first := NULL;\n    END;\n'
  );
}
