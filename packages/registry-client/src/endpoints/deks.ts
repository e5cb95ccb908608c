import type {
  CreateDekRequest,
  Dek,
  DekAlgorithm,
  VersionSelector,
} from '@srkit/registry-protocol';
import type { Call } from './call.ts';
import type { CallOptions, PageOptions } from './call-options.ts';
import { dek, numbers, texts } from './shapes.ts';

/** Which subjects to list. */
export interface ListDekSubjectsOptions extends PageOptions {
  /** Those of soft-deleted keys too. @default false */
  deleted?: boolean | undefined;
}

/** How to create a key. */
export interface CreateDekOptions extends CallOptions {
  /** Encrypt an existing key anew with the present version of the key encryption key; from Confluent 7.9.6, 8.0.4, 8.1.2. */
  rewrap?: boolean | undefined;
  /** Send the subject in the body, for servers that do not know it in the path yet. @default false */
  subjectInBody?: boolean | undefined;
}

/** Which of a subject's keys is meant. */
export interface DekOptions extends CallOptions {
  /** @default 'AES256_GCM' */
  algorithm?: DekAlgorithm | undefined;
}

/** How to read a key. */
export interface GetDekOptions extends DekOptions {
  /** Also when it is soft-deleted. @default false */
  deleted?: boolean | undefined;
}

/** Which versions to list. */
export interface ListDekVersionsOptions extends PageOptions, GetDekOptions {}

/** How to delete a key. */
export interface DeleteDekOptions extends DekOptions {
  /** Delete for good what was soft-deleted before. @default false */
  permanent?: boolean | undefined;
}

/**
 * Operations on data encryption keys (DEK), each of a subject and under a key encryption key (KEK), where the DEK registry
 * is switched on; from Confluent 7.5.
 */
export interface Deks {
  /** Lists the subjects that have keys. `GET /dek-registry/v1/keks/{kek}/deks` */
  listSubjects(kek: string, options?: ListDekSubjectsOptions): Promise<string[]>;
  /**
   * Creates a key. `POST /dek-registry/v1/keks/{kek}/deks/{subject}`, with `subjectInBody`
   * `POST /dek-registry/v1/keks/{kek}/deks`
   */
  create(
    kek: string,
    subject: string,
    request?: CreateDekRequest,
    options?: CreateDekOptions,
  ): Promise<Dek>;
  /** Reads the first version, not the latest. `GET /dek-registry/v1/keks/{kek}/deks/{subject}` */
  get(kek: string, subject: string, options?: GetDekOptions): Promise<Dek>;
  /** Lists version numbers. `GET /dek-registry/v1/keks/{kek}/deks/{subject}/versions` */
  listVersions(kek: string, subject: string, options?: ListDekVersionsOptions): Promise<number[]>;
  /** Reads a version. `GET /dek-registry/v1/keks/{kek}/deks/{subject}/versions/{version}` */
  getVersion(
    kek: string,
    subject: string,
    version: VersionSelector,
    options?: GetDekOptions,
  ): Promise<Dek>;
  /** Deletes all versions, softly unless `permanent`. `DELETE /dek-registry/v1/keks/{kek}/deks/{subject}` */
  delete(kek: string, subject: string, options?: DeleteDekOptions): Promise<void>;
  /** Deletes a version, softly unless `permanent`. `DELETE /dek-registry/v1/keks/{kek}/deks/{subject}/versions/{version}` */
  deleteVersion(
    kek: string,
    subject: string,
    version: VersionSelector,
    options?: DeleteDekOptions,
  ): Promise<void>;
  /** Brings all soft-deleted versions back. `POST /dek-registry/v1/keks/{kek}/deks/{subject}/undelete` */
  undelete(kek: string, subject: string, options?: DekOptions): Promise<void>;
  /** Brings a soft-deleted version back. `POST /dek-registry/v1/keks/{kek}/deks/{subject}/versions/{version}/undelete` */
  undeleteVersion(
    kek: string,
    subject: string,
    version: VersionSelector,
    options?: DekOptions,
  ): Promise<void>;
}

export function createDeks(call: Call): Deks {
  return {
    listSubjects: async (kek, { signal, ...query } = {}) =>
      call.json('listDekSubjects', { kek }, { query, signal }, texts),
    create: async (
      kek,
      subject,
      request = {},
      { signal, subjectInBody = false, ...query } = {},
    ) => {
      const body = { subject, ...request };
      return subjectInBody
        ? call.json('createDekOfKek', { kek }, { query, body, signal }, dek)
        : call.json('createDek', { kek, subject }, { query, body, signal }, dek);
    },
    get: async (kek, subject, { signal, ...query } = {}) =>
      call.json('getDek', { kek, subject }, { query, signal }, dek),
    listVersions: async (kek, subject, { signal, ...query } = {}) =>
      call.json('listDekVersions', { kek, subject }, { query, signal }, numbers),
    getVersion: async (kek, subject, version, { signal, ...query } = {}) =>
      call.json('getDekVersion', { kek, subject, version }, { query, signal }, dek),
    delete: async (kek, subject, { signal, ...query } = {}) =>
      call.nothing('deleteDek', { kek, subject }, { query, signal }),
    deleteVersion: async (kek, subject, version, { signal, ...query } = {}) =>
      call.nothing('deleteDekVersion', { kek, subject, version }, { query, signal }),
    undelete: async (kek, subject, { signal, ...query } = {}) =>
      call.nothing('undeleteDek', { kek, subject }, { query, signal }),
    undeleteVersion: async (kek, subject, version, { signal, ...query } = {}) =>
      call.nothing('undeleteDekVersion', { kek, subject, version }, { query, signal }),
  };
}
