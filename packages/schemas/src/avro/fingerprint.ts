import { createHash } from 'node:crypto';
import { parsingCanonicalForm } from './canonical-form.ts';
import type { AvroType } from './model.ts';

const EMPTY = 0xc15d213aa4d7a795n;

// The 64-bit table as two halves, because BigInt arithmetic costs fifty times as much.
const TABLE = /* @__PURE__ */ buildTable();

/** The fingerprints that the Avro specification recommends. */
export type FingerprintAlgorithm = 'CRC-64-AVRO' | 'MD5' | 'SHA-256';

/**
 * A fingerprint of a schema's Parsing Canonical Form: equal for schemas that write the same bytes.
 *
 * @param algorithm SHA-256 where accidents matter, MD5 to fit other systems, CRC-64-AVRO as the
 *   single-object encoding has it
 * @returns hexadecimal digits; of CRC-64-AVRO in the byte order of {@link fingerprint64}
 * @throws SchemaError `too_large` where it has no canonical form
 * @see https://avro.apache.org/docs/1.12.0/specification/#schema-fingerprints
 */
export function fingerprint(
  root: AvroType,
  algorithm: FingerprintAlgorithm = 'CRC-64-AVRO',
): string {
  if (algorithm === 'CRC-64-AVRO') return fingerprint64(root);
  const hash = createHash(algorithm === 'MD5' ? 'md5' : 'sha256');
  return hash.update(parsingCanonicalForm(root)).digest('hex');
}

/**
 * The CRC-64-AVRO fingerprint of a schema's Parsing Canonical Form.
 *
 * @returns 16 hexadecimal digits, the bytes in little-endian order as Avro writes them before a value
 * @throws SchemaError `too_large` where it has no canonical form
 * @see https://avro.apache.org/docs/1.12.0/specification/#schema-fingerprints
 */
export function fingerprint64(root: AvroType): string {
  let high = Number(BigInt.asIntN(32, EMPTY >> 32n));
  let low = Number(BigInt.asIntN(32, EMPTY));
  for (const byte of new TextEncoder().encode(parsingCanonicalForm(root))) {
    const index = (low ^ byte) & 0xff;
    low = ((low >>> 8) | (high << 24)) ^ (TABLE.low[index] ?? 0);
    high = (high >>> 8) ^ (TABLE.high[index] ?? 0);
  }
  return hexOfBytes(low) + hexOfBytes(high);
}

function hexOfBytes(half: number): string {
  let out = '';
  for (let shift = 0; shift < 32; shift += 8) {
    out += ((half >>> shift) & 0xff).toString(16).padStart(2, '0');
  }
  return out;
}

function buildTable(): { high: Int32Array; low: Int32Array } {
  const high = new Int32Array(256);
  const low = new Int32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let fingerprint = BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1) {
      fingerprint = (fingerprint >> 1n) ^ (fingerprint & 1n ? EMPTY : 0n);
    }
    high[byte] = Number(BigInt.asIntN(32, fingerprint >> 32n));
    low[byte] = Number(BigInt.asIntN(32, fingerprint));
  }
  return { high, low };
}
