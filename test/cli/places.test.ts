/** Where faults of revisions are said to stand, whatever the project's own folder is called. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configuration, revisionFile, stage } from './transcript.ts';

const broken = revisionFile('a1aaaa', null).replace('upgrade() {', 'upgrade() {\n  helped();\n');

test.each(['node_modules/app', 'app'])('a project in %s has lines', async (folder) => {
  const { root, run } = stage({
    [`${folder}/migrator.toml`]: configuration,
    [`${folder}/revisions/a1.ts`]: `import { helped } from './_node_modules.ts';\n${broken}`,
    [`${folder}/revisions/_node_modules.ts`]: "import { fail } from 'failing';\nexport const helped = () => fail();\n",
    'node_modules/failing/index.js': "exports.fail = () => { throw new Error('no'); };\n",
  });
  const { stderr } = await run(['bundle'], { cwd: join(root, folder) });
  expect(stderr).toContain('--> revisions/_node_modules.ts:2\n');
});
