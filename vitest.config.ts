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

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    // a process for each file would load the program and its grammars a hundred and fifty times
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
