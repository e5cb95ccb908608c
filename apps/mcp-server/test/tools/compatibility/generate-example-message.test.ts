import { describe, expect, it } from 'vitest';
import { shop } from '../../../src/demo/samples/shop.ts';
import { connectToRegistry } from '../../connect.ts';

const schema = JSON.stringify({
  type: 'record',
  name: 'Order',
  fields: [
    { name: 'id', type: { type: 'string', logicalType: 'uuid' } },
    { name: 'price', type: { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 } },
    { name: 'note', type: ['null', 'string', 'long'] },
    { name: 'placed_at', type: { type: 'long', logicalType: 'timestamp-micros' } },
  ],
});

interface Example {
  seed: number;
  json: string;
  base64?: string;
}

describe('generate_example_message', () => {
  it('makes messages that validate_message takes, as JSON and as bytes', async () => {
    const { call, registry } = await connectToRegistry();
    const { id } = await registry.versions.register('orders', { schema });
    const written = { subject: 'orders', count: 20, as_base64: true };
    const answer = await call('generate_example_message', written);
    expect(answer).toMatchObject({ wire_prefix: true, schema_used: { version: 1, id } });
    const examples = answer['examples'] as Example[];
    expect(examples.map(({ seed }) => seed)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(new Set(examples.map(({ json }) => json)).size).toBe(20);
    for (const { json, base64 } of examples) {
      expect(await call('validate_message', { subject: 'orders', message: json })).toMatchObject({
        valid: true,
      });
      expect(await call('validate_message', { message_base64: base64 })).toMatchObject({
        valid: true,
        prefix_id: id,
        decoded: { json },
      });
    }
  });

  it('makes the same message of the same seed', async () => {
    const { call } = await connectToRegistry();
    const make = async (seed: number) =>
      (await call('generate_example_message', { schema, seed }))['examples'];
    expect(await make(7)).toEqual(await make(7));
    expect(await make(7)).not.toEqual(await make(8));
  });

  it('writes no id before bytes where it is not known', async () => {
    const { call } = await connectToRegistry();
    const answer = await call('generate_example_message', { schema, as_base64: true });
    expect(answer).toMatchObject({ wire_prefix: false });
    const base64 = (answer['examples'] as Example[])[0]?.base64;
    const checked = await call('validate_message', { schema, message_base64: base64 });
    expect(checked).toMatchObject({ valid: true });
  });

  it('makes messages for every schema of the demo', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.config.updateGlobal({ compatibility: 'NONE' });
    for (const sample of shop['.'] ?? []) {
      for (const version of sample.versions)
        await registry.versions.register(sample.subject, version);
      const answer = await call('generate_example_message', { subject: sample.subject });
      const [example] = answer['examples'] as Example[];
      const message = { subject: sample.subject, message: example?.json };
      expect(await call('validate_message', message)).toMatchObject({ valid: true });
    }
  });

  it('makes as many as fit, and says how to get the others', async () => {
    const { call } = await connectToRegistry();
    const fields = Array.from({ length: 300 }, (_, at) => ({ name: `note_${at}`, type: 'string' }));
    const wide = JSON.stringify({ type: 'record', name: 'Wide', fields });
    const first = await call('generate_example_message', { schema: wide, count: 20 });
    expect(JSON.stringify(first).length).toBeLessThan(31_000);
    const examples = first['examples'] as Example[];
    expect(examples.length).toBeLessThan(20);
    expect(first['more']).toContain(
      `seed=${examples.length + 1} and count=${20 - examples.length}`,
    );
    const huge = JSON.stringify({
      type: 'record',
      name: 'Huge',
      fields: Array.from({ length: 9_000 }, (_, at) => ({ name: `note_${at}`, type: 'string' })),
    });
    const { error } = await call('generate_example_message', { schema: huge });
    expect(error).toMatchObject({
      code: 'too_large',
      message: expect.stringContaining("'schema'"),
    });
  });

  it('says that a schema has no message', async () => {
    const { call } = await connectToRegistry();
    const endless = '{"type":"record","name":"R","fields":[{"name":"r","type":"R"}]}';
    const { error } = await call('generate_example_message', { schema: endless });
    expect(error).toMatchObject({ code: 'invalid_schema', message: expect.any(String) });
  });

  it.each([{ count: 0 }, { count: 21 }, { seed: 1.5 }])('refuses %j', async (written) => {
    const { call } = await connectToRegistry();
    const { error } = await call('generate_example_message', { schema, ...written });
    expect(error).toMatchObject({ code: 'invalid_arguments' });
  });
});
