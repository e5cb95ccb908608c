/** Encrypts and decrypts with one key of a key management service. */
export interface KeyService {
  encrypt(plain: Uint8Array): Uint8Array;
  /** @returns undefined for what this key did not encrypt */
  decrypt(encrypted: Uint8Array): Uint8Array | undefined;
}
