import type { Interruption, RegistryResponse } from './message.ts';
import { whenAborted } from './when-aborted.ts';

/**
 * Answers a `fetch` whose connection breaks, as the platform's own does.
 *
 * @returns an answer of which the body cannot be read to its end
 * @throws TypeError `fetch failed` with the cause's code `ECONNRESET`; the signal's reason where no answer ever comes
 */
export function interruptFetch(
  { status, headers, body }: RegistryResponse,
  interruption: Interruption,
  signal: AbortSignal | undefined,
): Promise<Response> | Response {
  if (interruption.kind === 'no-answer') return untilAborted(signal);
  if (interruption.kind === 'connection-reset') {
    const cause = Object.assign(new Error('read ECONNRESET'), {
      code: 'ECONNRESET',
      syscall: 'read',
    });
    throw new TypeError('fetch failed', { cause });
  }
  const part = new TextEncoder().encode(body).subarray(0, interruption.afterBytes);
  return new Response(cutOff(part), { status, headers });
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => whenAborted(signal, () => reject(signal?.reason)));
}

function cutOff(part: Uint8Array): ReadableStream<Uint8Array> {
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (!isSent && part.length > 0) {
        isSent = true;
        controller.enqueue(part);
        return;
      }
      const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
      controller.error(new TypeError('terminated', { cause }));
    },
  });
}
