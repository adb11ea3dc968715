/** Most of PGlite's start is making an empty cluster, always the same one: it is made once, and kept beside the installed packages. */

import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { PGlite } from '@electric-sql/pglite';
import { importPeer } from '../peer.ts';
import { loadExtensions } from './pglite-extensions.ts';

/** Begins with a copy, the first time, too, so that what the engine counts up is the same at every start. */
export async function startPglite(kept?: string): Promise<PGlite> {
  const { PGlite } = await importPeer(() => import('@electric-sql/pglite'), '@electric-sql/pglite', 'a shadow');
  const file = kept ?? keptFile();
  let cluster = read(file);
  if (cluster === undefined) {
    const maker = await PGlite.create();
    cluster = new Uint8Array(await (await maker.dumpDataDir('none')).arrayBuffer());
    await maker.close();
    keep(file, cluster);
  }
  return PGlite.create({ extensions: await loadExtensions(), loadDataDir: new Blob([cluster]) });
}

/** `node_modules/.cache/migrator/pglite-0.5.16.tar.gz` */
function keptFile(): string {
  const home = dirname(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')));
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(dirname(dirname(home)), '.cache', 'migrator', `pglite-${version}.tar.gz`);
}

/** Undefined where there is none, or not the whole of it: the file ends with its own checksum. */
function read(file: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return gunzipSync(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** Moved to its place whole, since others may be starting; where nothing can be written the next start is as slow. */
function keep(file: string, cluster: Uint8Array): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const folder = mkdtempSync(join(dirname(file), 'new-'));
    try {
      writeFileSync(join(folder, basename(file)), gzipSync(cluster, { level: 1 }));
      renameSync(join(folder, basename(file)), file);
    } finally {
      rmSync(folder, { recursive: true });
    }
  } catch {
    // a folder that is not ours to write
  }
}
