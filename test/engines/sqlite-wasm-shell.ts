/** A stand-in for the sqlite3 shell as a program of its own, so that it can be killed: `sqlite-wasm-shell.ts DATABASE [-bail] < FILE`. */
import { readFileSync } from 'node:fs';
import { applyScript } from './sqlite-wasm.ts';

const [database, ...options] = process.argv.slice(2);
process.exitCode = applyScript(database!, readFileSync(0, 'utf8'), options.includes('-bail'));
