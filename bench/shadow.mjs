/** What a shadow costs: its start, and each statement, beside the engine itself. `npm run bench -- shadow [STATEMENTS]` */

import { PGlite } from '@electric-sql/pglite';
import { createJiti } from 'jiti';
import sqlite from 'node-sqlite3-wasm';

const jiti = createJiti(import.meta.url);
const { openShadow } = await jiti.import('../src/shadow/open.ts');

const engines = {
  postgresql: async () => {
    const database = await PGlite.create();
    return { send: (sql) => database.exec(sql), close: () => database.close() };
  },
  sqlite: async () => {
    const database = new sqlite.Database(':memory:');
    const send = async (sql) => (sql.startsWith('select') ? database.all(sql) : database.exec(sql));
    return { send, close: async () => database.close() };
  },
};

function* statements(count) {
  yield 'create table item (id integer primary key, name varchar(40), made timestamp)';
  for (let id = 1; id <= count; id += 2) {
    yield `insert into item (id, name, made) values (${id}, 'item ${id}', '2026-03-01 02:03:04')`;
    yield `select id, name, made from item where id > ${id - 10}`;
  }
}

/** Milliseconds of a start and of one statement. */
async function measured(open, count) {
  const began = performance.now();
  const engine = await open();
  const ready = performance.now();
  for (const sql of statements(count)) await engine.send(sql);
  const done = performance.now();
  await engine.close();
  return [ready - began, (done - ready) / count];
}

export async function measureShadow(count = 2000) {
  for (const [dialect, plain] of Object.entries(engines)) {
    await measured(() => openShadow({ dialect }), 2); // loads the package, and keeps what a start needs
    const [start, each] = await measured(() => openShadow({ dialect }), count);
    const [plainStart, plainEach] = await measured(plain, count);
    console.log(
      `${dialect}: start ${start.toFixed(0)} ms / ${plainStart.toFixed(0)} ms,`,
      `a statement ${each.toFixed(3)} ms / ${plainEach.toFixed(3)} ms`,
    );
  }
}
