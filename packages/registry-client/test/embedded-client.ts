import { createEmbeddedRegistry, type EmbeddedRegistry } from '@srkit/embedded-registry';
import {
  createRegistryClient,
  type RegistryClient,
  type RegistryClientOptions,
} from '../src/index.ts';

/** A client of an empty embedded registry. */
export function anEmbeddedClient(
  options: Partial<RegistryClientOptions> = {},
  registry: EmbeddedRegistry = createEmbeddedRegistry(),
): RegistryClient {
  return createRegistryClient({ url: 'http://embedded', fetch: registry.fetch, ...options });
}

/** An Avro record with one field of each name. */
export function aRecord(name: string, ...fields: string[]): string {
  return JSON.stringify({
    type: 'record',
    name,
    fields: fields.map((field) => ({ name: field, type: 'string', default: '' })),
  });
}
