import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest begins first, whether it has been timed here before or not. */
const rooms = ['grammars', 'engines', 'clients', 'laws'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = rooms.findIndex((room) => moduleId.includes(`/test/${room}/`));
      return at < 0 ? rooms.length : at;
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
