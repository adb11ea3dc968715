/** A database on a server of the MySQL family, driven by the mariadb client through a unix socket. */
import { sortRows } from './catalog.ts';
import { scriptSaver, startTool } from './client-tool.ts';
import type { Catalog, Database, Look, Manner, Query, Running } from './engine.ts';
import { asker, type Manners } from './session.ts';

const ended = 'no more';

export interface Door {
  /** The program. */
  readonly client: string;
  readonly folder: string;
  readonly socket: string;
  readonly catalog: (query: Query, look: Look) => Promise<Catalog>;
}

/** How the client comes in. */
export function doorArguments({ socket }: Door): string[] {
  return ['--no-defaults', `--socket=${socket}`, '--user=root', '--default-character-set=utf8mb4'];
}

export function mysqlDatabase(door: Door, name: string): Database {
  const { client, folder, socket } = door;
  const start = (file: string, manner: Manner = {}): Running => {
    const goesOn = manner.strict === false ? ['--force'] : [];
    const args = [...doorArguments(door), ...goesOn, ...(manner.args ?? [])];
    const env = manner.env ?? {};
    if (manner.by === 'command') return startTool(client, { args: [...args, '-e', `source ${file}`, name], env });
    return startTool(client, { args: [...args, name], env, stdin: { file } });
  };
  const manners: Manners = {
    tool: client,
    args: [...doorArguments(door), '--xml', '--unbuffered'],
    moves: (database) => `USE ${database};\n`,
    asks: (sql) => `${sql.replace(/[;\s]+$/, '')}\n;\n`,
    ends: [`SELECT '${ended}';\n`, `>${ended}</field>\n  </row>\n</resultset>\n`],
    isLost: ({ stderr }) => /ERROR 20(?:06|13)\b/.test(stderr),
  };
  const ask = asker(manners, name);
  const query: Query = async (sql) => rowsOf(await ask(sql));
  const save = scriptSaver(folder, name);
  const run: Database['run'] = (file, manner) => start(file, manner).done;
  return {
    name,
    knex: {
      client: 'mysql2',
      connection: {
        socketPath: socket,
        user: 'root',
        database: name,
        charset: 'utf8mb4',
        timezone: 'Z',
        // The driver would set IGNORE_SPACE, which the server keeps with every routine.
        flags: ['-IGNORE_SPACE'],
      },
    },
    start,
    run,
    save,
    runText: (script, manner) => run(save(script), manner),
    query,
    rows: async (table) => sortRows(await query(`SELECT * FROM ${table}`)),
    catalog: (look = {}) => door.catalog(query, look),
  };
}

/** The client's XML, because its tab-separated form cannot tell NULL from the word; the last of it says that it ended. */
function rowsOf(xml: string): (string | null)[][] {
  const last = xml.split('<resultset').slice(1, -1).at(-1) ?? '';
  return last
    .split('<row>')
    .slice(1)
    .map((row) => {
      const fields = row.matchAll(/<field name="[^"]*"(?: xsi:nil="true" \/>|>([^<]*)<\/field>)/g);
      return [...fields].map(([, text]) => (text === undefined ? null : plain(text)));
    });
}

function plain(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!,
  );
}
