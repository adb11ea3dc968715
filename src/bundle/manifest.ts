/** What a bundle is, for programs; its keys keep their order. */

import type { Bundle } from './bundle.ts';

/** Grows when a promise in docs/formats.md is broken. */
export const formatsVersion = 1;

export interface FileSum {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly formats: number;
  readonly tool: { readonly name: 'migrator'; readonly version: string };
  readonly name: string;
  readonly target: string;
  readonly dialect: string;
  readonly serverVersion: string;
  readonly client: string;
  readonly versionTable: { readonly schema?: string; readonly name: string };
  readonly schema?: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly reversible: boolean;
  readonly revisions: readonly {
    readonly id: string;
    readonly message: string;
    readonly file: string;
    readonly sha256: string;
  }[];
  readonly files: readonly FileSum[];
}

export function manifestOf({ name, target, up, down }: Bundle, files: readonly FileSum[]): Manifest {
  const { frame, dialect, client, recordings, version } = up;
  return {
    formats: formatsVersion,
    tool: { name: 'migrator', version },
    name,
    target,
    dialect: dialect.name,
    serverVersion: frame.serverVersion,
    client: client.tool,
    versionTable: frame.versionTable,
    ...(frame.schema === undefined ? {} : { schema: frame.schema }),
    from: frame.from,
    to: frame.to,
    reversible: !('impossible' in down),
    revisions: recordings.map(({ step: { revision } }) => ({
      id: revision.id,
      message: revision.message,
      file: revision.file,
      sha256: revision.digest,
    })),
    files,
  };
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** The format that `sha256sum -c` reads. */
export function sumsText(files: readonly FileSum[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
}
