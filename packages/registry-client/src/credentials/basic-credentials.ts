import { isSecret, type Secret } from '@srkit/registry-protocol';
import { invalidArgument } from '../errors/invalid-argument.ts';
import type { Credentials } from './credentials.ts';

/**
 * HTTP basic credentials (RFC 7617, in UTF-8): a user and password, or an API key and its secret.
 *
 * @throws RegistryError `invalid_argument` for a username with a colon, or a password that is not wrapped
 */
export function basicCredentials(options: { username: string; password: Secret }): Credentials {
  const { username, password } = options;
  if (username.includes(':'))
    throw invalidArgument('The username of basic credentials must not hold a colon.');
  if (!isSecret(password)) throw invalidArgument('The password must be wrapped: secret(password).');
  return {
    headers() {
      const pair = Buffer.from(`${username}:${password.reveal()}`, 'utf8');
      return { authorization: `Basic ${pair.toString('base64')}` };
    },
  };
}
