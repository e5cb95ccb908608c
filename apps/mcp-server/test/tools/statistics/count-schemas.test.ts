import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

async function aRegistry(fetch?: typeof globalThis.fetch) {
  const connected = await connectToRegistry({}, fetch ? { fetch } : {});
  return connected;
}

async function fill({ call }: Awaited<ReturnType<typeof aRegistry>>) {
  await call('register_schema', { subject: 'orders', schema: aRecord('R', 'a') });
  await call('register_schema', { subject: 'orders', schema: aRecord('R', 'a', 'b') });
  await call('register_schema', { subject: 'old', schema: aRecord('R', 'a') });
  await call('delete_subject', { subject: 'old' });
  const schema = '{"type":"object"}';
  await call('register_schema', { subject: 'p', context: 'staging', schema, schema_type: 'JSON' });
}

describe('count_schemas', () => {
  it('counts by context and by type, and what is softly deleted', async () => {
    const connected = await aRegistry();
    await fill(connected);
    expect(await connected.call('count_schemas')).toMatchObject({
      context: '*',
      total_contexts: 2,
      total_schemas: 2,
      total_versions: 3,
      soft_deleted_subjects: 1,
      soft_deleted_versions: 1,
      avg_versions_per_schema: 1.5,
      types: [
        { schema_type: 'AVRO', total_schemas: 1, total_versions: 2 },
        { schema_type: 'JSON', total_schemas: 1, total_versions: 1 },
      ],
      contexts: [
        { context: '.', total_schemas: 1, total_versions: 2, soft_deleted_versions: 1 },
        { context: '.staging', total_schemas: 1, total_versions: 1, soft_deleted_versions: 0 },
      ],
    });
  });

  it('counts one context', async () => {
    const connected = await aRegistry();
    await fill(connected);
    expect(await connected.call('count_schemas', { context: 'staging' })).toMatchObject({
      context: '.staging',
      total_contexts: 1,
      total_schemas: 1,
      total_versions: 1,
    });
    expect(await connected.call('count_schemas', { context: '.' })).toMatchObject({
      total_schemas: 1,
      total_versions: 2,
    });
  });

  it('counts by names where a registry cannot list schemas', async () => {
    const { fetch } = createEmbeddedRegistry();
    const connected = await aRegistry(async (input, init) =>
      /\/schemas\?/.test(String(input instanceof Request ? input.url : input))
        ? Response.json({ error_code: 404, message: 'HTTP 404 Not Found' }, { status: 404 })
        : fetch(input, init),
    );
    await fill(connected);
    const answer = await connected.call('count_schemas');
    expect(answer).toMatchObject({ total_schemas: 2, total_versions: 3, soft_deleted_versions: 1 });
    expect(answer).not.toHaveProperty('types');
  });
});
