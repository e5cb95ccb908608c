import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dependencyGraph,
  findDependencies,
  registrationOrder,
  takeSnapshot,
} from '../../src/index.ts';
import { aRegistry } from '../a-snapshot.ts';
import { aGraph, type GraphContents, nameOf, written } from './a-graph.ts';
import { applyReferring, referringWrites } from './random-references.ts';

test('all that a version depends on and all that depends on it, nearest first', () => {
  const snapshot = aGraph({
    'address 1': [],
    'customer 1': ['address 1', 'lost 3'],
    'customer 2': [],
    '-old 1': ['order 1'],
    'order 1': ['customer 1', 'address 1'],
    ':.x:report 1': [':.x:view 1'],
    ':.x:view 1': [],
  });
  expect(findDependencies(snapshot, { subject: 'order' })).toEqual({
    ...{ subject: 'order', version: 1, id: 5 },
    dependencies: [
      { subject: 'customer', version: 1, deleted: false, distance: 1 },
      { subject: 'address', version: 1, deleted: false, distance: 1 },
    ],
    dependents: [{ subject: 'old', version: 1, deleted: true, distance: 1 }],
    dangling: [
      {
        ...{ from: { subject: 'customer', version: 1 }, deleted: false, name: 'r1' },
        ...{ to: { subject: 'lost', version: 3 }, state: 'missing_or_soft_deleted' },
      },
    ],
    registrationOrder: [
      { subject: 'address', version: 1 },
      { subject: 'customer', version: 1 },
      { subject: 'order', version: 1 },
    ],
    unknown: [],
  });
  const { dependents } = findDependencies(snapshot, { subject: 'address', version: 1 });
  expect(dependents.map((each) => `${written(each)} ${each.distance}`)).toEqual([
    'customer 1 1',
    'order 1 1',
    'old 1 2',
  ]);
  expect(findDependencies(snapshot, { subject: ':.x:view' }).dependents).toHaveLength(1);
  expect(findDependencies(snapshot, { subject: 'customer' })).toMatchObject({
    ...{ version: 2, dependencies: [], registrationOrder: [{ subject: 'customer', version: 2 }] },
  });
  expect(() => findDependencies(snapshot, { subject: 'x' })).toThrow('no subject "x"');
});

test('a version in a circle depends on what depends on it, and not on itself', () => {
  const snapshot = aGraph({ 'a 1': ['b 1'], 'b 1': ['a 1'], 'self 1': ['self 1'] });
  const found = findDependencies(snapshot, { subject: 'a' });
  expect(found.dependencies.map(written)).toEqual(['b 1']);
  expect(found.dependents.map(written)).toEqual(['b 1']);
  expect(found.circle?.map(written)).toEqual(['a 1', 'b 1']);
  const self = findDependencies(snapshot, { subject: 'self' });
  expect(self).toMatchObject({ dependencies: [], dependents: [], circle: [{ subject: 'self' }] });
});

const graphs: fc.Arbitrary<GraphContents> = fc
  .array(
    fc.tuple(
      fc.constantFrom('a 1', 'a 2', 'b 1', 'b 2', 'c 1', 'd 1', 'e 1', 'e 2'),
      fc.array(fc.constantFrom('a 1', 'a 2', 'b 1', 'b 2', 'c 1', 'd 1', 'e 1', 'z 9'), {
        maxLength: 3,
      }),
    ),
    { maxLength: 8 },
  )
  .map(Object.fromEntries);

test('paths, circles and orders are those that a search of all paths finds', () => {
  fc.assert(
    fc.property(graphs, (contents) => {
      const snapshot = aGraph(contents);
      const reach = reachIn(contents);
      const graph = dependencyGraph(snapshot);
      const circles = graph.circles.map((members) => members.map(written).toSorted());
      const inCircle = Object.keys(contents).filter((key) => reach.get(key)?.has(key));
      expect(circles.flat().toSorted()).toEqual(inCircle.toSorted());
      for (const members of circles) {
        for (const one of members) {
          const same = inCircle.filter(
            (other) => reach.get(one)?.has(other) && reach.get(other)?.has(one),
          );
          expect(members).toEqual(same.toSorted());
        }
      }
      const { order, circles: knots } = registrationOrder(snapshot);
      const position = new Map(order.map((name, index) => [written(name), index]));
      expect([...position.keys()].toSorted()).toEqual(Object.keys(contents).toSorted());
      const tied = new Set(knots.flat().map(written));
      for (const [key, targets] of Object.entries(contents)) {
        const found = findDependencies(snapshot, nameOf(key));
        const expected = [...(reach.get(key) ?? [])].filter((other) => other !== key);
        expect(found.dependencies.map(written).toSorted()).toEqual(expected.toSorted());
        expect(found.registrationOrder.map(written).toSorted()).toEqual(
          [...expected, key].toSorted(),
        );
        if (tied.has(key)) continue;
        for (const target of [...targets, before(key)]) {
          if (target in contents) {
            expect(position.get(target)).toBeLessThan(position.get(key) ?? -1);
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('in the order of registration another registry takes everything', async () => {
  await fc.assert(
    fc.asyncProperty(referringWrites, async (writes) => {
      const { client } = aRegistry();
      await applyReferring(client, writes);
      const { client: other } = aRegistry();
      const source = await takeSnapshot(client);
      const { order, circles, dangling } = registrationOrder(source);
      expect({ circles, dangling }).toEqual({ circles: [], dangling: [] });
      for (const { subject, version } of order) {
        const { schema, schemaType, references } = await client.versions.get(subject, version);
        const request = {
          schema,
          ...(schemaType && { schemaType }),
          ...(references && { references }),
        };
        expect(await other.versions.register(subject, request)).toMatchObject({ version });
      }
      const copy = await takeSnapshot(other);
      expect(guids(copy)).toEqual(guids(source));
    }),
    { numRuns: 15 },
  );
});

test('versions that wait for each other have no order', () => {
  // b 1 needs a 2, which comes after a 1, which needs b 1.
  const snapshot = aGraph({ 'a 1': ['b 1'], 'a 2': [], 'b 1': ['a 2'], 'c 1': ['c 1'] });
  const { order, circles } = registrationOrder(snapshot);
  expect(order).toHaveLength(4);
  expect(circles.map((members) => members.map(written).toSorted())).toEqual([
    ['a 1', 'a 2', 'b 1'],
    ['c 1'],
  ]);
  expect(dependencyGraph(snapshot).circles.map((members) => members.map(written))).toEqual([
    ['c 1'],
  ]);
});

/** Of each version all that it can reach, by trying until nothing more is found. */
function reachIn(contents: GraphContents): Map<string, Set<string>> {
  const reach = new Map(
    Object.entries(contents).map(([key, targets]) => [
      key,
      new Set(targets.filter((target) => target in contents)),
    ]),
  );
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    for (const found of reach.values()) {
      for (const next of [...found].flatMap((each) => [...(reach.get(each) ?? [])])) {
        if (!found.has(next)) isGrowing = true;
        found.add(next);
      }
    }
  }
  return reach;
}

/** The version of its subject before a version. */
function before(key: string): string {
  const { subject, version } = nameOf(key);
  return written({ subject, version: version - 1 });
}

function guids({ subjects }: Awaited<ReturnType<typeof takeSnapshot>>): string[] {
  return subjects.flatMap(({ name, versions }) =>
    versions.map(({ version, guid }) => `${name} ${version} ${guid}`),
  );
}
