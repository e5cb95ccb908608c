import type { DekAlgorithm } from '@srkit/registry-protocol';
import { type Rejection, rejectionWith } from '../../http/rejection.ts';
import type { DekRecord, KekRecord } from '../../state/key-records.ts';
import { keyServiceOf } from './find-key-service.ts';
import { newKey } from './new-key.ts';

/** The subject that a shared key is tried out for. */
const testSubject = '__TEST';

/**
 * Makes a new key for a subject.
 *
 * @returns the key encrypted with the shared key encryption key, in base64
 * @throws Rejection 50070 when its key service cannot be used
 */
export function newKeyMaterial(kek: KekRecord, subject: string, algorithm: DekAlgorithm): string {
  const service = keyServiceOf(kek);
  if (typeof service === 'string') throw notGenerated('encrypted', subject, service);
  return Buffer.from(service.encrypt(newKey(algorithm))).toString('base64');
}

/**
 * Encrypts a stored key again.
 *
 * @returns the same key, encrypted anew with the shared key encryption key, in base64
 * @throws Rejection 50070 when its key service cannot be used
 */
export function rewrappedKeyMaterial(kek: KekRecord, dek: DekRecord): string {
  const service = keyServiceOf(kek);
  if (typeof service === 'string') throw notGenerated('encrypted', dek.subject, service);
  return Buffer.from(service.encrypt(decrypt(kek, dek))).toString('base64');
}

/**
 * A stored key in clear, in base64; undefined where the registry may not use the key encryption key.
 *
 * @throws Rejection 50070 when its key service cannot be used, or did not encrypt the key
 */
export function clearKeyMaterial(kek: KekRecord, dek: DekRecord): string | undefined {
  return kek.shared ? Buffer.from(decrypt(kek, dek)).toString('base64') : undefined;
}

/** Tries a shared key encryption key out. @throws Rejection 50070 when its key service cannot be used */
export function checkSharing(kek: KekRecord): void {
  newKeyMaterial(kek, testSubject, 'AES256_GCM');
}

function decrypt(kek: KekRecord, { subject, encryptedKeyMaterial }: DekRecord): Uint8Array {
  const service = keyServiceOf(kek);
  if (typeof service === 'string') throw notGenerated('raw', subject, service);
  const clear = service.decrypt(Buffer.from(encryptedKeyMaterial, 'base64'));
  if (clear === undefined) throw notGenerated('raw', subject, 'decryption failed');
  return clear;
}

function notGenerated(form: 'encrypted' | 'raw', subject: string, reason: string): Rejection {
  return rejectionWith(50070, `Could not generate ${form} dek for ${subject}: ${reason}`);
}
