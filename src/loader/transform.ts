/** A TypeScript or ES module file made into a CommonJS body, line for line, so that errors keep the author's line numbers. */

import { transform } from 'sucrase';

const typescript = /\.[cm]?ts$/;
const moduleSyntax = /^\s*(?:import|export)\b/m;

/** Throws what the compiler says of a syntax error; its `loc` has the line and column. */
export function toCommonJs(code: string, file: string): string {
  const isTypescript = typescript.test(file);
  if (!isTypescript && !moduleSyntax.test(code)) return code;
  return transform(code, {
    transforms: isTypescript ? ['typescript', 'imports'] : ['imports'],
    filePath: file,
    disableESTransforms: true,
    preserveDynamicImport: false,
    production: true,
  }).code;
}
