import { expect, test } from 'vitest';
import { lookupAllBy, nothing, put, type Registry, remove } from '../../../src/schema/registry.ts';

interface Child {
  readonly name: string;
  readonly of: readonly string[];
}

const many = Array.from({ length: 500 }, (_, n): Child => ({ name: `child_${n}`, of: [`parent_${n % 10}`] }));

function registryOf(children: readonly Child[]): Registry<Child> {
  return children.reduce((left: Registry<Child>, child) => put(left, child.name, child), nothing);
}

test('every item that has a key is found, sorted by its name, as the registry is now', () => {
  const childrenOf = lookupAllBy(({ of }: Child) => of);
  const names = (registry: Registry<Child>) => childrenOf(registry, 'parent_3').map(({ name }) => name);
  const before = registryOf(many);
  const expected = many.filter(({ of }) => of.includes('parent_3')).map(({ name }) => name);
  expect(names(before)).toEqual(expected.toSorted());
  const after = put(remove(before, 'child_3'), 'a', { name: 'a', of: ['parent_3', 'parent_4', 'parent_3'] });
  expect(names(after)).toEqual(['a', ...expected.filter((name) => name !== 'child_3').toSorted()]);
  expect(names(before)).toHaveLength(50);
  expect(childrenOf(after, 'parent_11')).toEqual([]);
});

test('after a change only its neighbours are looked at again, so that a long history stays linear', () => {
  let looks = 0;
  const childrenOf = lookupAllBy(({ of }: Child) => {
    looks += 1;
    return of;
  });
  const before = registryOf(many);
  childrenOf(before, 'parent_1');
  looks = 0;
  childrenOf(put(before, 'new', { name: 'new', of: [] }), 'parent_2');
  expect(looks).toBeLessThan(20);
});
