import type { Credentials } from './credentials.ts';

/** Credentials for a registry that asks for none. */
export function noCredentials(): Credentials {
  return { headers: () => ({}) };
}
