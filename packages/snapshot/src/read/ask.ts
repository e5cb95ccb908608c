import { type CallOptions, isRegistryError, type RegistryError } from '@srkit/registry-client';
import type { Unreadable } from '../snapshot.ts';

/** A call of the client that did not succeed. */
export interface Failure {
  readonly ok: false;
  readonly error: RegistryError;
  /** Why, in a sentence. */
  readonly reason: string;
}

/** What came of a call of the client. */
export type Asked<T> = { readonly ok: true; readonly value: T } | Failure;

/**
 * Makes a call of the client, and turns its failure into a value.
 *
 * @throws RegistryError `aborted`, and what is no RegistryError
 */
export type Ask = <T>(call: (options: CallOptions) => Promise<T>) => Promise<Asked<T>>;

// Some bad schemas in a row are possible; so many mean that nothing works any more, and each of them can take a minute.
const mostFailuresInARow = 20;

/**
 * Makes one way to ask. When too many calls in a row fail on the side of the registry, the rest is not asked any more: reading
 * 10,000 subjects of a registry that is down would take hours.
 *
 * @param onRequest told before each call
 */
export function createAsk(signal: AbortSignal | undefined, onRequest: () => void): Ask {
  let failuresInARow = 0;
  let last: Failure | undefined;
  return async (call) => {
    signal?.throwIfAborted();
    if (last !== undefined && failuresInARow >= mostFailuresInARow) return notAsked(last);
    onRequest();
    try {
      const value = await call({ signal });
      failuresInARow = 0;
      return { ok: true, value };
    } catch (error) {
      if (!isRegistryError(error) || error.code === 'aborted') throw error;
      last = { ok: false, error, reason: error.message };
      if (isOnSideOfRegistry(error)) failuresInARow += 1;
      else failuresInARow = 0;
      return last;
    }
  };
}

/** What is recorded of a failure. */
export function unread(what: Omit<Unreadable, 'reason' | 'code'>, failure: Failure): Unreadable {
  return { ...what, reason: failure.reason, code: failure.error.code };
}

function notAsked({ error }: Failure): Failure {
  const reason = `Not asked, as the registry failed ${mostFailuresInARow} times in a row; at last: ${error.message}`;
  return { ok: false, error, reason };
}

function isOnSideOfRegistry({ status }: RegistryError): boolean {
  return status === undefined || status >= 500 || status === 408;
}
