/** What a database object is called. */

export interface Name {
  readonly schema?: string;
  readonly name: string;
}

/** `shop.orders`, as a person reads it (no quoting). */
export function showName(name: Name): string {
  return name.schema === undefined ? name.name : `${name.schema}.${name.name}`;
}
