import { randomBytes } from 'node:crypto';
import type { DekAlgorithm } from '@srkit/registry-protocol';

/** How long a key is, and which field of Tink's Protobuf message for it holds its bytes. */
const forms: Readonly<Record<DekAlgorithm, { bytes: number; field: number }>> = {
  AES128_GCM: { bytes: 16, field: 3 },
  AES256_GCM: { bytes: 32, field: 3 },
  AES256_SIV: { bytes: 64, field: 2 },
};

/** Makes a random data encryption key, in the form that Confluent's clients read: a serialized `AesGcmKey` or `AesSivKey` of Tink. */
export function newKey(algorithm: DekAlgorithm): Uint8Array {
  const { bytes, field } = forms[algorithm];
  const lengthDelimited = 2;
  return Buffer.concat([Uint8Array.of((field << 3) | lengthDelimited, bytes), randomBytes(bytes)]);
}
