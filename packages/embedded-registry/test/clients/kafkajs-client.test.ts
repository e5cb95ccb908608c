import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { beforeEach, describe, expect, test } from 'vitest';
import { aListeningRegistry } from './a-listening-registry.ts';

const subject = 'orders-value';
const avro = {
  type: SchemaType.AVRO as const,
  schema: JSON.stringify({
    type: 'record',
    name: 'Order',
    namespace: 'shop',
    fields: [{ name: 'id', type: 'string' }],
  }),
};
const json = {
  type: SchemaType.JSON as const,
  schema: JSON.stringify({
    $id: 'http://shop/order.json',
    type: 'object',
    properties: { id: { type: 'string' } },
    required: ['id'],
  }),
};
const protobuf = {
  type: SchemaType.PROTOBUF as const,
  schema: 'syntax = "proto3";\npackage shop;\nmessage Order { string id = 1; }',
};

describe('@kafkajs/confluent-schema-registry', () => {
  let host: string;
  let writer: SchemaRegistry;
  /** Remembers nothing of what the writer did. */
  let reader: SchemaRegistry;
  beforeEach(async () => {
    host = await aListeningRegistry();
    writer = new SchemaRegistry({ host, retry: { retries: 0 } });
    reader = new SchemaRegistry({ host, retry: { retries: 0 } });
  });

  test.each([avro, json, protobuf])(
    'registers $type, and what is encoded by one is decoded by another',
    async (schema) => {
      const { id } = await writer.register(schema, { subject });
      const bytes = await writer.encode(id, { id: 'a' });
      expect(bytes.subarray(0, 5)).toEqual(Buffer.from([0, 0, 0, 0, id]));
      expect(await reader.decode(bytes)).toMatchObject({ id: 'a' });
    },
  );

  test('sets the compatibility of a new subject, and refuses to register at another one', async () => {
    await writer.register(avro, { subject, compatibility: COMPATIBILITY.FULL });
    const config = await (await fetch(`${host}/config/${subject}`)).json();
    expect(config).toEqual({ compatibilityLevel: 'FULL' });
    await expect(
      reader.register(avro, { subject, compatibility: COMPATIBILITY.BACKWARD }),
    ).rejects.toThrow('Compatibility does not match the configuration (BACKWARD != FULL)');
  });

  test('finds ids by the latest version, by version and by schema', async () => {
    const { id } = await writer.register(avro, { subject });
    expect(await reader.getLatestSchemaId(subject)).toBe(id);
    expect(await reader.getRegistryId(subject, 1)).toBe(id);
    expect(await reader.getRegistryId(subject, 'latest')).toBe(id);
    expect(await reader.getRegistryIdBySchema(subject, avro)).toBe(id);
  });

  test.each([
    [
      'Avro',
      {
        type: SchemaType.AVRO as const,
        schema:
          '{"type":"record","name":"Money","namespace":"shop","fields":[{"name":"amount","type":"int"}]}',
      },
      {
        type: SchemaType.AVRO as const,
        schema:
          '{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"price","type":"shop.Money"}]}',
      },
      'shop.Money',
    ],
    [
      'JSON Schema',
      {
        type: SchemaType.JSON as const,
        schema:
          '{"$id":"http://shop/money.json","type":"object","properties":{"amount":{"type":"integer"}}}',
      },
      {
        type: SchemaType.JSON as const,
        schema:
          '{"$id":"http://shop/order.json","type":"object","properties":{"price":{"$ref":"http://shop/money.json"}}}',
      },
      'http://shop/money.json',
    ],
    [
      'Protobuf',
      {
        type: SchemaType.PROTOBUF as const,
        schema: 'syntax = "proto3";\npackage shop;\nmessage Money { int32 amount = 1; }',
      },
      {
        type: SchemaType.PROTOBUF as const,
        schema:
          'syntax = "proto3";\npackage shop;\nimport "shop/money.proto";\nmessage Order { shop.Money price = 1; }',
      },
      'shop/money.proto',
    ],
  ])('follows references in %s', async (_, money, order, name) => {
    await writer.register(money, { subject: 'money' });
    const references = [{ name, subject: 'money', version: 1 }];
    const { id } = await writer.register({ ...order, references }, { subject });
    const bytes = await writer.encode(id, { price: { amount: 5 } });
    expect(await reader.decode(bytes)).toMatchObject({ price: { amount: 5 } });
  });

  test('is told why a schema is refused', async () => {
    await writer.register(avro, { subject });
    const unfit = {
      ...avro,
      schema: avro.schema.replace('"string"', '"int"'),
    };
    await expect(writer.register(unfit, { subject })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('Schema being registered is incompatible'),
    });
  });
});
