import type { Answering } from '../http/message.ts';
import { routeOfRequest } from '../http/route-of-request.ts';
import { isAdminPath } from './admin-path.ts';

/**
 * How often each operation was answered with each status: `{ registerSchema: { 200: 3, 409: 1 } }`. What is no operation of the
 * registry is counted as `unknown`; 0 stands for no answer at all.
 */
export type RequestCounts = Record<string, Record<number, number>>;

/** Counts what is answered. */
export interface RequestCounter {
  counts(): RequestCounts;
  clear(): void;
  /** Counts everything but the admin path. */
  counting(answer: Answering): Answering;
}

/** Creates a counter that has counted nothing. */
export function createRequestCounter(): RequestCounter {
  const counted = new Map<string, Map<number, number>>();
  return {
    counts: () =>
      Object.fromEntries(
        [...counted].map(([operation, byStatus]) => [operation, Object.fromEntries(byStatus)]),
      ),
    clear: () => counted.clear(),
    counting: (answer) => async (request) => {
      const response = await answer(request);
      if (isAdminPath(request.target)) return response;
      const operation = routeOfRequest(request)?.operation ?? 'unknown';
      const byStatus = counted.get(operation) ?? new Map<number, number>();
      byStatus.set(response.status, (byStatus.get(response.status) ?? 0) + 1);
      counted.set(operation, byStatus);
      return response;
    },
  };
}
