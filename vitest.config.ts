import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begin first, whether they have been timed here before or not; what is not among them takes less than half a minute. */
const longest = [
  'grammars/cases',
  'grammars/mutants',
  'laws/round-trip',
  'engines/faults',
  'engines/cases/mariadb',
  'engines/cases/postgresql',
  'engines/cases/postgresql-embedded',
  'engines/cases/sqlite',
  'engines/cases/mysql',
  'engines/script',
  'clients/recorded',
  'engines/kill',
  'laws/determinism',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((file) => moduleId.endsWith(`/test/${file}.test.ts`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** The grammars' own memory grows to gigabytes, and a process of that size is slow to start others. */
const readByGrammars = ['test/grammars/**/*.test.ts', 'test/unit/dialect/**/*.test.ts', 'test/unit/script/**/*.test.ts'];

export default defineConfig({
  test: {
    setupFiles: ['test/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // most of what is made is thrown away at once: with room for it there is less to collect
    execArgv: ['--max-semi-space-size=64'],
    maxWorkers: 2,
    // a process for each file would load the program and its grammars a hundred and fifty times
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'grammars', include: readByGrammars, sequence: { groupOrder: 0 } } },
      {
        extends: true,
        test: { name: 'all else', include: ['test/**/*.test.ts'], exclude: readByGrammars, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
