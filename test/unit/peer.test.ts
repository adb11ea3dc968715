import { expect, test } from 'vitest';
import { importPeer } from '../../src/peer.ts';

test('a package that is not installed is named, with how to get it', async () => {
  const name: string = 'a-package-that-nobody-has';
  await expect(importPeer(() => import(name), name, 'a shadow')).rejects.toMatchObject({
    code: 'no-engine',
    message: `a shadow needs the package ${name}, which is not installed`,
    hint: `Run npm install --save-dev ${name}.`,
  });
});

test('what goes wrong inside a package is not taken for its absence', async () => {
  const broken = new Error('its own');
  await expect(importPeer(() => Promise.reject(broken), 'pg', 'a shadow')).rejects.toBe(broken);
});
