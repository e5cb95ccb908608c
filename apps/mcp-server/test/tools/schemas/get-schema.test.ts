import { schemaGuid } from '@srkit/registry-protocol';
import { describe, expect, it } from 'vitest';
import { aRecord, type Connected, connectToRegistry } from '../../connect.ts';

/** Reads a schema in parts, as an assistant would, and joins them. */
async function readWhole(call: Connected['call'], subject: string) {
  let text = '';
  let offset: unknown = 0;
  let parts = 0;
  while (offset !== undefined) {
    const answer = await call('get_schema', { subject, offset });
    expect(JSON.stringify(answer).length).toBeLessThanOrEqual(30_000);
    text += String(answer['schema']);
    offset = answer['next_offset'];
    parts += 1;
  }
  return { text, parts };
}

describe('get_schema', () => {
  it('reads the latest version whole', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    const schema = aRecord('R', 'a', 'b');
    const { id } = await registry.versions.register('orders', { schema });
    const answer = await call('get_schema', { subject: 'orders' });
    expect(answer).toMatchObject({
      context: '.',
      subject: 'orders',
      version: 2,
      id,
      schema_type: 'AVRO',
      schema,
      guid: schemaGuid({ schema }),
      size_bytes: Buffer.byteLength(schema),
    });
    expect(answer).not.toHaveProperty('next_offset');
  });

  it.each([1, '1', ' 1 ', 'LATEST', '-1'])('takes the version written as %j', async (version) => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    expect(await call('get_schema', { subject: 'orders', version })).toMatchObject({ version: 1 });
  });

  it('hands a schema of 2 MB out in parts that join to the same text', async () => {
    const { call, registry } = await connectToRegistry();
    // Quotes and characters of two units are what goes wrong when parts are cut.
    const doc = '😀 "quoted" \\ ünï '.repeat(110_000);
    const schema = JSON.stringify({ type: 'record', name: 'Big', doc, fields: [] });
    await registry.versions.register('big', { schema });
    const first = await call('get_schema', { subject: 'big' });
    expect(first).toMatchObject({
      size_bytes: Buffer.byteLength(schema),
      guid: schemaGuid({ schema }),
    });
    expect(Number(first['size_bytes'])).toBeGreaterThan(2_000_000);
    const { text, parts } = await readWhole(call, 'big');
    expect(text === schema).toBe(true);
    expect(parts).toBeGreaterThan(60);
  }, 60_000);

  it('shows a soft-deleted version when asked', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    await registry.subjects.delete('orders');
    expect((await call('get_schema', { subject: 'orders', version: 1 })).error.code).toBe(
      'subject_not_found',
    );
    const answer = await call('get_schema', { subject: 'orders', version: 1, deleted: true });
    expect(answer).toMatchObject({ version: 1, deleted: true });
  });

  it('says where a registry found a subject that the default context has not', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.inContext('staging').versions.register('orders', { schema: aRecord('R', 'a') });
    expect(await call('get_schema', { subject: 'orders' })).toMatchObject({ context: '.staging' });
  });

  it('inlines references in the resolved form', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('a', { schema: aRecord('A', 'a') });
    const schema = '{"type":"record","name":"B","fields":[{"name":"a","type":"A"}]}';
    const references = [{ name: 'A', subject: 'a', version: 1 }];
    await registry.versions.register('b', { schema, references });
    expect(await call('get_schema', { subject: 'b' })).toMatchObject({ schema, references });
    const resolved = await call('get_schema', { subject: 'b', format: 'resolved' });
    expect(JSON.parse(String(resolved['schema'])).fields[0].type.name).toBe('A');
  });
});
