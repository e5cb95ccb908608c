/**
 * Reads a `Retry-After` header: seconds, or a date.
 *
 * @returns milliseconds from now, never negative; undefined when there is none or it cannot be read
 */
export function retryAfterMs(header: string | undefined, now: () => number): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1_000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now());
}
