import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { listen } from '@srkit/embedded-registry/node';
import { expect, onTestFinished, test } from 'vitest';
import { createRegistryClient } from '../../src/index.ts';
import { anEmbeddedClient, aRecord } from '../embedded-client.ts';
import { failureOf } from '../failure-of.ts';

test('a version is registered once, and found by its number, by latest and by its content', async () => {
  const client = anEmbeddedClient();
  const first = await client.versions.register('s', { schema: aRecord('S', 'a') });
  expect(first).toMatchObject({ id: 1, version: 1 });
  expect(first.guid).toMatch(/^[0-9a-f-]{36}$/);
  expect((await client.versions.register('s', { schema: aRecord('S', 'a') })).id).toBe(1);
  await client.versions.register('s', { schema: aRecord('S', 'a', 'b') });
  expect(await client.versions.get('s', 1)).toMatchObject({ subject: 's', version: 1, id: 1 });
  expect((await client.versions.get('s', 'latest')).version).toBe(2);
  expect((await client.versions.lookUp('s', { schema: aRecord('S', 'a') })).version).toBe(1);
});

test('what is not there is told apart', async () => {
  const client = anEmbeddedClient();
  const codeOf = async (call: Promise<unknown>) => (await failureOf(call)).code;
  expect(await codeOf(client.versions.get('s', 1))).toBe('subject_not_found');
  await client.versions.register('s', { schema: '"string"' });
  expect(await codeOf(client.versions.get('s', 9))).toBe('version_not_found');
  expect(await codeOf(client.versions.get('s', 0))).toBe('invalid_version');
  expect(await codeOf(client.versions.get('s', 1.5))).toBe('invalid_argument');
  expect(await codeOf(client.versions.lookUp('s', { schema: '"int"' }))).toBe('schema_not_found');
  expect(await codeOf(client.versions.register('s', { schema: '{' }))).toBe('invalid_schema');
});

test('an incompatible schema is refused with the reasons', async () => {
  const client = anEmbeddedClient();
  await client.versions.register('s', { schema: '"string"' });
  const error = await failureOf(client.versions.register('s', { schema: '"int"' }));
  expect(error).toMatchObject({ code: 'incompatible_schema', status: 409, retryable: false });
  expect(error.message).toContain('TYPE_MISMATCH');
});

test('the text comes as it is stored', async () => {
  const client = anEmbeddedClient();
  const proto = 'syntax = "proto3";\n\nmessage Size {\n  string a = 1 [json_name = "ä"];\n}\n';
  await client.versions.register('avro', { schema: '{ "type": "string" }' });
  await client.versions.register('proto', { schema: proto, schemaType: 'PROTOBUF' });
  expect(await client.versions.getText('avro', 'latest')).toBe('"string"');
  expect(await client.versions.getText('proto', 1)).toContain(
    'message Size {\n  string a = 1 [json_name = "ä"];',
  );
  expect((await failureOf(client.versions.getText('avro', 2))).code).toBe('version_not_found');
});

test('who refers to a version is told, and the version is kept for them', async () => {
  const client = anEmbeddedClient();
  await client.versions.register('address', { schema: aRecord('Address', 'street') });
  const { id } = await client.versions.register('order', {
    schema: '{"type":"record","name":"Order","fields":[{"name":"to","type":"Address"}]}',
    references: [{ name: 'Address', subject: 'address', version: 1 }],
  });
  expect(await client.versions.referencedBy('address', 1)).toEqual([id]);
  expect((await failureOf(client.versions.delete('address', 1))).code).toBe('reference_exists');
  const order = await client.versions.get('order', 'latest');
  expect(order.references).toEqual([{ name: 'Address', subject: 'address', version: 1 }]);
});

test('a schema of 2 MB is registered and read back whole, over a socket', async () => {
  const { url, close } = await listen(createEmbeddedRegistry());
  onTestFinished(close);
  const client = createRegistryClient({ url });
  const doc = '0123456789 ü😀 \\" '.repeat(110_000);
  const schema = JSON.stringify({ type: 'record', name: 'Large', doc, fields: [] });
  expect(Buffer.byteLength(schema)).toBeGreaterThan(2_000_000);
  const { id } = await client.versions.register('large', { schema });
  const byVersion = await client.versions.get('large', 1);
  expect(JSON.parse(byVersion.schema)).toEqual(JSON.parse(schema));
  expect((await client.versions.getText('large', 1)) === byVersion.schema).toBe(true);
  expect((await client.schemas.getById(id)).schema === byVersion.schema).toBe(true);
  expect((await client.schemas.getTextById(id)) === byVersion.schema).toBe(true);
}, 20_000);
