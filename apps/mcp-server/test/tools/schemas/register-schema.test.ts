import { describe, expect, it } from 'vitest';
import { anotherRecord, aRecord, aSetting, connect, connectToRegistry } from '../../connect.ts';

const order = JSON.stringify({
  type: 'record',
  name: 'Order',
  fields: [{ name: 'm', type: 'Money' }],
});
const references = [{ name: 'Money', subject: 'money', version: 1 }];

describe('register_schema', () => {
  it('registers the next version and answers with its id', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    const schema = aRecord('R', 'a', 'b');
    const answer = await call('register_schema', { subject: 'orders', schema });
    expect(answer).toMatchObject({ context: '.', subject: 'orders', id: 2, version: 2 });
    const stored = await registry.versions.get('orders', 2);
    expect(stored).toMatchObject({ schema, guid: answer['guid'] });
  });

  it('takes a schema that is written as an object, too', async () => {
    const { call } = await connectToRegistry();
    const schema = JSON.parse(aRecord('R', 'a'));
    expect(await call('register_schema', { subject: 'orders', schema })).toMatchObject({
      version: 1,
    });
  });

  it('copies a registered schema with its references, without a text in the call', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('money', { schema: aRecord('Money', 'a') });
    await registry.versions.register('orders', { schema: order, references });
    const staging = registry.inContext('staging');
    await staging.versions.register('money', { schema: aRecord('Money', 'a') });
    const answer = await call('register_schema', {
      subject: 'orders',
      context: 'staging',
      from: { subject: 'orders', context: '.' },
    });
    expect(answer).toMatchObject({ context: '.staging', version: 1 });
    expect(await staging.versions.get('orders', 1)).toMatchObject({ schema: order, references });
  });

  it('copies from one registry to another', async () => {
    const registries = { dev: aSetting('dev'), prod: aSetting('prod') };
    const { call } = await connect({ registries });
    await call('register_schema', { subject: 'a', schema: aRecord('R', 'a') });
    const from = { registry: 'dev', subject: 'a' };
    const copied = await call('register_schema', { registry: 'prod', subject: 'a', from });
    expect(copied).toMatchObject({ registry: 'prod', version: 1 });
    const there = await call('list_subjects', { registry: 'prod' });
    expect(there).toMatchObject({ registry: 'prod', subjects: ['a'] });
  });

  it('names every missing reference before anything is written', async () => {
    const { call, requests } = await connectToRegistry();
    const { error } = await call('register_schema', {
      subject: 'orders',
      schema: order,
      references: [...references, { name: 'Tax', subject: 'tax', version: 3 }],
    });
    expect(error).toMatchObject({
      code: 'missing_references',
      missing: [references[0], { name: 'Tax', subject: 'tax', version: 3 }],
    });
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([]);
  });

  it('does not take a reference for there that only another context has', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.inContext('other').versions.register('money', { schema: aRecord('Money', 'a') });
    const { error } = await call('register_schema', {
      subject: 'orders',
      schema: order,
      references,
    });
    expect(error.code).toBe('missing_references');
  });

  it('explains why an incompatible schema is refused', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    const { error } = await call('register_schema', {
      subject: 'orders',
      schema: anotherRecord('R'),
    });
    expect(error).toMatchObject({ code: 'incompatible_schema', status: 409 });
    expect(error.message).toContain('only');
    expect(error.next).toContain('check_compatibility');
  });

  it.each([
    ['neither text nor place', {}],
    ['both', { schema: '"string"', from: { subject: 'a' } }],
    ['a type beside the place', { schema_type: 'AVRO', from: { subject: 'a' } }],
  ])('asks for one way of giving the schema: %s', async (_, written) => {
    const { call } = await connectToRegistry();
    const { error } = await call('register_schema', { subject: 'orders', ...written });
    expect(error.code).toBe('invalid_arguments');
  });

  it('keeps id and version in IMPORT mode', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.mode.set('orders', 'IMPORT');
    const written = { subject: 'orders', schema: aRecord('R', 'a'), id: 77, version: 5 };
    expect(await call('register_schema', written)).toMatchObject({ id: 77, version: 5 });
  });
});
