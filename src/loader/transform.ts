/** A TypeScript or ES module file made into a CommonJS body, line for line, so that errors keep the author's line numbers. */

import { type Options, transform } from 'sucrase';

const typescript = /\.[cm]?ts$/;
const moduleSyntax = /^\s*(?:import|export)\b/m;

const common = { disableESTransforms: true, preserveDynamicImport: false, production: true } as const;
const ofTypescript: Options = { ...common, transforms: ['typescript', 'imports'] };
const ofModule: Options = { ...common, transforms: ['imports'] };

/** Throws what the compiler says of a syntax error; its `loc` has the line and column. */
const dynamicImport = /(?<![.\w$])import\s*\(/;

export function toCommonJs(code: string, file: string): string {
  const isTypescript = typescript.test(file);
  if (!isTypescript && !moduleSyntax.test(code) && !dynamicImport.test(code)) return code;
  return transform(code, { ...(isTypescript ? ofTypescript : ofModule), filePath: file }).code;
}
