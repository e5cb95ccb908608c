import { start } from '@srkit/embedded-registry/node';
import { checkRegistries, createRegistries, registriesFromVariables } from '@srkit/registries';

const dev = await start(); // two registries in this process, in the place of yours
const prod = await start();
const configuration = await registriesFromVariables({
  // in a program of yours: process.env
  SCHEMA_REGISTRY_NAME_1: 'dev',
  SCHEMA_REGISTRY_URL_1: dev.url,
  SCHEMA_REGISTRY_NAME_2: 'prod',
  SCHEMA_REGISTRY_URL_2: prod.url,
  VIEWONLY_2: 'true',
});
const registries = createRegistries(configuration);

await registries.get('dev').client.versions.register('orders-value', { schema: '"string"' });
console.log(await registries.get().client.subjects.list()); // [ 'orders-value' ]
for (const { registry, state, vendor, version } of await checkRegistries(registries))
  console.log(registry, state, vendor, version); // dev connected confluent 8.1.5

const caller = registries.forCaller();
caller.switchDefault('prod'); // for this caller and nobody else
await caller
  .get()
  .client.subjects.delete('orders-value')
  .catch((error) => console.log(error.code)); // view_only
await Promise.all([registries.close(), dev.stop(), prod.stop()]);
