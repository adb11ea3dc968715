/** Where an engine's server is, as a user would write it. */
import type { Database, Engine } from './engine.ts';
import { isOfMysql } from './engine.ts';

export function shadowAddress(engine: Engine, { knex, name }: Database): string {
  const { host, socketPath, user } = knex.connection as { host?: string; socketPath?: string; user: string };
  return isOfMysql(engine)
    ? `mysql://${user}@localhost/${name}?socketPath=${encodeURIComponent(socketPath!)}`
    : `postgresql://${user}@${encodeURIComponent(host!)}/${name}`;
}
