import { existsSync, readFileSync } from 'node:fs';
import type { SchemaType } from '@srkit/registry-protocol';
import { expect, test, vi } from 'vitest';
import {
  dependencyGraph,
  registrationOrder,
  registryStatistics,
  searchSchemas,
  takeSnapshot,
} from '../../src/index.ts';
import { aRegistry } from '../a-snapshot.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = new URL('../../../../../shared/data/recorded/', import.meta.url);

interface Row {
  file: string;
  type: SchemaType;
  status: number;
  stored: string;
  references?: { name: string; subject: string; version: number }[];
}

test('of real schemas everything that has a name is found by its name, references and all', async (context) => {
  if (!existsSync(folder)) context.skip('needs ../shared/data, which is not there');
  const rows = ['avro', 'json', 'protobuf'].flatMap((name) => rowsOf(`texts-${name}.jsonl`));
  const { client } = aRegistry();
  for (const { file, type, stored, references } of rows) {
    const request = { schema: stored, schemaType: type, ...(references && { references }) };
    await client.versions.register(file, request);
  }
  const snapshot = await takeSnapshot(client);
  expect(rows.length).toBeGreaterThan(400);
  expect(registryStatistics(snapshot)).toMatchObject({
    totalSubjects: rows.length,
    totalVersions: rows.length,
    references: { dangling: 0, unknown: 0, circles: 0 },
  });
  const graph = dependencyGraph(snapshot);
  const references = rows.flatMap((row) => row.references ?? []);
  expect(graph.references).toHaveLength(references.length);
  expect(references.length).toBeGreaterThan(20);
  expect(registrationOrder(snapshot)).toMatchObject({ circles: [], dangling: [] });

  // An expression looks at every part of every schema, without a look at its text before.
  const everything = { kind: 'regex', pattern: '(?s).' } as const;
  const { hits, total, notSearched } = await searchSchemas(snapshot, everything, { limit: 10_000 });
  expect(notSearched).toEqual({ total: 0, versions: [] });
  expect(total).toBeGreaterThan(10_000);
  const sample = hits.filter((_, index) => index % 120 === 0);
  for (const { subject, what, path, name } of sample) {
    const text = what === 'field' ? path : what === 'type' || what === 'subject' ? name : undefined;
    if (text === undefined || text.length > 1000) continue;
    for (const match of ['substring', 'words'] as const) {
      const query = { kind: 'text', text, match, in: [what] } as const;
      const found = await searchSchemas(snapshot, query, { subjectPrefix: subject, limit: 1000 });
      const place = { subject, what, path, name };
      expect(found.hits).toContainEqual(expect.objectContaining(place));
    }
  }
});

function rowsOf(name: string): Row[] {
  return readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Row => JSON.parse(line))
    .filter(({ status }) => status === 200);
}
