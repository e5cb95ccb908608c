import type { CredentialRequest, Credentials } from '../credentials/credentials.ts';
import { CredentialsFailure } from '../errors/credentials-failure.ts';
import type { Answer } from './registry-request.ts';

/**
 * Asks for credentials and sends with them. When the registry answers 401, the credentials are told once, and if they
 * say that they have others now, the request is sent once more: it was not done, so a write too may be repeated.
 *
 * @throws CredentialsFailure when there are none to be had
 */
export async function withCredentials(
  credentials: Credentials,
  about: CredentialRequest,
  send: (headers: Readonly<Record<string, string>>) => Promise<Answer>,
): Promise<Answer> {
  const first = await send(await ask(() => credentials.headers(about)));
  if (first.status !== 401 || !credentials.refused) return first;
  const renewed = await ask(() => credentials.refused?.(about));
  if (renewed !== true) return first;
  return send(await ask(() => credentials.headers(about)));
}

async function ask<T>(question: () => T | Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (cause) {
    throw new CredentialsFailure('The credentials could not be had.', { cause });
  }
}
