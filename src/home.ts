/** Where this program itself lies. */

import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the running code, `src/` or `dist/`, with a separator at its end. */
export const codeFolder: string = dirname(fileURLToPath(import.meta.url)) + sep;

/** The folder of the package, with a separator at its end. */
export const packageFolder: string = dirname(codeFolder) + sep;
