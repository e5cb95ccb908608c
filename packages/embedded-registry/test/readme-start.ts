import {
  AvroDeserializer,
  AvroSerializer,
  SchemaRegistryClient,
  SerdeType,
} from '@confluentinc/schemaregistry';
import { start } from '@srkit/embedded-registry/node';

const registry = await start(); // on a free port of loopback
const client = new SchemaRegistryClient({ baseURLs: [registry.url] });
await client.register('orders-value', {
  schemaType: 'AVRO',
  schema: '{"type":"record","name":"Order","fields":[{"name":"id","type":"int"}]}',
});
const serializer = new AvroSerializer(client, SerdeType.VALUE, { useLatestVersion: true });
const deserializer = new AvroDeserializer(client, SerdeType.VALUE, {});
const bytes = await serializer.serialize('orders', { id: 7 });
console.log(await deserializer.deserialize('orders', bytes)); // Order { id: 7 }
await registry.stop();
