/** How data is encrypted with a data encryption key. */
export type DekAlgorithm = 'AES128_GCM' | 'AES256_GCM' | 'AES256_SIV';

/** A key encryption key: which key of which key management service encrypts the data encryption keys under it. */
export interface Kek {
  name: string;
  /** `aws-kms`, `azure-kms`, `gcp-kms`, `hcvault`, `local-kms`. */
  kmsType: string;
  kmsKeyId: string;
  kmsProps?: Record<string, string>;
  doc?: string;
  /** Whether the registry itself may use the key, and so give keys in clear. */
  shared?: boolean;
  /** When it was stored, in milliseconds since 1970. */
  ts?: number;
  deleted?: boolean;
}

/** What is posted to create a key encryption key. */
export type CreateKekRequest = Omit<Kek, 'ts'>;

/** A change of a key encryption key: an absent field stays, `null` clears it. */
export interface KekUpdate {
  kmsProps?: Record<string, string> | null;
  doc?: string | null;
  shared?: boolean | null;
}

/** A data encryption key of a subject. */
export interface Dek {
  kekName: string;
  subject: string;
  version: number;
  algorithm: DekAlgorithm;
  /** In base64. */
  encryptedKeyMaterial?: string;
  /** The key in clear, in base64; only of a shared key encryption key. */
  keyMaterial?: string;
  ts?: number;
  deleted?: boolean;
}

/** What is posted to create a data encryption key. */
export interface CreateDekRequest {
  /** @default 1 */
  version?: number;
  /** @default 'AES256_GCM' */
  algorithm?: DekAlgorithm;
  /** In base64; mandatory unless the key encryption key is shared. */
  encryptedKeyMaterial?: string;
  deleted?: boolean;
}
