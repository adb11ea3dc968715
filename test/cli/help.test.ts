import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { stage } from './transcript.ts';

test('--help lists every command', async () => {
  const { code, stdout, stderr } = await stage().run(['--help']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatchInlineSnapshot(`
    "migrator turns database revisions written in TypeScript into guarded SQL files.

    Usage: migrator COMMAND [options]

    Commands:
      init            Makes a new project
      list-templates  Lists the templates that init knows
      adopt           Lets revisions follow a folder of knex migrations
      revision        Writes a new revision file
      merge           Writes a revision that joins several heads
      edit            Opens a revision file in the editor
      show            Says everything about a revision
      history         Lists revisions, newest first
      heads           Lists the revisions that no other follows
      branches        Lists the revisions that several follow
      check           Lists every revision that cannot be compiled
      upgrade         Writes the SQL that applies revisions
      downgrade       Writes the SQL that takes revisions back
      stamp           Writes the SQL that moves the version rows and nothing else
      ensure-version  Writes the SQL that makes the version table
      bundle          Writes the files that a DBA reviews and applies, for every target
      rehearse        Runs bundles on an embedded engine and compares what stands after them
      completion      Prints a completion script for the shell

    Options of every command:
          --config FILE    the configuration (default: $MIGRATOR_CONFIG, or migrator.toml here or above)
          --target NAME    the target of migrator.toml (repeatable for bundle and rehearse, where all is the default)
      -x KEY=VALUE         a value that migrator.toml and revisions ask for by its key (repeatable)
          --env-file FILE  environment variables for what revisions and the knexfile import (repeatable)
          --json           one JSON document on stdout, errors too
      -h, --help           this text
          --version        the version of migrator

    Examples:
      migrator init shop             a new project in the folder shop
      migrator revision -m "orders"  a new revision file
      migrator bundle                SQL files for every target, into out/

    "migrator COMMAND --help" says more.
    "
  `);
});

test.each(commands.map(({ name }) => name))('%s --help shows its options and examples', async (name) => {
  const { run } = stage();
  const { code, stdout, stderr } = await run([name, '--help']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`Usage: migrator ${name} `);
  expect(stdout).toContain(`Examples:\n  migrator ${name}`);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  for (const argv of [
    ['help', name],
    ['--help', name],
    [name, '-h'],
    [name, '--nonsense', '--help'],
  ]) {
    expect((await run(argv)).stdout).toBe(stdout);
  }
});

test.each(commands.map(({ name }) => name))(
  'the examples of %s are command lines that it understands',
  async (name) => {
    const { examples, options, arguments: known } = await commands.find((entry) => entry.name === name)!.load();
    const { parseCommand, parseFront } = await import('../../src/cli/parse.ts');
    for (const { line } of examples) {
      const words = [...line.split(' >> ')[0]!.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!);
      expect(() => parseCommand(parseFront(words.slice(1)), name, { options, arguments: known }), line).not.toThrow();
    }
  },
);

test('--version', async () => {
  expect((await stage().run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(JSON.parse((await stage().run(['--version', '--json'])).stdout)).toEqual({ version: expect.any(String) });
});

test('completion prints a script, and answers what it asks', async () => {
  const { run } = stage();
  expect((await run(['completion'])).stdout).toContain('migrator --get-yargs-completions');
  const asked = async (...words: string[]) =>
    (await run(['--get-yargs-completions', 'migrator', ...words])).stdout.split('\n').map((line) => line.split(':')[0]);
  expect(await asked('hi')).toContain('history');
  expect(await asked('history', '--')).toEqual(expect.arrayContaining(['--rev-range', '--verbose', '--json']));
  expect(await asked('bundle', '--')).toEqual(expect.arrayContaining(['--out', '--name', '--target']));
});

test('colours only where they are asked for', async () => {
  const { run } = stage();
  expect((await run(['nope'])).stderr).not.toContain('\u001b');
  const { stderr } = await run(['nope'], { colour: true });
  expect(stderr.startsWith('\u001b[1;31merror[unknown-command]\u001b[0m: ')).toBe(true);
});
