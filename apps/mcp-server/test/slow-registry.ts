import { createEmbeddedRegistry, type Fault } from '@srkit/embedded-registry';
import type { RegistrySettings } from '@srkit/registries';
import { createRegistryClient } from '@srkit/registry-client';
import { aRecord } from './connect.ts';

/** A registry whose answers take their time, so that work on it is long. */
export interface SlowRegistry {
  settings: RegistrySettings;
  /** Every request that reached it since it is slow, as `METHOD path`. */
  requests: string[];
  /** How long each answer takes from now on, in milliseconds, and what else goes wrong. */
  slow(delayMs: number, ...faults: Fault[]): void;
}

/** Without the bulk read every subject and every version is asked for. */
const noBulkRead: Fault = { kind: 'error', route: 'GET /schemas', status: 404, errorCode: 404 };

/**
 * Makes a registry that is read one by one.
 *
 * @param subjects how many, each with one version, half of them in the context `.staging`
 */
export async function aSlowRegistry(subjects: number, delayMs: number): Promise<SlowRegistry> {
  const registry = createEmbeddedRegistry();
  const client = createRegistryClient({ url: 'http://slow.test', fetch: registry.fetch });
  for (let index = 0; index < subjects; index += 1) {
    const { versions } = index % 2 === 0 ? client : client.inContext('staging');
    await versions.register(`s${index}`, { schema: aRecord(`R${index}`, 'a') });
  }
  const requests: string[] = [];
  const slow: SlowRegistry['slow'] = (delay, ...faults) =>
    registry.faults.set([{ kind: 'latency', delayMs: delay }, noBulkRead, ...faults]);
  slow(delayMs);
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { method, url } = new Request(input, init);
    requests.push(`${method} ${new URL(url).pathname}`);
    return registry.fetch(input, init);
  };
  return { settings: { url: 'http://slow.test', fetch }, requests, slow };
}
