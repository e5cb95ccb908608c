import type { JsonValue } from '../../../lossless-json/value.ts';
import { isJsonNumber } from '../../../lossless-json/value.ts';

/** A number of things as a schema gives it, undefined where it is none. */
export function readCount(written: JsonValue | undefined): number | undefined {
  if (!isJsonNumber(written)) return undefined;
  const count = Number(written.number);
  return Number.isInteger(count) && count >= 0 ? count : undefined;
}
