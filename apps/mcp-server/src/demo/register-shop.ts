import { createRegistryClient } from '@srkit/registry-client';
import { newsletterSignups } from './samples/customers.ts';
import { shop } from './samples/shop.ts';

/** Registers the schemas of a small shop, with settings as they come to be in a registry that is used. */
export async function registerShop(fetch: typeof globalThis.fetch): Promise<void> {
  const client = createRegistryClient({ name: 'demo', url: 'http://demo.invalid', fetch });
  // The samples follow each other well; whether the registry can check that does not matter here.
  await client.config.update(':.__GLOBAL:', { compatibility: 'NONE' });
  await client.config.updateGlobal({ compatibility: 'NONE' });
  for (const [context, samples] of Object.entries(shop)) {
    const { versions } = client.inContext(context);
    for (const { subject, versions: schemas } of samples) {
      for (const schema of schemas) await versions.register(subject, schema);
    }
  }
  await client.config.deleteGlobal();
  await client.config.delete(':.__GLOBAL:');

  await client.config.update('payments-value', { compatibility: 'FULL' });
  await client.config.update('clients-value', { alias: 'customers-value' });
  await client.subjects.delete(newsletterSignups.subject);
  const staging = client.inContext('staging');
  await staging.config.updateGlobal({ compatibility: 'BACKWARD_TRANSITIVE' });
  await client.inContext('team-logistics').mode.set('carrier-capacity-value', 'READONLY');
}
