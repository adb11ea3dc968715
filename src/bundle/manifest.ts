/** What a bundle is, for programs; its keys keep their order. */

import { showPlace } from '../errors.ts';
import { acceptedIn, onlineIn, readsIn } from '../script/title.ts';
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
  /** What the log and the ledger of a database call the scripts. */
  readonly scripts: { readonly upgrade: string; readonly downgrade?: string };
  readonly revisions: readonly {
    readonly id: string;
    readonly message: string;
    readonly file: string;
    readonly sha256: string;
    /** Whether the way back was worked out from the upgrade. */
    readonly derived: boolean;
  }[];
  /** What the revisions lose, and why they say it may go; absent where none does. */
  readonly acceptedLosses?: readonly {
    readonly direction: 'up' | 'down';
    readonly revision: string;
    readonly what: string;
    readonly words: string;
  }[];
  /** What revisions read elsewhere than in the replayed schema, with what it reaches; absent where none does. */
  readonly reads?: readonly {
    readonly direction: 'up' | 'down';
    readonly revision: string;
    readonly asked: string;
    readonly answer: string;
    readonly source: string;
    readonly kind: string;
    /** The numbers of the calls of the revision that would do something else with another answer, from 1. */
    readonly reaches: readonly number[];
    /** Whether with another answer there would be more or fewer of them. */
    readonly decides: boolean;
    readonly place?: string;
    readonly accepted?: string;
  }[];
  /** Revisions in whose place the scripts stop, and why; absent where there are none. */
  readonly online?: readonly {
    readonly direction: 'up' | 'down';
    readonly revision: string;
    readonly reason: string;
  }[];
  readonly files: readonly FileSum[];
}

function derivedIn(down: Bundle['down']): ReadonlySet<string> {
  const recordings = 'impossible' in down ? [] : down.recordings;
  return new Set(recordings.flatMap(({ step, derived }) => (derived === undefined ? [] : [step.revision.id])));
}

function acceptedLosses(up: Bundle['up'], down: Bundle['down']): Pick<Manifest, 'acceptedLosses'> {
  const losses = [
    ...acceptedIn(up.recordings).map((one) => ({ direction: 'up' as const, ...one })),
    ...('impossible' in down ? [] : acceptedIn(down.recordings)).map((one) => ({ direction: 'down' as const, ...one })),
  ];
  return losses.length === 0 ? {} : { acceptedLosses: losses };
}

function readsOf(up: Bundle['up'], down: Bundle['down']): Pick<Manifest, 'reads'> {
  const of = ({ recordings }: Bundle['up'], direction: 'up' | 'down') =>
    readsIn(recordings).map(({ revision, asked, answer, source, kind, reaches, decides, place, accepted }) => ({
      direction,
      revision,
      asked,
      answer,
      source,
      kind,
      reaches: reaches.map((at) => at + 1),
      decides: decides === true,
      ...(place === undefined ? {} : { place: showPlace(place) }),
      ...(accepted === undefined ? {} : { accepted }),
    }));
  const reads = [...of(up, 'up'), ...('impossible' in down ? [] : of(down, 'down'))];
  return reads.length === 0 ? {} : { reads };
}

function online(up: Bundle['up'], down: Bundle['down']): Pick<Manifest, 'online'> {
  const stops = [
    ...onlineIn(up.recordings).map((one) => ({ direction: 'up' as const, ...one })),
    ...('impossible' in down ? [] : onlineIn(down.recordings)).map((one) => ({ direction: 'down' as const, ...one })),
  ];
  return stops.length === 0 ? {} : { online: stops };
}

export function manifestOf({ name, target, up, down }: Bundle, files: readonly FileSum[]): Manifest {
  const { frame, dialect, client, recordings, version } = up;
  const derived = derivedIn(down);
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
    scripts: { upgrade: frame.script, ...('impossible' in down ? {} : { downgrade: down.frame.script }) },
    revisions: recordings.map(({ step: { revision } }) => ({
      id: revision.id,
      message: revision.message,
      file: revision.file,
      sha256: revision.digest,
      derived: derived.has(revision.id),
    })),
    ...acceptedLosses(up, down),
    ...readsOf(up, down),
    ...online(up, down),
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
