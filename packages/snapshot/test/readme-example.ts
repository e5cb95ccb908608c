import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { createRegistryClient } from '@srkit/registry-client';
import { takeSnapshot } from '@srkit/snapshot';

const { fetch } = createEmbeddedRegistry(); // leave `fetch` out to speak to a real one
const client = createRegistryClient({ url: 'http://localhost:8081', fetch });
await client.versions.register('orders-value', { schema: '"string"' });
await client.versions.register(':.staging:orders-value', { schema: '"int"' });

const snapshot = await takeSnapshot(client, {}, { includeConfigs: true });
for (const { name, versions } of snapshot.subjects)
  for (const { version, id, guid } of versions)
    console.log(name, version, id, await snapshot.texts.read(guid)); // orders-value 1 1 "string"
if (snapshot.unreadable.length > 0) console.log('unknown:', snapshot.unreadable);
await snapshot.close();
