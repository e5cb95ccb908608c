import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { createRegistryClient, isRegistryError } from '@srkit/registry-client';

const { fetch } = createEmbeddedRegistry(); // leave `fetch` out to speak to a real one
const client = createRegistryClient({ url: 'http://localhost:8081', fetch });
const staging = client.inContext('staging');

await staging.versions.register('orders-value', { schema: '"string"' });
try {
  await staging.versions.register('orders-value', { schema: '"int"' });
} catch (error) {
  if (!isRegistryError(error, 'incompatible_schema')) throw error;
  console.log(error.code, error.status, error.advice);
}
for await (const { subject, version, id } of client.schemas.iterate({ subjectPrefix: ':*:' }))
  console.log(subject, version, id); // :.staging:orders-value 1 1
