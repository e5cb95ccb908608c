import { create, createFileRegistry } from '@bufbuild/protobuf';
import {
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
} from '@bufbuild/protobuf/wkt';
import {
  AvroDeserializer,
  AvroSerializer,
  HeaderSchemaIdSerializer,
  JsonDeserializer,
  JsonSerializer,
  ProtobufDeserializer,
  ProtobufSerializer,
  SchemaRegistryClient,
  SerdeType,
} from '@confluentinc/schemaregistry';
import { beforeEach, describe, expect, test } from 'vitest';
import { aListeningRegistry } from './a-listening-registry.ts';

const value = SerdeType.VALUE;

describe('messages of @confluentinc/schemaregistry', () => {
  let writer: SchemaRegistryClient;
  /** Remembers nothing of what the writer did. */
  let reader: SchemaRegistryClient;
  beforeEach(async () => {
    const baseURLs = [await aListeningRegistry()];
    writer = new SchemaRegistryClient({ baseURLs, maxRetries: 0 });
    reader = new SchemaRegistryClient({ baseURLs, maxRetries: 0 });
  });

  const money = {
    type: 'record',
    name: 'Money',
    namespace: 'shop',
    fields: [{ name: 'amount', type: 'long' }],
  };
  const orderInAvro = {
    schemaType: 'AVRO',
    schema: JSON.stringify({
      type: 'record',
      name: 'Order',
      namespace: 'shop',
      fields: [
        { name: 'id', type: 'string' },
        { name: 'price', type: 'shop.Money' },
      ],
    }),
    references: [{ name: 'shop.Money', subject: 'money', version: 1 }],
  };

  test('go from Avro to Avro, with a reference', async () => {
    await writer.register('money', { schemaType: 'AVRO', schema: JSON.stringify(money) });
    await writer.register('orders-value', orderInAvro);
    const serializer = new AvroSerializer(writer, value, { useLatestVersion: true });
    const message = { id: 'a', price: { amount: 5 } };
    const bytes = await serializer.serialize('orders', message);
    expect(bytes.subarray(0, 5)).toEqual(Buffer.from([0, 0, 0, 0, 2]));
    const deserializer = new AvroDeserializer(reader, value, {});
    expect(await deserializer.deserialize('orders', bytes)).toMatchObject(message);
  });

  test('go with the guid of their schema in a header', async () => {
    const schema = '{"type":"record","name":"Order","fields":[{"name":"id","type":"string"}]}';
    const { guid = '' } = await writer.registerFullResponse('orders-value', {
      schemaType: 'AVRO',
      schema,
    });
    const serializer = new AvroSerializer(writer, value, {
      useLatestVersion: true,
      schemaIdSerializer: HeaderSchemaIdSerializer,
    });
    const headers: Record<string, Buffer> = {};
    const bytes = await serializer.serialize('orders', { id: 'a' }, headers);
    const [header] = Object.values(headers);
    expect(header?.toString('hex')).toBe(`01${guid.replaceAll('-', '')}`);
    const deserializer = new AvroDeserializer(reader, value, {});
    expect(await deserializer.deserialize('orders', bytes, headers)).toMatchObject({ id: 'a' });
  });

  test('go from JSON to JSON, and are checked by a schema that refers to another', async () => {
    await writer.register('money', {
      schemaType: 'JSON',
      schema: '{"type":"object","properties":{"amount":{"type":"integer"}}}',
    });
    await writer.register('orders-value', {
      schemaType: 'JSON',
      schema:
        '{"$id":"http://shop/order.json","type":"object","properties":{"price":{"$ref":"http://shop/money.json"}}}',
      references: [{ name: 'http://shop/money.json', subject: 'money', version: 1 }],
    });
    const serializer = new JsonSerializer(writer, value, {
      useLatestVersion: true,
      validate: true,
    });
    const bytes = await serializer.serialize('orders', { price: { amount: 5 } });
    await expect(serializer.serialize('orders', { price: { amount: 'five' } })).rejects.toThrow();
    const deserializer = new JsonDeserializer(reader, value, { validate: true });
    expect(await deserializer.deserialize('orders', bytes)).toEqual({ price: { amount: 5 } });
  });

  test('go from Protobuf to Protobuf, and register their files, imports included', async () => {
    const files = createFileRegistry(
      create(FileDescriptorSetSchema, {
        file: [
          create(FileDescriptorProtoSchema, {
            name: 'shop/money.proto',
            package: 'shop',
            syntax: 'proto3',
            messageType: [
              { name: 'Money', field: [field('amount', FieldDescriptorProto_Type.INT64)] },
            ],
          }),
          create(FileDescriptorProtoSchema, {
            name: 'shop/order.proto',
            package: 'shop',
            syntax: 'proto3',
            dependency: ['shop/money.proto'],
            messageType: [
              {
                name: 'Order',
                field: [field('price', FieldDescriptorProto_Type.MESSAGE, '.shop.Money')],
              },
            ],
          }),
        ],
      }),
    );
    const orderType = files.getMessage('shop.Order');
    const moneyType = files.getMessage('shop.Money');
    if (!orderType || !moneyType) throw new Error('The files have no such messages.');
    const serializer = new ProtobufSerializer(writer, value, { autoRegisterSchemas: true });
    for (const type of [moneyType, orderType]) serializer.registry.add(type);
    const order = create(orderType, { price: create(moneyType, { amount: 5n }) });
    const bytes = await serializer.serialize('orders', order);

    // What was sent is a descriptor in base64; what is kept is a file that people can read.
    const { schema, references } = await reader.getLatestSchemaMetadata('orders-value');
    expect(schema).toContain('import "shop/money.proto";');
    expect(schema).toContain('message Order {');
    expect(references).toEqual([
      { name: 'shop/money.proto', subject: 'shop/money.proto', version: 1 },
    ]);
    const deserializer = new ProtobufDeserializer(reader, value, {});
    expect(await deserializer.deserialize('orders', bytes)).toMatchObject({
      $typeName: 'shop.Order',
      price: { amount: 5n },
    });
  });
});

function field(name: string, type: FieldDescriptorProto_Type, typeName?: string) {
  return {
    name,
    number: 1,
    label: FieldDescriptorProto_Label.OPTIONAL,
    type,
    ...(typeName !== undefined && { typeName }),
  };
}
