import type { CreateKekRequest, Kek, KekUpdate } from '@srkit/registry-protocol';
import type { Call } from './call.ts';
import type { CallOptions, PageOptions } from './call-options.ts';
import { kek, texts } from './shapes.ts';
import type { DeleteOptions } from './subjects.ts';

/** Which keys to list. */
export interface ListKeksOptions extends PageOptions {
  /** Only those with data encryption keys under subjects that begin like one of these. */
  subjectPrefix?: readonly string[] | undefined;
  /** Soft-deleted ones too. @default false */
  deleted?: boolean | undefined;
}

/** How to store a key. */
export interface StoreKekOptions extends CallOptions {
  /** Have the registry try the key of a shared one before it is stored. @default false */
  testSharing?: boolean | undefined;
}

/** How to read a key. */
export interface GetKekOptions extends CallOptions {
  /** Also when it is soft-deleted. @default false */
  deleted?: boolean | undefined;
}

/** Operations on key encryption keys (KEK), where the DEK registry is switched on; from Confluent 7.5. */
export interface Keks {
  /** Lists names. `GET /dek-registry/v1/keks` */
  list(options?: ListKeksOptions): Promise<string[]>;
  /** Creates one. `POST /dek-registry/v1/keks` */
  create(request: CreateKekRequest, options?: StoreKekOptions): Promise<Kek>;
  /** Reads one. `GET /dek-registry/v1/keks/{kek}` */
  get(name: string, options?: GetKekOptions): Promise<Kek>;
  /** Changes the fields that are given; `null` clears one. `PUT /dek-registry/v1/keks/{kek}` */
  update(name: string, update: KekUpdate, options?: StoreKekOptions): Promise<Kek>;
  /** Deletes one, softly unless `permanent`. `DELETE /dek-registry/v1/keks/{kek}` */
  delete(name: string, options?: DeleteOptions): Promise<void>;
  /** Brings a soft-deleted one back. `POST /dek-registry/v1/keks/{kek}/undelete` */
  undelete(name: string, options?: CallOptions): Promise<void>;
  /** Has the registry try the key of a shared one; reads only. `POST /dek-registry/v1/keks/{kek}/test` */
  test(name: string, options?: CallOptions): Promise<Kek>;
}

export function createKeks(call: Call): Keks {
  return {
    list: async ({ signal, ...query } = {}) => call.json('listKeks', {}, { query, signal }, texts),
    create: async (body, { signal, ...query } = {}) =>
      call.json('createKek', {}, { query, body, signal }, kek),
    get: async (name, { signal, ...query } = {}) =>
      call.json('getKek', { kek: name }, { query, signal }, kek),
    update: async (name, body, { signal, ...query } = {}) =>
      call.json('updateKek', { kek: name }, { query, body, signal }, kek),
    delete: async (name, { signal, ...query } = {}) =>
      call.nothing('deleteKek', { kek: name }, { query, signal }),
    undelete: async (name, { signal } = {}) =>
      call.nothing('undeleteKek', { kek: name }, { signal }),
    test: async (name, { signal } = {}) => call.json('testKek', { kek: name }, { signal }, kek),
  };
}
