/** Which migrator this is. */

import { readFileSync } from 'node:fs';
import { packageFolder } from './home.ts';

export function toolVersion(): string {
  const text = readFileSync(`${packageFolder}package.json`, 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
