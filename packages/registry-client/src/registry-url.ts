import { secret } from '@srkit/registry-protocol';
import { basicCredentials } from './credentials/basic-credentials.ts';
import type { Credentials } from './credentials/credentials.ts';
import { invalidArgument } from './errors/invalid-argument.ts';

/** A registry's address, taken apart. */
export interface RegistryUrl {
  /** Without user, password and a slash at the end: safe to show. */
  url: string;
  /** Host, and port where it is written: what the registry is called when nobody names it. */
  host: string;
  /** From `user:password@` in the address. */
  credentials: Credentials | undefined;
}

/**
 * Reads a registry's address. What is wrong with one is said without repeating it, since it may hold a password.
 *
 * @throws RegistryError `invalid_argument`
 */
export function parseRegistryUrl(written: string): RegistryUrl {
  const parsed =
    typeof written === 'string' && URL.canParse(written) ? new URL(written) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw invalidArgument(
      'The registry’s url is not an address like https://registry.example.com:8081. Percent-encode special characters in a user or password.',
    );
  }
  if (parsed.search !== '' || parsed.hash !== '') {
    throw invalidArgument('The registry’s url must not have a query (?) or fragment (#).');
  }
  if (parsed.pathname.includes('@')) {
    throw invalidArgument(
      'The registry’s url has an @ in its path. Percent-encode special characters in a user or password.',
    );
  }
  const { username, password } = parsed;
  const credentials =
    username === '' && password === ''
      ? undefined
      : basicCredentials({ username: plain(username), password: secret(plain(password)) });
  const path = parsed.pathname.replace(/\/+$/, '');
  return { url: `${parsed.origin}${path}`, host: parsed.host, credentials };
}

function plain(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
