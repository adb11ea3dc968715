/** Most of PGlite's start is making an empty cluster, always the same one: it is made once, and kept beside the installed packages. */

import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Extensions, PGlite } from '@electric-sql/pglite';
import { importPeer } from '../peer.ts';

/** Begins with a copy, the first time, too: what the engine counts up is the same at every start. */
export async function startPglite(extensions: Extensions, kept: string = keptFile()): Promise<PGlite> {
  const { PGlite } = await importPeer(() => import('@electric-sql/pglite'), '@electric-sql/pglite', 'a shadow');
  const found = read(kept);
  if (found !== undefined) return PGlite.create({ extensions, loadDataDir: new Blob([found]) });
  const maker = await PGlite.create();
  const cluster = await maker.dumpDataDir('none');
  await maker.close();
  keep(kept, Buffer.from(await cluster.arrayBuffer()));
  return PGlite.create({ extensions, loadDataDir: cluster });
}

/** `node_modules/.cache/migrator/pglite-0.5.16.tar.gz` */
export function keptFile(): string {
  const home = dirname(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')));
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(dirname(dirname(home)), '.cache', 'migrator', `pglite-${version}.tar.gz`);
}

/** Undefined where there is none, or not the whole of it: the file ends with its own checksum. */
function read(file: string): Buffer | undefined {
  try {
    return gunzipSync(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** Moved to its place whole, since others may be starting; where nothing can be written the next start is as slow. */
function keep(file: string, cluster: Buffer): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const folder = mkdtempSync(join(dirname(file), 'new-'));
    writeFileSync(join(folder, basename(file)), gzipSync(cluster, { level: 1 }));
    renameSync(join(folder, basename(file)), file);
    rmSync(folder, { recursive: true });
  } catch {
    // a folder that is not ours to write
  }
}
