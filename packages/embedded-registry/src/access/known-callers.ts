import { Buffer } from 'node:buffer';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isSecret, type Secret } from '@srkit/registry-protocol';
import { InvalidInput } from '../input/invalid-input.ts';
import type { AccessOptions } from './access-options.ts';

/** Somebody who showed a password or a token that is known. */
export interface Caller {
  readOnly: boolean;
}

/** Finds who sent an `Authorization` header; undefined for nobody that is known. */
export type FindCaller = (authorization: string | undefined) => Caller | undefined;

interface Known extends Caller {
  /** Of the scheme and what stands behind it; what it is made of is not kept. */
  digest: Buffer;
}

/**
 * Remembers who may ask.
 *
 * @throws InvalidInput for a list without anybody, a username or a password that cannot be sent
 */
export function rememberCallers({ credentials, bearerTokens }: AccessOptions): FindCaller {
  const key = randomBytes(32);
  const digestOf = (scheme: string, content: Uint8Array) =>
    createHmac('sha256', key).update(scheme).update('\0').update(content).digest();
  const known: Known[] = [];

  if (credentials?.length === 0)
    throw new InvalidInput('credentials is empty: name a user, or leave it out.');
  const usernames = new Set<string>();
  for (const { username, password, readOnly = false } of credentials ?? []) {
    if (username === '' || username.includes(':'))
      throw new InvalidInput(
        `credentials: a username is not empty and has no colon, not '${username}'.`,
      );
    if (usernames.has(username))
      throw new InvalidInput(`credentials: the user '${username}' is there twice.`);
    usernames.add(username);
    const pair = `${username}:${reveal(password, `the password of '${username}'`)}`;
    known.push({ digest: digestOf('basic', Buffer.from(pair)), readOnly });
  }

  if (bearerTokens?.length === 0)
    throw new InvalidInput('bearerTokens is empty: name a token, or leave it out.');
  for (const [index, { token, readOnly = false }] of (bearerTokens ?? []).entries()) {
    const text = reveal(token, `bearer token ${index + 1}`);
    if (!/^[\w.~+/-]+=*$/.test(text))
      throw new InvalidInput(
        `bearerTokens: token ${index + 1} holds what no bearer token can (RFC 6750).`,
      );
    known.push({ digest: digestOf('bearer', Buffer.from(text)), readOnly });
  }

  return (authorization) => {
    const [, scheme = '', content = ''] = /^(\w+) +(\S+)$/.exec(authorization?.trim() ?? '') ?? [];
    const isBasic = scheme.toLowerCase() === 'basic';
    const digest = digestOf(
      scheme.toLowerCase(),
      Buffer.from(content, isBasic ? 'base64' : 'utf8'),
    );
    // All are compared, so that the time tells nothing.
    return known.filter((each) => timingSafeEqual(each.digest, digest))[0];
  };
}

function reveal(value: string | Secret, name: string): string {
  const text = isSecret(value) ? value.reveal() : value;
  if (typeof text !== 'string' || text === '')
    throw new InvalidInput(`${name} is empty: it takes a text.`);
  return text;
}
