/** The client tool of a target, under its house rules, and what no script for it can hold. */

import type { Client } from '../dialect/client.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { disobeyed, obeying } from '../dialect/house-rules.ts';
import { allFaults, MigratorError } from '../errors.ts';
import type { Target } from '../project/project.ts';
import type { Recording } from '../recorder/recording.ts';
import type { Script } from '../script/script.ts';

export function clientOf(target: Target, dialect: Dialect): Client {
  const client =
    target.client === undefined ? dialect.clients[0] : dialect.clients.find(({ tool }) => tool === target.client);
  if (client !== undefined) return underRules(client, target);
  throw new MigratorError('no-client', `${dialect.title} has no client ${target.client}`, {
    hint: `Its clients are ${dialect.clients.map(({ tool }) => tool).join(', ')}.`,
    place: target.place,
  });
}

function underRules(client: Client, { houseRules, name }: Target): Client {
  if (houseRules === undefined) return client;
  const { rules, place } = houseRules;
  const fault = disobeyed(client, rules);
  if (fault === undefined) return obeying(client, rules);
  throw new MigratorError(
    'house-rule',
    `client ${client.tool} cannot obey ${JSON.stringify(fault.rule)}: ${fault.why}`,
    {
      hint: `take the rule away from target ${name}, or choose another client: docs/clients.md says which obey it`,
      place,
    },
  );
}

/** A script that a client could not be trusted with is not made. */
export function refuseStatements(recordings: readonly Recording[], client: Client, target: Target): void {
  const { cannot, oneTransaction } = client;
  const [, ...later] = recordings;
  const stop = oneTransaction && later.find(({ onlineOnly }) => onlineOnly !== undefined);
  if (stop) {
    const { id, file } = stop.step.revision;
    const message = `revision ${id} is done online, and a script that is one transaction cannot stop before it`;
    const hint = 'make two scripts, one to the revision before it and one from it';
    throw new MigratorError('done-online', message, { hint, place: { file } });
  }
  if (cannot === undefined) return;
  const faults = recordings.flatMap(({ changes, step }) =>
    changes.flatMap(({ statements, place }) =>
      statements.flatMap(({ statement }) => {
        const why = cannot(statement);
        if (why === undefined) return [];
        const message = `a script for ${client.tool} cannot hold this statement of revision ${step.revision.id}: ${why}`;
        const hint = `give target ${target.name} another client, or take the statement out of the revision`;
        return [new MigratorError('no-client', message, { hint, place: place ?? target.place })];
      }),
    ),
  );
  const fault = allFaults(faults);
  if (fault !== undefined) throw fault;
}

export function formOf({ lineEnds, bom: place }: Target, { tool, refusesBom }: Client): Script['form'] {
  if (place !== undefined && refusesBom !== undefined) {
    const hint = 'leave bom out';
    throw new MigratorError('no-bom', `${tool} takes no byte order mark: ${refusesBom}`, { hint, place });
  }
  return { lineEnds, bom: place !== undefined };
}
