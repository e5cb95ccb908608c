import {
  AvroDeserializer,
  AvroSerializer,
  DekRegistryClient,
  FieldEncryptionExecutor,
  LocalKmsDriver,
  RuleMode,
  SchemaRegistryClient,
  SerdeType,
} from '@confluentinc/schemaregistry';
import { beforeEach, describe, expect, test } from 'vitest';
import { aListeningRegistry } from './a-listening-registry.ts';

const subject = 'orders-value';
const algorithm = 'AES256_GCM';
const encryptedKeyMaterial = Buffer.from('encrypted').toString('base64');

describe('DekRegistryClient of @confluentinc/schemaregistry', () => {
  let writer: DekRegistryClient;
  /** Remembers nothing of what the writer did. */
  let reader: DekRegistryClient;
  beforeEach(async () => {
    const baseURLs = [await aListeningRegistry()];
    writer = new DekRegistryClient({ baseURLs, maxRetries: 0 });
    reader = new DekRegistryClient({ baseURLs, maxRetries: 0 });
  });

  test('makes and reads a key that encrypts keys', async () => {
    const made = await writer.registerKek('kek', 'local-kms', 'my-key', false, { a: 'b' }, 'doc');
    expect(made).toMatchObject({ name: 'kek', kmsType: 'local-kms', kmsKeyId: 'my-key' });
    expect(await reader.getKek('kek')).toEqual(made);
    await expect(reader.getKek('none')).rejects.toMatchObject({ status: 404, errorCode: 40470 });
  });

  test('makes and reads a key that encrypts data, by version and as the latest', async () => {
    await writer.registerKek('kek', 'local-kms', 'my-key', false);
    const register = (version: number) =>
      writer.registerDek('kek', subject, algorithm, version, encryptedKeyMaterial);
    const first = await register(1);
    const second = await register(2);
    expect(first).toMatchObject({ kekName: 'kek', subject, version: 1, algorithm });
    expect(await reader.getDek('kek', subject, algorithm, 1)).toMatchObject({ version: 1 });
    expect(await reader.getDek('kek', subject, algorithm, -1)).toMatchObject({ version: 2 });
    expect(second.encryptedKeyMaterial).toBe(encryptedKeyMaterial);
    await expect(reader.getDek('kek', subject, algorithm, 9)).rejects.toMatchObject({
      status: 404,
      errorCode: 40470,
    });
  });
});

describe('field encryption of @confluentinc/schemaregistry', () => {
  test('encrypts what is tagged, and keeps its keys in the DEK registry', async () => {
    LocalKmsDriver.register();
    FieldEncryptionExecutor.register();
    const url = await aListeningRegistry({ edition: 'enterprise' });
    const config = { baseURLs: [url], maxRetries: 0 };
    const rule = {
      name: 'encrypt',
      kind: 'TRANSFORM',
      mode: RuleMode.WRITEREAD,
      type: 'ENCRYPT',
      tags: ['PII'],
      params: {
        'encrypt.kek.name': 'kek',
        'encrypt.kms.type': 'local-kms',
        'encrypt.kms.key.id': 'my-key',
      },
      onFailure: 'ERROR,ERROR',
    };
    const writer = new SchemaRegistryClient(config);
    await writer.register(subject, {
      schemaType: 'AVRO',
      schema: JSON.stringify({
        type: 'record',
        name: 'Order',
        fields: [
          { name: 'id', type: 'string' },
          { name: 'customer', type: 'string', 'confluent:tags': ['PII'] },
        ],
      }),
      ruleSet: { domainRules: [rule] },
    });
    const ruleConfig = { secret: 'a secret of this test' };
    const serializer = new AvroSerializer(writer, SerdeType.VALUE, {
      useLatestVersion: true,
      ruleConfig,
    });
    const message = { id: 'a', customer: 'Ada Lovelace' };
    const bytes = await serializer.serialize('orders', { ...message });
    expect(bytes.toString('latin1')).not.toContain('Ada');

    const keks = await (await fetch(`${url}/dek-registry/v1/keks`)).json();
    const deks = await (await fetch(`${url}/dek-registry/v1/keks/kek/deks`)).json();
    expect([keks, deks]).toEqual([['kek'], [subject]]);
    const reader = new SchemaRegistryClient(config);
    const deserializer = new AvroDeserializer(reader, SerdeType.VALUE, { ruleConfig });
    expect(await deserializer.deserialize('orders', bytes)).toMatchObject(message);
  });
});
