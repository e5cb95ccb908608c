import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type DependencyGraphOptions, dependencyGraph, takeSnapshot } from '../../src/index.ts';
import { aRegistry, fill, snapshotOf } from '../a-snapshot.ts';
import { aGraph, written } from './a-graph.ts';
import { applyReferring, referringWrites } from './random-references.ts';

vi.setConfig({ testTimeout: 120_000 });

const schema = '{"type":"object"}';
/** A JSON Schema, told from others by a number, that refers to `subject version`s. */
function refers(number: number, ...targets: readonly string[]) {
  return {
    schemaType: 'JSON' as const,
    schema: JSON.stringify({ type: 'object', maxProperties: number }),
    references: targets.map((target, index) => {
      const [subject = '', version] = target.split(' ');
      return { name: `${index}.json`, subject, version: Number(version) };
    }),
  };
}

test('references are followed as the registry does it, within a context and across', async () => {
  const { client } = aRegistry();
  await fill(
    { client },
    {
      address: [refers(1), refers(2)],
      ':.x:address': [refers(1)],
      customer: [refers(3, 'address 1')],
      order: [refers(4, 'customer 1', 'address 2'), refers(5, 'customer 1')],
      ':.x:customer': [refers(6, 'address 1')],
      ':.x:invoice': [refers(7, ':.x:customer 1')],
      ':.y:report': [refers(8, ':.x:invoice 1', ':.x:address 1')],
      alone: [{ schema, schemaType: 'JSON' }],
    },
  );
  const graph = dependencyGraph(await takeSnapshot(client));
  expect(graph).toMatchObject({ registry: 'registry', unconnected: 1, depth: 3 });
  expect(graph.references.map(({ from, to }) => `${written(from)} -> ${written(to)}`)).toEqual([
    'customer 1 -> address 1',
    'order 1 -> customer 1',
    'order 1 -> address 2',
    'order 2 -> customer 1',
    ':.x:customer 1 -> :.x:address 1',
    ':.x:invoice 1 -> :.x:customer 1',
    ':.y:report 1 -> :.x:invoice 1',
    ':.y:report 1 -> :.x:address 1',
  ]);
  expect(graph.roots.map(written)).toEqual(['order 1', 'order 2', ':.y:report 1']);
  expect(graph.leaves.map(written)).toEqual(['address 1', 'address 2', ':.x:address 1']);
  expect(graph).toMatchObject({ dangling: [], circles: [], unused: [], unknown: [] });
  expect(graph.nodes.find(({ subject }) => subject === ':.y:report')).toEqual({
    ...{ subject: ':.y:report', version: 1, context: '.y', id: 1, schemaType: 'JSON' },
    ...{ deleted: false, dependencies: 2, dependents: 0, depth: 3 },
  });
});

test('what the registry says of who refers is what the graph says, in any registry', async () => {
  await fc.assert(
    fc.asyncProperty(referringWrites, async (writes) => {
      const { client } = aRegistry();
      await applyReferring(client, writes);
      const snapshot = await takeSnapshot(client);
      const graph = dependencyGraph(snapshot);
      expect(graph).toMatchObject({ dangling: [], circles: [] });
      const ids = new Map(graph.nodes.map((node) => [written(node), node]));
      for (const { name: subject, versions } of snapshot.subjects) {
        for (const { version } of versions) {
          const dependents = graph.references
            .filter(({ to }) => written(to) === written({ subject, version }))
            .map(({ from }) => ids.get(written(from)))
            .map((node) => `${node?.context} ${node?.id}`);
          const said = await client.versions.referencedBy(subject, version);
          const found = [...new Set(dependents)].map((each) => Number(each.split(' ')[1]));
          expect(found.toSorted(ascending)).toEqual(said.toSorted(ascending));
        }
      }
      const connected = graph.nodes.length + graph.unconnected;
      expect(connected).toBe(snapshot.subjects.flatMap(({ versions }) => versions).length);
      expect(JSON.parse(JSON.stringify(graph))).toEqual(graph);
    }),
    { numRuns: 20 },
  );
});

test('a circle that IMPORT mode let come about is found', async () => {
  const { client } = aRegistry();
  await client.mode.set(':.x:', 'IMPORT');
  const put = (subject: string, id: number, number: number, ...targets: readonly string[]) =>
    client.versions.register(subject, { ...refers(number, ...targets), id, version: 1 });
  await put(':.x:a', 1, 1);
  await put(':.x:b', 2, 2, 'a 1');
  await put(':.x:c', 3, 3, 'b 1');
  await put(':.x:a', 4, 4, 'b 1');
  const { circles, nodes, roots } = dependencyGraph(await takeSnapshot(client));
  expect(circles.map((members) => members.map(written))).toEqual([[':.x:a 1', ':.x:b 1']]);
  expect(roots.map(written)).toEqual([':.x:c 1']);
  expect(nodes.map(({ depth }) => depth)).toEqual([1, 1, 2]);
});

test('circles are told apart, also of one version and of versions of one subject', () => {
  const snapshot = aGraph({
    'a 1': ['a 2'],
    'a 2': ['a 1', 'deep 1'],
    'deep 1': ['deeper 1'],
    'deeper 1': [],
    'self 1': ['self 1'],
    'b 1': ['c 1'],
    'c 1': ['b 1', 'a 1'],
    'out 1': ['b 1', 'self 1'],
  });
  const { circles, nodes, roots, leaves, depth } = dependencyGraph(snapshot);
  expect(circles.map((members) => members.map(written))).toEqual([
    ['a 1', 'a 2'],
    ['b 1', 'c 1'],
    ['self 1'],
  ]);
  const depths = Object.fromEntries(nodes.map((node) => [written(node), node.depth]));
  expect(depths).toEqual({
    ...{ 'deeper 1': 0, 'deep 1': 1, 'a 1': 2, 'a 2': 2, 'b 1': 3, 'c 1': 3 },
    ...{ 'self 1': 1, 'out 1': 4 },
  });
  expect(depth).toBe(4);
  expect(roots.map(written)).toEqual(['out 1']);
  expect(leaves.map(written)).toEqual(['deeper 1']);
});

test('a dangling reference says whether its target is gone, deleted or not known', () => {
  const contents = {
    'order 1': ['address 1', 'address 2', 'customer 1', ':.unread:a 1', 'half 2'],
    '-order 2': ['address 1'],
    '-address 1': [],
    'half 1': [],
  };
  const unreadable = [
    { what: 'subjects', context: '.unread', reason: 'It broke.' },
    { what: 'schema', subject: 'half', version: 2, reason: 'It is broken.' },
  ] as const;
  const { dangling, unknown } = dependencyGraph(
    aGraph(contents, { includesDeleted: true, unreadable, contexts: [{ name: '.unread' }] }),
  );
  const from = { from: { subject: 'order', version: 1 }, deleted: false };
  expect(dangling).toEqual([
    { ...from, name: 'r1', to: { subject: 'address', version: 2 }, state: 'missing' },
    { ...from, name: 'r2', to: { subject: 'customer', version: 1 }, state: 'missing' },
    {
      ...{ ...from, name: 'r3', to: { subject: ':.unread:a', version: 1 } },
      ...{ state: 'unknown', reason: 'It broke.' },
    },
    {
      ...{ ...from, name: 'r4', to: { subject: 'half', version: 2 } },
      ...{ state: 'unknown', reason: 'It is broken.' },
    },
    { ...from, name: 'r0', to: { subject: 'address', version: 1 }, state: 'soft_deleted' },
  ]);
  expect(unknown).toEqual(unreadable);

  const live = dependencyGraph(aGraph({ 'order 1': ['address 1'] }));
  expect(live.dangling).toMatchObject([{ state: 'missing_or_soft_deleted' }]);
  expect(live.nodes.map(written)).toEqual(['order 1']);
  const scoped = dependencyGraph(
    aGraph({ ':.x:order 1': [':.y:address 1'] }, { scope: { contexts: ['.x'] } }),
  );
  expect(scoped.dangling).toMatchObject([{ state: 'unknown', reason: expect.any(String) }]);
});

test('a soft-deleted version refers, but what only such refer to is unused', async () => {
  const { client } = aRegistry();
  await fill(
    { client },
    {
      address: [refers(1), refers(2), refers(3)],
      order: [refers(4, 'address 1'), refers(5, 'address 2')],
    },
  );
  await client.versions.delete('order', 1);
  const without = dependencyGraph(await takeSnapshot(client));
  expect(without.unused.map(written)).toEqual(['address 1', 'address 3']);
  expect(without.nodes.map(written)).toEqual(['address 2', 'order 2']);
  const graph = dependencyGraph(await takeSnapshot(client, {}, { includeDeleted: true }));
  expect(graph.unused.map(written)).toEqual(['address 1', 'address 3']);
  expect(graph.roots.map(written)).toEqual(['order 2']);
  expect(graph.nodes.map((node) => `${written(node)} ${node.deleted}`)).toEqual([
    'address 1 false',
    'address 2 false',
    'order 1 true',
    'order 2 false',
  ]);
});

test('a part of the graph is that of some contexts, or what lies around a subject', () => {
  const snapshot = aGraph({
    'base 1': [],
    'other 1': ['base 1'],
    'mid 1': ['base 1'],
    'mid 2': [],
    'lonely 1': [],
    ':.x:top 1': ['lost 1', ':.y:far 1'],
    ':.y:far 1': [],
    ':.y:near 1': ['far 1'],
    ':.x:alone 1': [],
  });
  const part = (options: DependencyGraphOptions) => {
    const graph = dependencyGraph(snapshot, options);
    return [
      graph.nodes.map(written),
      graph.references.length,
      graph.dangling.length,
      graph.unconnected,
    ];
  };
  expect(part({ contexts: ['x'] })).toEqual([[':.x:top 1', ':.y:far 1'], 1, 1, 1]);
  expect(part({ contexts: [':.y:'] })).toEqual([
    [':.x:top 1', ':.y:far 1', ':.y:near 1'],
    ...[2, 0, 0],
  ]);
  expect(part({ around: { subject: 'base' } })).toEqual([['base 1', 'mid 1', 'other 1'], 2, 0, 0]);
  expect(part({ around: { subject: ':.:mid' } })).toEqual([['base 1', 'mid 1'], 1, 0, 1]);
  expect(part({ around: { subject: 'mid', version: 'latest' } })).toEqual([[], 0, 0, 1]);
  expect(part({ around: { subject: ':.y:far', version: 1 } })[0]).toHaveLength(3);
});

test.each<[options: DependencyGraphOptions, code: string, message: string]>([
  [{ contexts: ['y'] }, 'context_not_found', 'has no context ".y"'],
  [{ contexts: ['a:b'] }, 'invalid_argument', 'not the name of a context'],
  [{ around: { subject: 'adress' } }, 'subject_not_found', 'Did you mean "address"?'],
  [{ around: { subject: 'address', version: 3 } }, 'version_not_found', 'Its newest are 1, 2.'],
])('%j is refused', (options, code, message) => {
  const snapshot = aGraph({ 'address 1': [], 'address 2': [] });
  expect(() => dependencyGraph(snapshot, options)).toThrow(expect.objectContaining({ code }));
  expect(() => dependencyGraph(snapshot, options)).toThrow(message);
});

test('what could not be read is not refused as if it were missing', async () => {
  const unreadable = [{ what: 'subjects', reason: 'The registry is down.' }] as const;
  const snapshot = aGraph({ 'a 1': [] }, { unreadable });
  expect(() => dependencyGraph(snapshot, { around: { subject: 'b' } })).toThrow(
    'may be there: The registry is down.',
  );
  const names = await snapshotOf({ a: ['"string"'] }, { detail: 'names' });
  expect(() => dependencyGraph(names)).toThrow('holds names only');
});

test('a chain of 20,000 versions overflows nothing', () => {
  const contents: Record<string, string[]> = { 's 0': [] };
  for (let number = 1; number < 20_000; number += 1) contents[`s ${number}`] = [`s ${number - 1}`];
  const open = aGraph(contents);
  expect(dependencyGraph(open)).toMatchObject({ depth: 19_999, circles: [] });
  const closed = aGraph({ ...contents, 's 0': ['s 19999'] });
  expect(dependencyGraph(closed).circles[0]).toHaveLength(20_000);
});

function ascending(one: number, other: number): number {
  return one - other;
}
