import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { createRegistryClient, isRegistryError } from '@srkit/registry-client';

const { fetch } = createEmbeddedRegistry(); // leave it out to talk to a real one
const client = createRegistryClient({ url: 'http://localhost:8081', fetch, context: 'staging' });

const order = (...fields: object[]) => JSON.stringify({ type: 'record', name: 'Order', fields });
const id = { name: 'id', type: 'string' };
await client.versions.register('orders-value', { schema: order(id) });

const next = { schema: order(id, { name: 'total', type: 'double' }) };
console.log(await client.compatibility.check('orders-value', next)); // { compatible: false, messages: [ … why … ] }

await client.versions.register('orders-value', next).catch((error) => {
  if (isRegistryError(error, 'incompatible_schema')) console.log(error.advice);
});
