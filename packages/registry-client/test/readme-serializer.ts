import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { createRegistryClient, type RegistryClient } from '@srkit/registry-client';
import { type ParsedSchema, parseSchema, type ReferencedSchema } from '@srkit/schemas';
import { decodeValue, encodeValue, readWirePrefix } from '@srkit/schemas/values';

type Registered = Pick<
  Awaited<ReturnType<RegistryClient['schemas']['getById']>>,
  'schema' | 'schemaType' | 'references'
>;

/** Reads a schema with all that it refers to, each after what it needs itself. */
async function parsed(client: RegistryClient, found: Registered): Promise<ParsedSchema> {
  const texts = new Map<string, ReferencedSchema>();
  const collect = async ({ references = [] }: Registered): Promise<void> => {
    for (const { name, subject, version } of references) {
      if (texts.has(name)) continue;
      const referenced = await client.versions.get(subject, version);
      await collect(referenced);
      texts.set(name, { name, text: referenced.schema });
    }
  };
  await collect(found);
  const options = { references: [...texts.values()], validation: 'stored' } as const;
  return parseSchema(found.schemaType ?? 'AVRO', found.schema, options);
}

/** Writes values with the latest schema of a subject, as Confluent's serializers do. */
export function createSerializer(client: RegistryClient, subject: string) {
  return async (value: unknown): Promise<Uint8Array> => {
    const latest = await client.versions.get(subject, 'latest');
    return encodeValue(await parsed(client, latest), value, { schemaId: latest.id });
  };
}

/** Reads values with the schema whose id stands before them; each schema is read once. */
export function createDeserializer(client: RegistryClient) {
  const schemas = new Map<number, ParsedSchema>();
  return async (message: Uint8Array): Promise<unknown> => {
    const schemaId = readWirePrefix(message)?.schemaId;
    if (schemaId === undefined) throw new Error('The message has no schema id before it.');
    const schema =
      schemas.get(schemaId) ?? (await parsed(client, await client.schemas.getById(schemaId)));
    schemas.set(schemaId, schema);
    return decodeValue(schema, message, { wirePrefix: 'required' });
  };
}

const { fetch } = createEmbeddedRegistry(); // leave `fetch` out to speak to a real one
const client = createRegistryClient({ url: 'http://localhost:8081', fetch });
await client.versions.register('orders-value', {
  schemaType: 'PROTOBUF',
  schema: 'syntax = "proto3"; message Order { string id = 1; repeated string items = 2; }',
});
const serialize = createSerializer(client, 'orders-value');
const deserialize = createDeserializer(client);
console.log(await deserialize(await serialize({ id: 'o-1', items: ['tea'] })));
