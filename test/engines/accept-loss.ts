/** A downgrade with its switch on, as its head says how. */
import type { Database, Engine, Manner, Ran } from './engine.ts';

const manners: Readonly<Record<Engine['dialect'], Manner>> = {
  postgresql: { args: ['-v', 'accept_loss=on'] },
  mariadb: { args: ['--init-command=SET @migrator_accept_loss = 1'] },
  mysql: { args: ['--init-command=SET @migrator_accept_loss = 1'] },
  sqlite: {},
};

/** The shell's `-cmd` is what it runs before the file. */
export function runAccepting({ dialect }: Engine, database: Database, script: string): Promise<Ran> {
  const text = dialect === 'sqlite' ? `CREATE TEMP TABLE migrator_accept_loss (yes);\n${script}` : script;
  return database.runText(text, manners[dialect]);
}
