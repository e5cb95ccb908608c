import type { ContextId, ListedSchema, SchemaById, SubjectVersion } from '@srkit/registry-protocol';
import type { Call } from './call.ts';
import type { CallOptions, PageOptions } from './call-options.ts';
import { type IterateSchemasOptions, iterateSchemas } from './iterate-schemas.ts';
import type { ListSchemasOptions } from './list-schemas-options.ts';
import { contextIds, listedSchemas, schemaById, subjectVersions, texts } from './shapes.ts';

/** How to read the text of a schema by its id. */
export interface GetTextByIdOptions extends CallOptions {
  /** A subject, or a context as `:.ctx:`, to look in before the others. */
  subject?: string | undefined;
  /** The form of the text, for example `resolved` (Avro) or `serialized` (Protobuf). */
  format?: string | undefined;
}

/** How to read a schema by its id. */
export interface GetByIdOptions extends GetTextByIdOptions {
  /** `qualified` writes references with their context. */
  referenceFormat?: string | undefined;
  /** Answer with the tags of these names that stand in the text, `*` for all; from Confluent 7.7. */
  findTags?: readonly string[] | undefined;
  /** Answer with the greatest id of the context too. @default false */
  fetchMaxId?: boolean | undefined;
}

/** Which uses of an id to list. */
export interface UsesOfIdOptions extends PageOptions {
  /** A subject, or a context as `:.ctx:`, whose id it is. */
  subject?: string | undefined;
  /** Soft-deleted ones too. @default false */
  deleted?: boolean | undefined;
}

/** How to read a schema by its guid. */
export interface GetByGuidOptions extends CallOptions {
  /** The form of the text. */
  format?: string | undefined;
}

/** Operations on schemas, whatever subjects they are registered under. An id is one of a context, a guid of all. */
export interface Schemas {
  /** Lists versions with their texts, at most as many as the server's limit (1000): see `iterate`. `GET /schemas` */
  list(options?: ListSchemasOptions): Promise<ListedSchema[]>;
  /**
   * Reads a whole listing, page by page, and yields one schema after the other.
   *
   * @throws RegistryError `listing_changed` (retryable) when what was read has moved, because somebody wrote meanwhile
   */
  iterate(options?: IterateSchemasOptions): AsyncIterable<ListedSchema>;
  /** Lists the formats that the registry knows. `GET /schemas/types` */
  types(options?: CallOptions): Promise<string[]>;
  /** Reads a schema by its id. `GET /schemas/ids/{id}` */
  getById(id: number, options?: GetByIdOptions): Promise<SchemaById>;
  /** Reads only the text of a schema, byte for byte. `GET /schemas/ids/{id}/schema` */
  getTextById(id: number, options?: GetTextByIdOptions): Promise<string>;
  /** Lists the subjects that use an id. `GET /schemas/ids/{id}/subjects` */
  subjectsById(id: number, options?: UsesOfIdOptions): Promise<string[]>;
  /** Lists one version for each subject that uses an id. `GET /schemas/ids/{id}/versions` */
  versionsById(id: number, options?: UsesOfIdOptions): Promise<SubjectVersion[]>;
  /** Reads a schema by its guid; from Confluent 8.0. `GET /schemas/guids/{guid}` */
  getByGuid(guid: string, options?: GetByGuidOptions): Promise<SchemaById>;
  /** Lists the ids of a guid, none for one that is not known; from Confluent 8.0. `GET /schemas/guids/{guid}/ids` */
  idsByGuid(guid: string, options?: CallOptions): Promise<ContextId[]>;
}

export function createSchemas(call: Call, registry: string): Schemas {
  const list: Schemas['list'] = async ({ signal, ...query } = {}) =>
    call.json('listSchemas', {}, { query, signal }, listedSchemas);
  return {
    list,
    iterate: (options = {}) => iterateSchemas(list, options, registry),
    types: async ({ signal } = {}) => call.json('listSchemaTypes', {}, { signal }, texts),
    getById: async (id, { signal, ...query } = {}) =>
      call.json('getSchemaById', { id }, { query, signal }, schemaById),
    getTextById: async (id, { signal, ...query } = {}) =>
      call.text('getSchemaTextById', { id }, { query, signal }),
    subjectsById: async (id, { signal, ...query } = {}) =>
      call.json('listSubjectsById', { id }, { query, signal }, texts),
    versionsById: async (id, { signal, ...query } = {}) =>
      call.json('listVersionsById', { id }, { query, signal }, subjectVersions),
    getByGuid: async (guid, { signal, ...query } = {}) =>
      call.json('getSchemaByGuid', { guid }, { query, signal }, schemaById),
    idsByGuid: async (guid, { signal } = {}) =>
      call.json('listIdsByGuid', { guid }, { signal }, contextIds),
  };
}
