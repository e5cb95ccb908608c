import { Compatibility, SchemaRegistryClient } from '@confluentinc/schemaregistry';
import { beforeEach, describe, expect, test } from 'vitest';
import { aListeningRegistry } from './a-listening-registry.ts';

const avro = (...fields: object[]) =>
  JSON.stringify({
    type: 'record',
    name: 'Order',
    fields: [{ name: 'id', type: 'string' }, ...fields],
  });
const first = { schema: avro(), schemaType: 'AVRO' };
const second = { schema: avro({ name: 'note', type: 'string', default: '' }), schemaType: 'AVRO' };
const unfit = { schema: avro({ name: 'customer', type: 'string' }), schemaType: 'AVRO' };

describe('SchemaRegistryClient of @confluentinc/schemaregistry', () => {
  let writer: SchemaRegistryClient;
  /** Remembers nothing of what the writer did. */
  let reader: SchemaRegistryClient;
  beforeEach(async () => {
    const baseURLs = [await aListeningRegistry()];
    writer = new SchemaRegistryClient({ baseURLs, maxRetries: 0 });
    reader = new SchemaRegistryClient({ baseURLs, maxRetries: 0 });
  });

  test.each([
    ['AVRO', avro()],
    ['JSON', '{"type":"object","properties":{"id":{"type":"string"}}}'],
    ['PROTOBUF', 'syntax = "proto3";\n\nmessage Order {\n  string id = 1;\n}\n'],
  ])(
    'registers and reads %s by id, guid, version and as the latest',
    async (schemaType, schema) => {
      const registered = await writer.registerFullResponse('orders-value', { schema, schemaType });
      expect(registered).toMatchObject({ id: 1, version: 1, schema, schemaType });
      const id = registered.id ?? 0;
      expect(await reader.getBySubjectAndId('orders-value', id)).toMatchObject({
        schema,
        schemaType,
      });
      expect(await reader.getByGuid(registered.guid ?? '')).toMatchObject({ schema, schemaType });
      expect(await reader.getSchemaMetadata('orders-value', 1)).toMatchObject({ id, schema });
      expect(await reader.getLatestSchemaMetadata('orders-value')).toMatchObject({ id, schema });
    },
  );

  test('looks up id and version, and lists subjects and versions', async () => {
    const id = await writer.register('orders-value', first);
    await writer.register('orders-value', second);
    expect(await reader.getId('orders-value', first)).toBe(id);
    expect(await reader.getVersion('orders-value', second)).toBe(2);
    expect(await reader.getAllSubjects()).toEqual(['orders-value']);
    expect(await reader.getAllVersions('orders-value')).toEqual([1, 2]);
  });

  test('finds the latest version with metadata', async () => {
    await writer.register('orders-value', {
      ...first,
      metadata: { properties: { stage: 'dev' } },
    });
    await writer.register('orders-value', {
      ...second,
      metadata: { properties: { stage: 'live' } },
    });
    const found = await reader.getLatestWithMetadata('orders-value', { stage: 'dev' });
    expect(found).toMatchObject({ version: 1, metadata: { properties: { stage: 'dev' } } });
  });

  test('asks whether a schema is compatible', async () => {
    await writer.register('orders-value', first);
    expect(await reader.testSubjectCompatibility('orders-value', second)).toBe(true);
    expect(await reader.testSubjectCompatibility('orders-value', unfit)).toBe(false);
    expect(await reader.testCompatibility('orders-value', 1, unfit)).toBe(false);
  });

  test('gets a refusal with its number', async () => {
    await writer.register('orders-value', first);
    await expect(writer.register('orders-value', unfit)).rejects.toMatchObject({
      status: 409,
      errorCode: 40901,
    });
    await expect(reader.getAllVersions('none')).rejects.toMatchObject({
      status: 404,
      errorCode: 40401,
    });
  });

  test('reads and changes configuration, of a subject and of all', async () => {
    expect(await reader.getDefaultCompatibility()).toBe('BACKWARD');
    expect(await writer.updateDefaultCompatibility(Compatibility.FULL)).toBe('FULL');
    expect(await reader.getDefaultConfig()).toEqual({ compatibilityLevel: 'FULL' });
    expect(await writer.updateCompatibility('orders-value', Compatibility.NONE)).toBe('NONE');
    expect(await reader.getCompatibility('orders-value')).toBe('NONE');
    const update = { compatibility: Compatibility.FORWARD, normalize: true };
    expect(await writer.updateConfig('orders-value', update)).toEqual(update);
    expect(await reader.getConfig('orders-value')).toEqual({
      compatibilityLevel: 'FORWARD',
      normalize: true,
    });
  });

  test('deletes versions and subjects, softly and for good', async () => {
    await writer.register('orders-value', first);
    await writer.register('orders-value', second);
    expect(await writer.deleteSubjectVersion('orders-value', 1)).toBe(1);
    expect(await reader.getAllVersions('orders-value')).toEqual([2]);
    expect(await reader.getSchemaMetadata('orders-value', 1, true)).toMatchObject({ version: 1 });
    expect(await writer.deleteSubjectVersion('orders-value', 1, true)).toBe(1);
    expect(await writer.deleteSubject('orders-value')).toEqual([2]);
    expect(await writer.deleteSubject('orders-value', true)).toEqual([2]);
    expect(await reader.getAllSubjects()).toEqual([]);
  });

  test('works with subjects of a context', async () => {
    const id = await writer.register(':.staging:orders-value', first);
    expect(id).toBe(1);
    expect(await reader.getAllSubjects()).toEqual([':.staging:orders-value']);
    expect(await reader.getLatestSchemaMetadata(':.staging:orders-value')).toMatchObject({ id });
  });

  test('registers names that have to be encoded', async () => {
    const subject = 'a/b %ü?#';
    await writer.register(subject, first);
    expect(await reader.getLatestSchemaMetadata(subject)).toMatchObject({ subject, version: 1 });
    expect(await reader.getAllSubjects()).toEqual([subject]);
    expect(await writer.deleteSubject(subject)).toEqual([1]);
  });
});
