/** An SQL expression as a tree, without what spelling alone puts into it: brackets, quotes, case. */

export type Expression =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'name'; readonly parts: readonly string[] }
  /** Keywords that stand for a value or between values: `null`, `current_date`, `distinct`, `from`. */
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'call'; readonly name: string; readonly items: readonly Expression[] }
  /** `not a`, `a + b`, `a and b and c`. */
  | { readonly kind: 'sign'; readonly sign: string; readonly items: readonly Expression[] }
  | { readonly kind: 'cast'; readonly item: Expression; readonly type: string }
  /** `(a, b)`, `array[a, b]` */
  | { readonly kind: 'list'; readonly open: '(' | 'array['; readonly items: readonly Expression[] }
  /** Things side by side: the inside of `extract(year from x)`, of `case … end`. */
  | { readonly kind: 'row'; readonly items: readonly Expression[] }
  | { readonly kind: 'query'; readonly text: string };

export const textOf = (value: string): Expression => ({ kind: 'text', value });
export const wordOf = (value: string): Expression => ({ kind: 'word', value });
export const numberOf = (value: string): Expression => ({ kind: 'number', value: plainNumber(value) });
export const signOf = (sign: string, ...items: readonly Expression[]): Expression => ({ kind: 'sign', sign, items });

/** `01.50`, `1.5` and `15e-1` are the same number. */
function plainNumber(value: string): string {
  const [, minus = '', digits = '', part = '', exponent = '0'] =
    /^\+?(-?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(value) ?? [];
  if (digits + part === '' || Math.abs(Number(exponent)) > 1000) return value;
  const point = digits.length + Number(exponent);
  const all = (digits + part).padEnd(point, '0').padStart(digits.length + part.length - Math.min(point, 0), '0');
  const whole = all.slice(0, Math.max(point, 0)).replace(/^0+/, '');
  const fraction = all.slice(Math.max(point, 0)).replace(/0+$/, '');
  const shown = `${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`;
  return shown === '0' ? '0' : minus + shown;
}

const closing = { '(': ')', 'array[': ']' } as const;

/** Names that need no quotes stand bare, so that quoting makes no difference. */
function printName(parts: readonly string[]): string {
  return parts.map((part) => (/^[\p{L}_*][\p{L}\p{N}_$]*$/u.test(part) ? part : JSON.stringify(part))).join('.');
}

function inner(item: Expression): string {
  return item.kind === 'sign' ? `(${print(item)})` : print(item);
}

function printSign(sign: string, items: readonly Expression[]): string {
  const [only] = items;
  if (items.length === 1 && only !== undefined) {
    return /^is\b|null$/.test(sign) ? `${inner(only)} ${sign}` : `${sign} ${inner(only)}`;
  }
  return items.map(inner).join(` ${sign} `);
}

/** The one spelling of a tree. */
export function print(tree: Expression): string {
  switch (tree.kind) {
    case 'text':
      return `'${tree.value.replaceAll("'", "''")}'`;
    case 'number':
    case 'word':
      return tree.value;
    case 'name':
      return printName(tree.parts);
    case 'call':
      return `${tree.name}(${tree.items.map(print).join(', ')})`;
    case 'sign':
      return printSign(tree.sign, tree.items);
    case 'cast':
      return `cast(${print(tree.item)} as ${tree.type})`;
    case 'list':
      return `${tree.open}${tree.items.map(print).join(', ')}${closing[tree.open]}`;
    case 'row':
      return tree.items.map(inner).join(' ');
    case 'query':
      return `(${tree.text})`;
  }
}
