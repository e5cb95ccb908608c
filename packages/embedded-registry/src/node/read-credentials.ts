import { secret } from '@srkit/registry-protocol';
import type { UserCredentials } from '../access/access-options.ts';
import { InvalidInput } from '../input/invalid-input.ts';

/**
 * Reads users from lines of `user:password`; empty lines and those that begin with `#` do not count.
 *
 * @param name what the text came from, for a sentence
 * @throws InvalidInput that names the line, never what is in it
 */
export function readCredentials(text: string, name: string): UserCredentials[] {
  const credentials: UserCredentials[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const colon = line.indexOf(':');
    if (colon < 1 || colon === line.length - 1)
      throw new InvalidInput(`${name}, line ${index + 1}: it takes user:password.`);
    credentials.push({
      username: line.slice(0, colon),
      password: secret(line.slice(colon + 1)),
    });
  }
  if (credentials.length === 0)
    throw new InvalidInput(`${name} names no user. Write a line user:password for each.`);
  return credentials;
}
