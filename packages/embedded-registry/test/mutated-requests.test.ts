import { expect, test } from 'vitest';
import { tryRequests } from './mutated-requests/try-requests.ts';

/** Of each seed; `mutated-requests/run.ts` takes as many as wanted. */
const requests = 4000;

// Requests broken in every place: path, query, headers, JSON, schema text, bytes. What they leave meets those that follow.
test.for([1, 20, 300, 4000, 50_000])(
  'mutated requests are all answered, in time and in the form of the registry (seed %i)',
  { timeout: 120_000 },
  async (seed) => {
    const { failure, statuses, slowest } = await tryRequests({ requests, seed });
    expect(failure).toBeUndefined();
    console.log(`slowest: ${slowest.milliseconds.toFixed(0)} ms`);
    // Else the requests would not get far.
    for (const status of [200, 204, 400, 404, 405, 406, 409, 415, 422, 500])
      expect(statuses[status], `answers with ${status}`).toBeGreaterThan(0);
  },
);
