/** Every way in which a request goes wrong. */
const faults = [
  'too-many-requests',
  'unavailable',
  'reset-before',
  'reset-after',
  'timeout-before',
  'timeout-after',
  'cut-off',
  'done-but-50002',
  'gateway-timeout-after',
] as const;

type Fault = (typeof faults)[number];

/** Counts how often each fault happened. */
export type FaultCounts = Record<Fault, number>;

/**
 * Puts faults before a fetch. With `…-after`, `cut-off` and `done-but-50002` the registry does what was asked, and the caller
 * does not learn of it.
 *
 * @param share from 0 to 1
 * @param random from 0 to 1, the same for the same test
 */
export function faultyFetch(
  fetch: typeof globalThis.fetch,
  share: number,
  random: () => number,
): { fetch: typeof globalThis.fetch; counts: FaultCounts } {
  const counts = Object.fromEntries(faults.map((fault) => [fault, 0])) as FaultCounts;

  async function fail(
    fault: Fault,
    input: string | URL | Request,
    init?: RequestInit,
  ): Promise<Response> {
    switch (fault) {
      case 'too-many-requests':
        return errorAnswer(429, 429, 'Too many requests', { 'retry-after': '0.01' });
      case 'unavailable':
        return new Response('<html>no backend</html>', { status: 503 });
      case 'reset-before':
        throw reset();
      case 'reset-after':
        await fetch(input, init);
        throw reset();
      case 'timeout-before':
        return never(input, init);
      case 'timeout-after':
        await fetch(input, init);
        return never(input, init);
      case 'cut-off': {
        const response = await fetch(input, init);
        const text = await response.text();
        if (!response.ok || text.length < 2) return new Response(text, response);
        return new Response(text.slice(0, -1), { status: 200 });
      }
      case 'done-but-50002':
        await fetch(input, init);
        return errorAnswer(500, 50002, 'Register schema operation timed out');
      case 'gateway-timeout-after':
        await fetch(input, init);
        return new Response('<html>upstream timed out</html>', { status: 504 });
    }
  }

  return {
    counts,
    fetch: async (input, init) => {
      if (random() >= share) return fetch(input, init);
      const fault = faults[Math.floor(random() * faults.length)] ?? 'unavailable';
      counts[fault] += 1;
      return fail(fault, input, init);
    },
  };
}

function errorAnswer(
  status: number,
  number: number,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ error_code: number, message }, { status, headers });
}

function reset(): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  return new TypeError('fetch failed', { cause });
}

/** An answer that never comes; it ends when it is aborted. */
async function never(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
