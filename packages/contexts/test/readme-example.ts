import {
  applyClear,
  createContext,
  deleteContext,
  listContexts,
  prepareClear,
} from '@srkit/contexts';
import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { createRegistryClient } from '@srkit/registry-client';

const { fetch } = createEmbeddedRegistry(); // leave `fetch` out to speak to a real one
const client = createRegistryClient({ url: 'http://localhost:8081', fetch });

await createContext(client, 'feature-a');
const feature = client.inContext('feature-a');
await feature.versions.register('orders-value', { schema: '"string"' });
await feature.versions.register('payments-value', { schema: '"long"' });

const { contexts } = await listContexts(client, { prefix: 'feature-' });
for (const { name, subjects, versions } of contexts) console.log(name, subjects, versions); // .feature-a 2 2

const plan = await prepareClear(client, ['feature-a']); // changes nothing
for (const { name, versions } of plan.subjects) console.log('would go:', name, versions);
for (const { name, reason } of plan.blocked) console.log('would stay:', name, reason);

const result = await applyClear(client, plan, {
  onProgress: ({ message }) => console.log(message),
});
for (const { name, deleted, left } of result.contexts) console.log(name, deleted, left); // .feature-a 2 []

const gone = await deleteContext(client, 'feature-a', { everything: true, permanent: true });
console.log(gone.outcome, gone.remains); // deleted []
