import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dependencyGraph, graphAsMermaid } from '../../src/index.ts';
import { aGraph } from './a-graph.ts';

test('contexts, circles, deleted and missing versions are drawn as such', () => {
  const snapshot = aGraph(
    {
      'address 1': [],
      'customer 1': ['address 1', 'lost 2'],
      '-old 1': ['address 1'],
      'a 1': ['b 1'],
      'b 1': ['a 1'],
      ':.x:report 1': [':.y:far 1', ':.x:view 1', ':.x:view 1'],
      ':.x:view 1': [],
      'alone 1': [],
    },
    {
      unreadable: [{ what: 'subjects', context: '.y', reason: 'It broke.' }],
      includesDeleted: true,
    },
  );
  expect(graphAsMermaid(dependencyGraph(snapshot))).toBe(`flowchart LR
  subgraph c0["default context"]
    v0["a v1"]:::circle
    v1["address v1"]
    v2["b v1"]:::circle
    v3["customer v1"]
    v4["old v1 (soft-deleted)"]:::deleted
    v7["lost v2 (missing)"]:::missing
  end
  subgraph c1[".x"]
    v5["report v1"]
    v6["view v1"]
  end
  subgraph c2[".y"]
    v8["far v1 (unknown)"]:::missing
  end
  v0 --> v2
  v2 --> v0
  v3 --> v1
  v4 --> v1
  v5 --> v6
  v3 -.-> v7
  v5 -.-> v8
  classDef circle stroke:#c00,stroke-width:2px
  classDef deleted stroke:#999,color:#999
  classDef missing stroke-dasharray: 4 3
`);
  const empty = graphAsMermaid(dependencyGraph(aGraph({})), { direction: 'TB' });
  expect(empty.split('\n')[0]).toBe('flowchart TB');
});

test('of a large graph the most important is drawn, and the rest is counted', () => {
  const contents: Record<string, string[]> = { 'hub 1': [], 'lost 1': ['gone 1'] };
  for (let number = 0; number < 700; number += 1) contents[`s${number} 1`] = ['hub 1'];
  const graph = dependencyGraph(aGraph(contents));
  const drawn = graphAsMermaid(graph, { maxNodes: 4 });
  expect(drawn).toContain('"hub v1"');
  expect(drawn).toContain('"gone v1 (missing)"');
  expect(drawn).toContain('"lost v1"');
  expect(drawn.match(/^ {4}v\d+\[/gm)).toHaveLength(4);
  expect(drawn).toContain('["… left out: 699 more versions and 699 more references"]');

  const most = graphAsMermaid(graph, { maxNodes: 1000 });
  expect(most.match(/ -->/g)?.length).toBeLessThanOrEqual(500);
  expect(most.length).toBeLessThan(50_000);
});

test.each([0, -1, 1.5, 1001, Number.NaN])('maxNodes %d is refused', (maxNodes) => {
  const graph = dependencyGraph(aGraph({}));
  expect(() => graphAsMermaid(graph, { maxNodes })).toThrow(
    expect.objectContaining({ code: 'invalid_argument' }),
  );
});

const lines = [
  /^flowchart LR$/,
  /^ {2}subgraph c\d+\["[^"#;<>&`\n]*(?:#\d+;[^"#;<>&`\n]*)*"\]$/,
  /^ {4}v\d+\["[^"#;<>&`\n]*(?:#\d+;[^"#;<>&`\n]*)*"\](?::::\w+)?$/,
  /^ {2}end$/,
  /^ {2}v\d+ (?:-->|-\.->) v\d+$/,
  /^ {2}more\["… left out: \d+ more versions and \d+ more references"\]:::missing$/,
  /^ {2}classDef \w+ [\w:#,\- ]+$/,
  /^$/,
];

const hostile = [
  ...['a"] --> evil["x', 'end', 'a\nb', '%%{init: {"theme":"dark"}}%%', '%% comment', '#quot;'],
  ...['<script>alert(1)</script>', 'click v0 "javascript:1"', '`md`', 'style x:#35;', '$$x$$', ''],
  ...['__proto__', '\u202Ertl', '\uD800', 'ﬂ°°35¶ß', 'x'.repeat(5000), '😀'.repeat(5000), ';;'],
];

test('no name of a subject or a context can become anything but a label', () => {
  const anyText = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }), fc.string());
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 30 }), (names) => {
      const contents: Record<string, string[]> = {};
      for (const [context, subject] of names) {
        const key = `:.${context.replaceAll(':', '')}:${subject} 1`;
        contents[key] = Object.keys(contents).concat('missing"] 1');
      }
      const drawn = graphAsMermaid(dependencyGraph(aGraph(contents)));
      const strange = drawn.split('\n').filter((line) => !lines.some((known) => known.test(line)));
      expect(strange).toEqual([]);
      expect(drawn.length).toBeLessThan(50_000);
    }),
    { numRuns: 100 },
  );
});

test('a label that is read as Mermaid reads it is the name', () => {
  for (const subject of hostile.filter((name) => name.length < 50 && !/\p{C}/u.test(name))) {
    const drawn = graphAsMermaid(dependencyGraph(aGraph({ [`${subject} 1`]: ['gone 1'] })));
    const label = /v0\["(.*)"\]$/m.exec(drawn)?.[1] ?? '';
    const read = label.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    expect(read).toBe(`${subject} v1`);
  }
});
