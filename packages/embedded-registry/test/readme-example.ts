import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { listen } from '@srkit/embedded-registry/node';

const registry = createEmbeddedRegistry();
const answer = await registry.fetch('http://registry/subjects/orders-value/versions', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ schema: '{"type":"record","name":"Order","fields":[]}' }),
});
console.log(await answer.json()); // { id: 1, version: 1, guid: '…', schemaType: 'AVRO', schema: '…' }

const { url, close } = await listen(registry, { port: 0 }); // the same registry over HTTP
console.log(await (await fetch(`${url}/subjects`)).json()); // [ 'orders-value' ]
await close();
