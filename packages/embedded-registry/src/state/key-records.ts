import type { DekAlgorithm } from '@srkit/registry-protocol';

/** A key encryption key (KEK), as the registry keeps it. Records are replaced, never changed. */
export interface KekRecord {
  readonly name: string;
  readonly kmsType: string;
  readonly kmsKeyId: string;
  /** By name, in order. */
  readonly kmsProps: Readonly<Record<string, string | null>>;
  readonly doc: string | null;
  /** Whether the registry itself may use the key. */
  readonly shared: boolean;
  /** When it was last stored, in milliseconds since 1970. */
  readonly ts: number;
  readonly deleted: boolean;
}

/** What the versions of a data encryption key have in common. */
export interface DekSeries {
  readonly kekName: string;
  /** In normal form: qualified outside the default context. */
  readonly subject: string;
  readonly algorithm: DekAlgorithm;
}

/** One version of a data encryption key (DEK), as the registry keeps it: encrypted only. */
export interface DekRecord extends DekSeries {
  readonly version: number;
  /** In base64, unless something else was sent. */
  readonly encryptedKeyMaterial: string;
  /** When it was last stored, in milliseconds since 1970. */
  readonly ts: number;
  readonly deleted: boolean;
}

/** What a data encryption key is recognised by. */
export type DekId = Pick<DekRecord, 'kekName' | 'subject' | 'algorithm' | 'version'>;
