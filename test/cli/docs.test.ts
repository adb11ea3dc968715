import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pages } from '../../scripts/pages.ts';

test('the pages that are made from declarations are current: if not, run "npm run docs"', async () => {
  for (const [path, text] of await pages()) {
    expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path).toBe(text);
  }
});
