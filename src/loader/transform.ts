/** A TypeScript or ES module file made into a CommonJS body, line for line, so that errors keep the author's line numbers. */

import { type Options, transform } from 'sucrase';

const typescript = /\.[cm]?ts$/;
const moduleSyntax = /^\s*(?:import|export)\b/m;

const common = { disableESTransforms: true, preserveDynamicImport: false, production: true } as const;
const ofTypescript: Options = { ...common, transforms: ['typescript', 'imports'] };
const ofModule: Options = { ...common, transforms: ['imports'] };

/** How the compiler is to read a TypeScript file; undefined for any other. */
export function typescriptOptions(file: string): Options | undefined {
  return typescript.test(file) ? ofTypescript : undefined;
}

/** Throws what the compiler says of a syntax error; its `loc` has the line and column. */
export function toCommonJs(code: string, file: string): string {
  const options = typescriptOptions(file) ?? (moduleSyntax.test(code) ? ofModule : undefined);
  return options === undefined ? code : transform(code, { ...options, filePath: file }).code;
}
