import { isSecret, type Secret } from '@srkit/registry-protocol';
import { invalidArgument } from '../errors/invalid-argument.ts';
import type { Credentials } from './credentials.ts';

/**
 * Bearer credentials (RFC 6750).
 *
 * @param token the token, or a function that is asked for it before every request
 * @throws RegistryError `invalid_argument` for a token that is not wrapped
 */
export function bearerCredentials(token: Secret | (() => Promise<Secret>)): Credentials {
  if (typeof token !== 'function') assertWrapped(token);
  return {
    async headers() {
      const current = typeof token === 'function' ? await token() : token;
      assertWrapped(current);
      // Tokens are often read from files, which end with a line break that no header may hold.
      return { authorization: `Bearer ${current.reveal().trim()}` };
    },
  };
}

function assertWrapped(token: unknown): asserts token is Secret {
  if (!isSecret(token)) throw invalidArgument('The token must be wrapped: secret(token).');
}
