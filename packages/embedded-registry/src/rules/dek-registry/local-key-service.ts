import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { KeyService } from './key-service.ts';

const keyBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Creates the key service that Confluent's clients call `local-kms`: AES-128-GCM with a key that HKDF-SHA256 makes of a secret,
 * without salt and info. What it writes is the nonce, the encrypted bytes, and the tag.
 */
export function createLocalKeyService(secret: string): KeyService {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', '', keyBytes));

  return {
    encrypt(plain) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-128-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    decrypt(encrypted) {
      if (encrypted.length < nonceBytes + tagBytes) return undefined;
      const nonce = encrypted.subarray(0, nonceBytes);
      const decipher = createDecipheriv('aes-128-gcm', key, nonce, { authTagLength: tagBytes });
      decipher.setAuthTag(encrypted.subarray(-tagBytes));
      try {
        const body = encrypted.subarray(nonceBytes, -tagBytes);
        return Buffer.concat([decipher.update(body), decipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}
