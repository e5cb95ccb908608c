import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { catalog } from '../../src/tools/catalog.ts';
import { argumentsOf, everyTool } from './every-tool.ts';
import { clientKinds, startWithClient } from './start.ts';

it.each(clientKinds)('answers every tool over stdio to %s', async (kind) => {
  const empty = mkdtempSync(join(tmpdir(), 'srkit-empty-'));
  onTestFinished(() => rmSync(empty, { recursive: true }));
  const { client } = await startWithClient(kind, { words: ['--demo', empty] });
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(catalog.map(({ name }) => name));
  const steps = everyTool('orders-value', { context: 'staging' }, 'demo');
  expect(new Set(steps.map(([name]) => name))).toEqual(new Set(tools.map(({ name }) => name)));
  let task: unknown;
  for (const step of steps) {
    const [name, , holds] = step;
    const written = argumentsOf(step, task);
    const answer = await client.callTool({ name, arguments: written });
    const expected =
      'error' in holds
        ? { isError: true }
        : { structuredContent: { ...holds, notice: 'demo, nothing is kept' } };
    expect(answer, `${name} ${JSON.stringify(written)}`).toMatchObject(expected);
    const { structuredContent } = answer as { structuredContent?: Record<string, unknown> };
    task = structuredContent?.['task_id'] ?? task;
  }
  const failed = await client.callTool({ name: 'get_schema', arguments: { subject: 'none' } });
  expect(failed).toMatchObject({ isError: true });
});

it.each(clientKinds)('offers resources and completes their names, to %s', async (kind) => {
  const { client } = await startWithClient(kind, { words: ['--demo'] });
  const { resources } = await client.listResources();
  expect(resources.length).toBeGreaterThan(2);
  for (const { uri } of resources) {
    expect(await client.readResource({ uri })).toMatchObject({
      contents: [{ uri, text: expect.stringContaining('"notice":"demo, nothing is kept"') }],
    });
  }
  const { resourceTemplates } = await client.listResourceTemplates();
  const latest = resourceTemplates.find(({ uriTemplate }) => uriTemplate.endsWith('/latest'));
  const { completion } = await client.complete({
    ref: { type: 'ref/resource', uri: latest?.uriTemplate ?? '' },
    argument: { name: 'subject', value: 'shop.common.A' },
    context: { arguments: { registry: 'demo' } },
  });
  expect(completion.values).toEqual(['shop.common.Address']);
  const uri = 'registry://registries/demo/subjects/shop.common.Address/latest';
  expect(await client.readResource({ uri })).toMatchObject({
    contents: [{ text: expect.stringContaining('"version":2') }],
  });
  const none = 'registry://registries/demo/subjects/none/latest';
  await expect(client.readResource({ uri: none })).rejects.toThrow('none');
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

it('compares schemas of 2 MB over stdio, and refuses a message of 10 MB in words', async () => {
  const { client } = await startWithClient('SDK v2, 2025 era', { words: ['--demo'] });
  const big = (doc: string) =>
    JSON.stringify({ type: 'record', name: 'Big', doc: doc.repeat(700_000), fields: [] });
  await client.callTool({
    name: 'register_schema',
    arguments: { subject: 'big', schema: big('abc') },
  });
  const written = { subject: 'big', to: { schema: big('ü"') } };
  const answer = await client.callTool({ name: 'diff_schemas', arguments: written });
  expect(answer).toMatchObject({ structuredContent: { changes: [{ kind: 'doc_changed' }] } });
  expect(JSON.stringify(answer).length).toBeLessThan(31_000);
  const huge = { subject: 'orders-value', message_base64: 'A'.repeat(10_000_000) };
  const refused = await client.callTool({ name: 'validate_message', arguments: huge });
  expect(refused).toMatchObject({ isError: true });
  expect(JSON.stringify(refused)).toContain('are the most that is checked here');
});
