import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { catalog } from '../../src/tools/catalog.ts';
import { everyTool } from './every-tool.ts';
import { clientKinds, startWithClient } from './start.ts';

it.each(clientKinds)('answers every tool over stdio to %s', async (kind) => {
  const empty = mkdtempSync(join(tmpdir(), 'srkit-empty-'));
  onTestFinished(() => rmSync(empty, { recursive: true }));
  const { client } = await startWithClient(kind, { words: ['--demo', empty] });
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(catalog.map(({ name }) => name));
  const steps = everyTool('orders-value', { context: 'staging' });
  expect(new Set(steps.map(([name]) => name))).toEqual(new Set(tools.map(({ name }) => name)));
  for (const [name, written, holds] of steps) {
    const answer = await client.callTool({ name, arguments: written });
    expect(answer, `${name} ${JSON.stringify(written)}`).toMatchObject({
      structuredContent: { ...holds, notice: 'demo, nothing is kept' },
    });
  }
  const failed = await client.callTool({ name: 'get_schema', arguments: { subject: 'none' } });
  expect(failed).toMatchObject({ isError: true });
});

it.each(clientKinds)('serves the shop when nothing is configured, to %s', async (kind) => {
  const blank = { SCHEMA_REGISTRY_URL: '', SCHEMA_REGISTRY_PASSWORD: ' ', VIEWONLY: '' };
  const { client } = await startWithClient(kind, { environment: blank });
  const answer = await client.callTool({
    name: 'get_schema',
    arguments: { subject: 'orders-value' },
  });
  expect(answer).toMatchObject({
    structuredContent: { version: 3, notice: 'demo, nothing is kept' },
  });
});

it('carries a schema of 2 MB over stdio', async () => {
  const { client } = await startWithClient('SDK v2, 2025 era', { words: ['--demo'] });
  const doc = 'ü"'.repeat(700_000);
  const schema = JSON.stringify({ type: 'record', name: 'Big', doc, fields: [] });
  const written = { subject: 'big', schema };
  await client.callTool({ name: 'register_schema', arguments: written });
  const answer = await client.callTool({ name: 'get_schema', arguments: { subject: 'big' } });
  expect(answer).toMatchObject({
    structuredContent: { size_bytes: Buffer.byteLength(schema), next_offset: expect.any(Number) },
  });
});
