/** `npm run docs`: writes the pages that are made from declarations. */

import { writeFileSync } from 'node:fs';
import { pages } from './pages.ts';

for (const [path, text] of await pages()) {
  writeFileSync(new URL(`../${path}`, import.meta.url), text);
  console.log(path);
}
