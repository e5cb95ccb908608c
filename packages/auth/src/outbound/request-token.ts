import { AuthError } from './auth-error.ts';

/**
 * Sends a request for a token, and says in words what went wrong with it.
 *
 * @param service what messages call it: its host
 */
export async function requestToken(
  send: () => Promise<Response>,
  service: string,
): Promise<Response> {
  let response: Response;
  try {
    response = await send();
  } catch (error) {
    throw new AuthError(
      'token_unavailable',
      `The token service ${service} ${hasTimedOut(error) ? 'did not answer in time' : `cannot be reached: ${reason(error)}`}. Check its address and the network.`,
    );
  }
  if (response.status < 500 && response.status !== 429) return response;
  throw new AuthError(
    'token_unavailable',
    `The token service ${service} answered HTTP ${response.status}. Try again later.`,
  );
}

/** The host of an address, for messages; an address itself can hold secrets. */
export function hostOf(address: string, option: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new AuthError(
      'invalid_argument',
      `${option} must be an address like https://login.example.com/token.`,
    );
  }
  return url.host;
}

function hasTimedOut(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
}

function reason(error: unknown): string {
  let last = error;
  while (last instanceof Error && last.cause !== undefined) last = last.cause;
  return last instanceof Error ? last.message.slice(0, 200) : 'it failed';
}
