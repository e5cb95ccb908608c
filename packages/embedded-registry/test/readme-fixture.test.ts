import { SchemaRegistryClient } from '@confluentinc/schemaregistry';
import { registryTest } from '@srkit/embedded-registry/vitest';
import { expect } from 'vitest';

registryTest('what is not compatible is refused', async ({ registry }) => {
  const client = new SchemaRegistryClient({ baseURLs: [registry.url] });
  await client.register('orders-value', { schemaType: 'AVRO', schema: '"int"' });
  const change = client.register('orders-value', { schemaType: 'AVRO', schema: '"string"' });
  await expect(change).rejects.toMatchObject({ status: 409 });
});

registryTest('a registry that is not well is asked again', async ({ registry }) => {
  registry.faults.set([{ kind: 'error', status: 503, count: 1 }]);
  const client = new SchemaRegistryClient({ baseURLs: [registry.url] });
  expect(await client.getAllSubjects()).toEqual([]);
});
