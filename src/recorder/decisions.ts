/**
 * What JavaScript may decide by a value that no probe has: a comparison, something looked up by it, a part of it. Whether a value
 * is there, empty, zero or false is probed.
 */

import { Hindrance } from './hindrance.ts';

const quiet = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
const inTemplate = /\$\{([^{}]*)\}/g;

/** The code without comments and without what stands in texts; of a template the expressions are left. */
function codeOf(source: string): string {
  return source.replace(quiet, (token) => {
    if (token.startsWith('/')) return ' ';
    if (!token.startsWith('`')) return "''";
    return `(''${[...token.matchAll(inTemplate)].map(([, expression]) => `, ${expression}`).join('')})`;
  });
}

/** Names of the language's own methods that choose nothing, or that knex's builders have as well. */
const harmless: ReadonlySet<string> = new Set(
  'constructor map forEach push concat join flat flatMap toISOString keys values entries delete has get set add clear with then catch finally'.split(
    ' ',
  ),
);
const choosing: ReadonlySet<string> = new Set(
  [String, Array, Number, Boolean, BigInt, RegExp, Object, Function]
    .flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype))
    .filter((name) => !harmless.has(name)),
);

const ofMoments = /^get(?:UTC)?(?:Time|Day|Date|Month|FullYear|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$/;

/** Whether there is anything, which probes answer. */
const existence =
  /\.length\s*(?:(?:[!=]==?|[<>]=?)\s*0|[<>]=?\s*1)(?![\w.])|(?:[!=]==?)\s*(?:undefined|null|true|false)\b|\bnew\s+(?:Date\s*\(\s*\)|\w*Error\s*\()/g;
/** Types of TypeScript, with what may follow them, and arrows. */
const generic = /(?<=[\w$])<[A-Za-z_$](?:(?!\|\|)[\w$\s.,'|[\]])*>(?=\s*(?:[()[\]{},;=>|&]|$))|=>/g;

const signs: readonly (readonly [pattern: RegExp, says: string])[] = [
  [/[!=]==?|<=?|>=?|\b(?:instanceof|switch)\b|[\w$)\]'"]\s+in\s+[\w$({[]/, 'compares values'],
  [/[\w$)\]]\s*\[(?!\s*(?:\d+\s*)?\])/, 'looks something up by a value'],
  [/[%*^~]|(?<!&)&(?!&)|(?<!\|)\|\s*\d|[\w$)\]]\s*[-/]\s*[\w$(]|\+\s*-/, 'calculates'],
  [/(?<![.\w$])catch\b/, 'catches errors'],
  [
    /\b(?:Number|String|Boolean|parseInt|parseFloat|isNaN|isFinite|BigInt|Math|Intl|Reflect|Proxy|eval|Function|(?:en|de)codeURI(?:Component)?|escape|unescape|atob|btoa)\b|\bDate\s*\.\s*(?!now\b)|\bObject\s*\.\s*(?:is|fromEntries|groupBy|assign|hasOwn)\b|\bnew\b/,
    'makes something of values',
  ],
];

const words = /(?:^|[^.\w$])(?:await|return|of|in|case|yield|else|do|typeof|void|delete|const|let|var)\s*(?=\[)/g;

/** Throws a hindrance where code decides by more than whether there is a value. */
export function refuseDecisions(source: string): void {
  const plain = codeOf(source).replace(existence, ' ');
  // twice, for a type within a type
  const code = plain.replace(generic, ' ').replace(generic, ' ').replace(words, ';');
  const [, says] = signs.find(([pattern]) => pattern.test(code)) ?? [];
  if (says !== undefined) throw new Hindrance(`its file ${says}, and nobody can try every one`);
  const call = [...code.matchAll(/\.\s*([\w$]+)\s*\(/g)].find(
    ([, name = '']) => choosing.has(name) || ofMoments.test(name),
  );
  if (call !== undefined) throw new Hindrance(`its file calls .${call[1]}(), and nobody can try every value`);
}
