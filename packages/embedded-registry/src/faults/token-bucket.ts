/** What a bucket says to one request. */
export interface Taken {
  isAllowed: boolean;
  /** How many more requests may come at once. */
  remaining: number;
  /** Until one more is allowed than now, in whole seconds; at least 1. */
  resetSeconds: number;
}

/** A bucket of tokens that fills up again with time. */
export interface TokenBucket {
  /** Takes a token, if there is one. */
  take(): Taken;
}

/**
 * Creates a full bucket.
 *
 * @param capacity how many tokens it holds
 * @param now milliseconds
 */
export function createTokenBucket(
  perSecond: number,
  capacity: number,
  now: () => number,
): TokenBucket {
  let tokens = capacity;
  let filledAt = now();
  return {
    take() {
      const time = now();
      // A clock can be set back.
      const seconds = Math.max(0, time - filledAt) / 1000;
      tokens = Math.min(capacity, tokens + seconds * perSecond);
      filledAt = time;
      const isAllowed = tokens >= 1;
      if (isAllowed) tokens -= 1;
      const missing = 1 - (tokens - Math.floor(tokens));
      return {
        isAllowed,
        remaining: Math.floor(tokens),
        resetSeconds: Math.max(1, Math.ceil(missing / perSecond)),
      };
    },
  };
}
