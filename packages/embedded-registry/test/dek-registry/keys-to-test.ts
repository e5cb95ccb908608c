import type { EmbeddedRegistryOptions } from '../../src/index.ts';
import { aRegistry } from '../a-registry.ts';

/** The path of the DEK registry. */
export const base = '/dek-registry/v1';

/** A registry with shorthands for its keys. */
export function aKeyRegistry(options: EmbeddedRegistryOptions = {}) {
  const { ask } = aRegistry({ now: () => 1000, ...options });
  return {
    ask,
    kek: (name: string, fields: object = {}, query = '') =>
      ask('POST', `${base}/keks${query}`, {
        name,
        kmsType: 'test-kms',
        kmsKeyId: `id-of-${name}`,
        ...fields,
      }),
    dek: (kek: string, subject: string, fields: object = {}, query = '') =>
      ask('POST', `${base}/keks/${kek}/deks/${encodeURIComponent(subject)}${query}`, {
        encryptedKeyMaterial: 'ZW5j',
        ...fields,
      }),
    get: (path: string) => ask('GET', `${base}/keks${path}`),
    remove: (path: string) => ask('DELETE', `${base}/keks${path}`),
    undelete: (path: string) => ask('POST', `${base}/keks${path}/undelete`),
  };
}

/** What an error is answered with. */
export function error(number: number, message: string) {
  return { error_code: number, message };
}

/** 40470 for a key. */
export function noKey(name: string) {
  return error(40470, `Key '${name}' not found`);
}
