/** How long texts are, in bytes of UTF-8. */
export interface Sizes {
  readonly totalBytes: number;
  /** Undefined where there is none. */
  readonly averageBytes?: number;
  readonly medianBytes?: number;
  readonly largestBytes?: number;
}

/** Sums up the sizes of some texts. */
export function sumUpSizes(bytes: readonly number[]): Sizes {
  let totalBytes = 0;
  for (const size of bytes) totalBytes += size;
  if (bytes.length === 0) return { totalBytes };
  const sorted = Float64Array.from(bytes).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? 0) : upper;
  return {
    totalBytes,
    averageBytes: totalBytes / bytes.length,
    medianBytes: (lower + upper) / 2,
    largestBytes: sorted.at(-1) ?? 0,
  };
}
