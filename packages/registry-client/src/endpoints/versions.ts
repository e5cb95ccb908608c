import type {
  RegisteredSchema,
  RegisterSchemaRequest,
  RegisterSchemaResponse,
  TagSchemaRequest,
  VersionSelector,
} from '@srkit/registry-protocol';
import type { Call } from './call.ts';
import type { CallOptions, PageOptions } from './call-options.ts';
import { number, numbers, registeredSchema, registration } from './shapes.ts';
import type { DeleteOptions } from './subjects.ts';

/** Which versions of a subject to list. */
export interface ListVersionsOptions extends PageOptions {
  /** Soft-deleted ones too. @default false */
  deleted?: boolean | undefined;
  /** Only soft-deleted ones. @default false */
  deletedOnly?: boolean | undefined;
  /** Soft-deleted ones too, as negative numbers; from Confluent 8.0.6, 8.1.4. @default false */
  deletedAsNegative?: boolean | undefined;
}

/** How to read a version's text. */
export interface GetTextOptions extends CallOptions {
  /** Also when it is soft-deleted. @default false */
  deleted?: boolean | undefined;
  /** The form of the text, for example `resolved` (Avro) or `serialized` (Protobuf). */
  format?: string | undefined;
}

/** How to read a version. */
export interface GetVersionOptions extends GetTextOptions {
  /** `qualified` writes references with their context. */
  referenceFormat?: string | undefined;
  /** Answer with the tags of these names that stand in the text, `*` for all; from Confluent 7.7. */
  findTags?: readonly string[] | undefined;
}

/** How to register a schema. */
export interface RegisterOptions extends CallOptions {
  /** Bring the schema into the registry's normal form first. Left out, the subject's configuration decides. */
  normalize?: boolean | undefined;
  /** The form of the text in the answer. */
  format?: string | undefined;
  /** Register it without a check of its compatibility; from Confluent 8.4. @default false */
  force?: boolean | undefined;
}

/** How to look a schema up. */
export interface LookUpOptions extends Omit<RegisterOptions, 'force'> {
  /** Also among soft-deleted versions. @default false */
  deleted?: boolean | undefined;
}

/** Which referrers to list. */
export interface ReferencedByOptions extends PageOptions {
  /** Soft-deleted ones too. @default false */
  deleted?: boolean | undefined;
}

/** Operations on the versions of a subject. */
export interface Versions {
  /** Lists version numbers. `GET /subjects/{subject}/versions` */
  list(subject: string, options?: ListVersionsOptions): Promise<number[]>;
  /** Reads a version. `GET /subjects/{subject}/versions/{version}` */
  get(
    subject: string,
    version: VersionSelector,
    options?: GetVersionOptions,
  ): Promise<RegisteredSchema>;
  /** Reads only a version's text, byte for byte. `GET /subjects/{subject}/versions/{version}/schema` */
  getText(subject: string, version: VersionSelector, options?: GetTextOptions): Promise<string>;
  /** Registers a schema, or finds the version that already has it. `POST /subjects/{subject}/versions` */
  register(
    subject: string,
    request: RegisterSchemaRequest,
    options?: RegisterOptions,
  ): Promise<RegisterSchemaResponse>;
  /**
   * Registers a version's schema anew with other tags, metadata or rules; from Confluent 7.5.
   * `POST /subjects/{subject}/versions/{version}/tags`
   */
  tag(
    subject: string,
    version: VersionSelector,
    request: TagSchemaRequest,
    options?: CallOptions,
  ): Promise<RegisterSchemaResponse>;
  /** Finds the version of a subject that has this schema; reads only. `POST /subjects/{subject}` */
  lookUp(
    subject: string,
    request: RegisterSchemaRequest,
    options?: LookUpOptions,
  ): Promise<RegisteredSchema>;
  /** Deletes a version, softly unless `permanent`. `DELETE /subjects/{subject}/versions/{version}` */
  delete(subject: string, version: VersionSelector, options?: DeleteOptions): Promise<number>;
  /**
   * Lists the ids of schemas that refer to a version. The ids may be of several contexts, and then repeat.
   * `GET /subjects/{subject}/versions/{version}/referencedby`
   */
  referencedBy(
    subject: string,
    version: VersionSelector,
    options?: ReferencedByOptions,
  ): Promise<number[]>;
}

export function createVersions(call: Call): Versions {
  return {
    list: async (subject, { signal, ...query } = {}) =>
      call.json('listVersions', { subject }, { query, signal }, numbers),
    get: async (subject, version, { signal, ...query } = {}) =>
      call.json('getVersion', { subject, version }, { query, signal }, registeredSchema),
    getText: async (subject, version, { signal, ...query } = {}) =>
      call.text('getSchemaText', { subject, version }, { query, signal }),
    register: async (subject, body, { signal, ...query } = {}) =>
      call.json('registerSchema', { subject }, { query, body, signal }, registration),
    tag: async (subject, version, body, { signal } = {}) =>
      call.json('tagVersion', { subject, version }, { body, signal }, registration),
    lookUp: async (subject, body, { signal, ...query } = {}) =>
      call.json('lookUpSchema', { subject }, { query, body, signal }, registeredSchema),
    delete: async (subject, version, { signal, ...query } = {}) =>
      call.json('deleteVersion', { subject, version }, { query, signal }, number),
    referencedBy: async (subject, version, { signal, ...query } = {}) =>
      call.json('listReferencedBy', { subject, version }, { query, signal }, numbers),
  };
}
