/** A program that starts an engine and never ends it, so that a test can kill it: `left-running.ts <engine>`. */
import type { Engine } from './engine.ts';
import { finds } from './engines.ts';

const engine = finds[process.argv[2] as Engine['name']]();
if ('missing' in engine) throw new Error(engine.missing);
const database = await engine.createDatabase();
console.log(database.save('SELECT 1;'));
setInterval(() => {}, 1000);
