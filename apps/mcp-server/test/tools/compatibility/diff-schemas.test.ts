import { describe, expect, it } from 'vitest';
import { aRecord, aSetting, connect, connectToRegistry } from '../../connect.ts';

/** A record whose one field is a decimal. */
function aPrice(scale: number): string {
  const type = { type: 'bytes', logicalType: 'decimal', precision: 9, scale };
  return JSON.stringify({
    type: 'record',
    name: 'Price',
    fields: [{ name: 'amount', type }],
  });
}

async function threeVersions() {
  const connected = await connectToRegistry();
  const { versions } = connected.registry;
  await versions.register('orders', { schema: aRecord('R', 'a') });
  await versions.register('orders', { schema: aRecord('R', 'a', 'b') });
  await versions.register('orders', { schema: aRecord('R', 'a', 'b', 'c') });
  return connected;
}

describe('diff_schemas', () => {
  it('compares the latest version with the one before it, in few requests', async () => {
    const { call, requests } = await threeVersions();
    const answer = await call('diff_schemas', { subject: 'orders' });
    expect(answer).toMatchObject({
      subject: 'orders',
      from: { version: 2, id: 2, guid: expect.any(String) },
      to: { version: 3, id: 3, guid: expect.any(String) },
      identical: false,
      changes: [{ kind: 'field_added', path: 'c', message: expect.stringContaining("'c'") }],
      total: 1,
      dangerous_changes: [],
      total_dangerous: 0,
    });
    expect(requests).toHaveLength(3);
  });

  it('compares two versions in either direction', async () => {
    const { call } = await threeVersions();
    const kinds = async (from: number, to: number) => {
      const written = { subject: 'orders', from_version: from, to_version: to };
      const answer = await call('diff_schemas', written);
      return (answer['changes'] as { kind: string }[]).map(({ kind }) => kind);
    };
    expect(await kinds(1, 3)).toEqual(['field_added', 'field_added']);
    expect(await kinds(3, 1)).toEqual(['field_removed', 'field_removed']);
    expect(await kinds(2, 2)).toEqual([]);
  });

  it('compares subjects of any contexts', async () => {
    const { call, registry } = await threeVersions();
    await registry.inContext('staging').versions.register('orders', { schema: aRecord('R', 'x') });
    const answer = await call('diff_schemas', {
      from: { subject: ':.staging:orders' },
      to: { subject: 'orders', version: '1' },
    });
    expect(answer).toMatchObject({
      from: { context: '.staging', subject: 'orders', version: 1 },
      to: { context: '.', subject: 'orders', version: 1 },
      identical: false,
    });
  });

  it('compares a version with a text, and two texts, and says what is dangerous', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('prices', { schema: aPrice(2) });
    const danger = { rule: expect.stringContaining('scale'), path: 'amount' };
    const expected = { dangerous_changes: [{ ...danger, advice: expect.any(String) }] };
    const withText = { subject: 'prices', to: { schema: aPrice(4) } };
    expect(await call('diff_schemas', withText)).toMatchObject(expected);
    const texts = { from: { schema: aPrice(2) }, to: { schema: aPrice(4) } };
    const answer = await call('diff_schemas', texts);
    expect(answer).toMatchObject(expected);
    expect(answer['from']).toEqual({ schema_type: 'AVRO', guid: expect.any(String) });
  });

  it('says that schemas are identical although they are spelled differently', async () => {
    const { call } = await connectToRegistry();
    const texts = { from: { schema: aPrice(2) }, to: { schema: aPrice(2) } };
    const same = await call('diff_schemas', texts);
    expect(same).toMatchObject({ identical: true, changes: [] });
    expect(same).not.toHaveProperty('note');
    const reordered = JSON.stringify({ name: 'Price', ...JSON.parse(aPrice(2)) });
    expect(await call('diff_schemas', { ...texts, to: { schema: reordered } })).toMatchObject({
      identical: true,
    });
  });

  it('reads what both sides refer to, each once', async () => {
    const { call, registry, requests } = await connectToRegistry();
    await registry.versions.register('a', { schema: aRecord('A', 'a') });
    const references = [{ name: 'A', subject: 'a', version: 1 }];
    const field = { name: 'a', type: 'A' };
    const record = { type: 'record', name: 'B' };
    await registry.versions.register('b', {
      schema: JSON.stringify({ ...record, fields: [field] }),
      references,
    });
    const more = { name: 'b', type: ['null', 'A'], default: null };
    await registry.versions.register('b', {
      schema: JSON.stringify({ ...record, fields: [field, more] }),
      references,
    });
    const answer = await call('diff_schemas', { subject: 'b' });
    expect(answer).toMatchObject({ changes: [{ kind: 'field_added', path: 'b' }] });
    expect(requests.filter((request) => request.includes('/subjects/a/'))).toHaveLength(1);
  });

  it.each([
    [{}, "Give the 'from' side in one way"],
    [{ subject: 'orders', from_version: '1', from: { schema: '"int"' } }, "Give the 'from' side"],
    [{ from: { schema: '"int"' } }, "Give the 'to' side"],
    [{ subject: 'orders', to: { subject: 'a', schema: '"int"' } }, "Give the 'to' side"],
    [{ subject: 'orders', to: { version: '1' } }, "Give the 'to' side"],
    [
      { subject: 'orders', from: { schema: '"int"' }, to: { schema: '"int"' } },
      "without 'subject'",
    ],
    [{ subject: 'orders', schema_type: 'AVRO' }, 'belong to a text'],
    [{ subject: 'orders', to_version: '1' }, 'is the first one'],
  ])('refuses %j in words', async (written, said) => {
    const { call } = await threeVersions();
    const { error } = await call('diff_schemas', written);
    expect(error).toMatchObject({
      code: 'invalid_arguments',
      message: expect.stringContaining(said),
    });
  });

  it.each([
    [
      'JSON' as const,
      '{"type":"object","properties":{"a":{"type":"string"}}}',
      '{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}}',
      'b',
    ],
    [
      'PROTOBUF' as const,
      'syntax = "proto3"; message M { string a = 1; }',
      'syntax = "proto3"; message M { string a = 1; string b = 2; }',
      'b',
    ],
  ])('knows %s as well', async (schemaType, before, after, path) => {
    const { call, registry } = await connectToRegistry();
    await registry.config.updateGlobal({ compatibility: 'NONE' });
    await registry.versions.register('s', { schema: before, schemaType });
    await registry.versions.register('s', { schema: after, schemaType });
    expect(await call('diff_schemas', { subject: 's' })).toMatchObject({
      identical: false,
      changes: [{ kind: 'field_added', path }],
    });
  });

  it('says that schemas of two types have nothing in common, and what to do', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('a', { schema: '"string"' });
    await registry.versions.register('j', { schema: '{"type":"string"}', schemaType: 'JSON' });
    const { error } = await call('diff_schemas', { from: { subject: 'a' }, to: { subject: 'j' } });
    expect(error).toMatchObject({ code: 'not_supported', next: expect.any(String) });
    expect(error.message).toContain('JSON');
  });

  it('hands a long list out in parts', async () => {
    const { call } = await connectToRegistry();
    const fields = Array.from({ length: 3_000 }, (_, index) => `field_${index}`);
    const to = { schema: aRecord('R', 'a', ...fields) };
    const texts = { from: { schema: aRecord('R', 'a') }, to };
    const first = await call('diff_schemas', texts);
    expect(JSON.stringify(first).length).toBeLessThan(31_000);
    expect(first).toMatchObject({ total: 3_000, next_offset: expect.any(Number) });
    const last = await call('diff_schemas', { ...texts, offset: 2_999 });
    expect(last['changes']).toHaveLength(1);
    expect(last).not.toHaveProperty('next_offset');
  });

  it('compares across registries, and says which side is of which', async () => {
    const registries = { staging: aSetting('staging'), production: aSetting('production') };
    const { call } = await connect({ registries });
    const register = (registry: string, ...fields: string[]) => {
      const written = { registry, subject: 'orders', schema: aRecord('R', ...fields) };
      return call('register_schema', written);
    };
    await register('staging', 'a', 'b');
    await register('production', 'a');
    const answer = await call('diff_schemas', {
      from: { registry: 'production', subject: 'orders' },
      to: { registry: 'staging', subject: 'orders' },
    });
    expect(answer).toMatchObject({
      from: { registry: 'production', version: 1 },
      to: { registry: 'staging', version: 1 },
      changes: [{ kind: 'field_added', path: 'b' }],
    });
  });
});
