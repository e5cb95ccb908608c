import type { RegisteredSchema } from '@srkit/registry-protocol';
import type { Call } from './call.ts';
import type { CallOptions, PageOptions } from './call-options.ts';
import { numbers, registeredSchema, texts } from './shapes.ts';

/** Which subjects to list. */
export interface ListSubjectsOptions extends PageOptions {
  /**
   * What their qualified names begin with: `:.staging:` is one context, `:*:` all of them, empty the default one.
   * Left out, every context; in a context client, that one.
   */
  subjectPrefix?: string | undefined;
  /** Soft-deleted ones too. @default false */
  deleted?: boolean | undefined;
  /** Only soft-deleted ones. @default false */
  deletedOnly?: boolean | undefined;
}

/** How to delete. */
export interface DeleteOptions extends CallOptions {
  /** Delete for good what was soft-deleted before. @default false */
  permanent?: boolean | undefined;
}

/** Which version of a subject to find by its metadata. */
export interface LatestWithMetadataOptions extends CallOptions {
  /** Every one of these must be among the version's metadata properties. */
  properties: Readonly<Record<string, string>>;
  /** Soft-deleted versions too. @default false */
  deleted?: boolean | undefined;
  /** The form of the text, for example `resolved` (Avro) or `serialized` (Protobuf). */
  format?: string | undefined;
}

/** Operations on subjects. */
export interface Subjects {
  /** Lists subjects, qualified outside the default context. `GET /subjects` */
  list(options?: ListSubjectsOptions): Promise<string[]>;
  /** Deletes a subject, softly unless `permanent`, and answers with the versions deleted. `DELETE /subjects/{subject}` */
  delete(subject: string, options?: DeleteOptions): Promise<number[]>;
  /** Finds the highest version whose metadata has all these properties. `GET /subjects/{subject}/metadata` */
  latestWithMetadata(
    subject: string,
    options: LatestWithMetadataOptions,
  ): Promise<RegisteredSchema>;
}

export function createSubjects(call: Call): Subjects {
  return {
    list: async ({ signal, ...query } = {}) =>
      call.json('listSubjects', {}, { query, signal }, texts),
    delete: async (subject, { signal, ...query } = {}) =>
      call.json('deleteSubject', { subject }, { query, signal }, numbers),
    latestWithMetadata: async (subject, { signal, properties, ...rest }) => {
      const query = { key: Object.keys(properties), value: Object.values(properties), ...rest };
      return call.json('getLatestWithMetadata', { subject }, { query, signal }, registeredSchema);
    },
  };
}
