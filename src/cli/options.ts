/** Options that more than one command has. */

import type { Option } from './command.ts';

export const globalOptions: readonly Option[] = [
  {
    name: 'config',
    value: 'FILE',
    summary: 'the configuration (default: $MIGRATOR_CONFIG, or migrator.toml here or above)',
  },
  {
    name: 'target',
    value: 'NAME',
    repeatable: true,
    summary: 'the target of migrator.toml (repeatable for bundle and rehearse, where all is the default)',
  },
  {
    name: 'x',
    short: 'x',
    value: 'KEY=VALUE',
    repeatable: true,
    summary: 'a value that migrator.toml and revisions ask for by its key (repeatable)',
  },
  {
    name: 'env-file',
    value: 'FILE',
    repeatable: true,
    summary: 'environment variables for what revisions and the knexfile import (repeatable)',
  },
  { name: 'json', summary: 'one JSON document on stdout, errors too' },
  { name: 'help', short: 'h', summary: 'this text' },
  { name: 'version', summary: 'the version of migrator' },
];

export const dryRun: Option = { name: 'dry-run', summary: 'says what would be written, and writes nothing' };

export const message: Option = {
  name: 'message',
  short: 'm',
  value: 'TEXT',
  summary: 'what the revision does, in a line',
};

export const verbose: Option = { name: 'verbose', short: 'v', summary: 'the long form' };

export const branchLabel: Option = {
  name: 'branch-label',
  value: 'LABEL',
  repeatable: true,
  summary: 'a name for the branch that starts here (repeatable)',
};

export const revId: Option = {
  name: 'rev-id',
  value: 'ID',
  summary: "the revision's id (default: 12 random hex digits)",
};

export const splice: Option = { name: 'splice', summary: 'allows a parent that is not a head: a branch starts there' };

export const sql: Option = {
  name: 'sql',
  summary: 'writes SQL instead of connecting (required: nothing connects yet)',
};

export const outputFile: Option = {
  name: 'output',
  short: 'o',
  value: 'FILE',
  summary: 'writes to FILE, which must not exist, instead of stdout',
};

export const from: Option = {
  name: 'from',
  value: 'REVISIONS',
  repeatable: true,
  summary: 'the rows that the version table holds, with commas between: r1,r2 (repeatable)',
};
