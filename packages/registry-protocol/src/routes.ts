/** One operation of a registry. */
export interface Route {
  /** Its name here, unique. */
  operation: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The path with `{parameters}`, without a context prefix. */
  path: string;
  /** Whether anything is different afterwards: lookups and compatibility checks read by POST. */
  effect: 'read' | 'write';
  /** The query parameters that it takes. */
  query: readonly string[];
}

/**
 * Every operation of a Schema Registry (Confluent 8.1): what reads, what writes, and what each can be asked.
 * A request that matches no row must be taken for a write.
 */
export const routes = [
  { operation: 'getRoot', method: 'GET', path: '/', effect: 'read', query: [] },
  { operation: 'postRoot', method: 'POST', path: '/', effect: 'read', query: [] },
  {
    operation: 'getServerClusterId',
    method: 'GET',
    path: '/v1/metadata/id',
    effect: 'read',
    query: [],
  },
  {
    operation: 'getServerVersion',
    method: 'GET',
    path: '/v1/metadata/version',
    effect: 'read',
    query: [],
  },
  {
    operation: 'getServerDeployment',
    method: 'GET',
    path: '/v1/metadata/deployment',
    effect: 'read',
    query: [],
  },

  {
    operation: 'listSchemas',
    method: 'GET',
    path: '/schemas',
    effect: 'read',
    query: [
      'subjectPrefix',
      'aliases',
      'deleted',
      'latestOnly',
      'ruleType',
      'resourceType',
      'associationType',
      'lifecycle',
      'offset',
      'limit',
    ],
  },
  {
    operation: 'listSchemaTypes',
    method: 'GET',
    path: '/schemas/types',
    effect: 'read',
    query: [],
  },
  {
    operation: 'getSchemaById',
    method: 'GET',
    path: '/schemas/ids/{id}',
    effect: 'read',
    query: ['subject', 'format', 'referenceFormat', 'findTags', 'fetchMaxId'],
  },
  {
    operation: 'getSchemaTextById',
    method: 'GET',
    path: '/schemas/ids/{id}/schema',
    effect: 'read',
    query: ['subject', 'format'],
  },
  {
    operation: 'listSubjectsById',
    method: 'GET',
    path: '/schemas/ids/{id}/subjects',
    effect: 'read',
    query: ['subject', 'deleted', 'offset', 'limit'],
  },
  {
    operation: 'listVersionsById',
    method: 'GET',
    path: '/schemas/ids/{id}/versions',
    effect: 'read',
    query: ['subject', 'deleted', 'offset', 'limit'],
  },
  {
    operation: 'getSchemaByGuid',
    method: 'GET',
    path: '/schemas/guids/{guid}',
    effect: 'read',
    query: ['format'],
  },
  {
    operation: 'listIdsByGuid',
    method: 'GET',
    path: '/schemas/guids/{guid}/ids',
    effect: 'read',
    query: [],
  },

  {
    operation: 'listSubjects',
    method: 'GET',
    path: '/subjects',
    effect: 'read',
    query: ['subjectPrefix', 'deleted', 'deletedOnly', 'offset', 'limit'],
  },
  {
    operation: 'lookUpSchema',
    method: 'POST',
    path: '/subjects/{subject}',
    effect: 'read',
    query: ['normalize', 'format', 'deleted'],
  },
  {
    operation: 'deleteSubject',
    method: 'DELETE',
    path: '/subjects/{subject}',
    effect: 'write',
    query: ['permanent'],
  },
  {
    operation: 'getLatestWithMetadata',
    method: 'GET',
    path: '/subjects/{subject}/metadata',
    effect: 'read',
    query: ['key', 'value', 'format', 'deleted'],
  },
  {
    operation: 'listVersions',
    method: 'GET',
    path: '/subjects/{subject}/versions',
    effect: 'read',
    query: ['deleted', 'deletedOnly', 'deletedAsNegative', 'offset', 'limit'],
  },
  {
    operation: 'registerSchema',
    method: 'POST',
    path: '/subjects/{subject}/versions',
    effect: 'write',
    query: ['normalize', 'format'],
  },
  {
    operation: 'getVersion',
    method: 'GET',
    path: '/subjects/{subject}/versions/{version}',
    effect: 'read',
    query: ['format', 'referenceFormat', 'deleted', 'findTags'],
  },
  {
    operation: 'deleteVersion',
    method: 'DELETE',
    path: '/subjects/{subject}/versions/{version}',
    effect: 'write',
    query: ['permanent'],
  },
  {
    operation: 'getSchemaText',
    method: 'GET',
    path: '/subjects/{subject}/versions/{version}/schema',
    effect: 'read',
    query: ['format', 'deleted'],
  },
  {
    operation: 'listReferencedBy',
    method: 'GET',
    path: '/subjects/{subject}/versions/{version}/referencedby',
    effect: 'read',
    query: ['deleted', 'offset', 'limit'],
  },

  {
    operation: 'checkCompatibility',
    method: 'POST',
    path: '/compatibility/subjects/{subject}/versions/{version}',
    effect: 'read',
    query: ['normalize', 'verbose'],
  },
  {
    operation: 'checkCompatibilityWithAll',
    method: 'POST',
    path: '/compatibility/subjects/{subject}/versions',
    effect: 'read',
    query: ['normalize', 'verbose'],
  },

  {
    operation: 'getGlobalConfig',
    method: 'GET',
    path: '/config',
    effect: 'read',
    query: ['defaultToGlobal'],
  },
  { operation: 'updateGlobalConfig', method: 'PUT', path: '/config', effect: 'write', query: [] },
  {
    operation: 'deleteGlobalConfig',
    method: 'DELETE',
    path: '/config',
    effect: 'write',
    query: [],
  },
  {
    operation: 'getSubjectConfig',
    method: 'GET',
    path: '/config/{subject}',
    effect: 'read',
    query: ['defaultToGlobal'],
  },
  {
    operation: 'updateSubjectConfig',
    method: 'PUT',
    path: '/config/{subject}',
    effect: 'write',
    query: [],
  },
  {
    operation: 'deleteSubjectConfig',
    method: 'DELETE',
    path: '/config/{subject}',
    effect: 'write',
    query: [],
  },

  {
    operation: 'getGlobalMode',
    method: 'GET',
    path: '/mode',
    effect: 'read',
    query: ['defaultToGlobal'],
  },
  {
    operation: 'updateGlobalMode',
    method: 'PUT',
    path: '/mode',
    effect: 'write',
    query: ['force'],
  },
  {
    operation: 'deleteGlobalMode',
    method: 'DELETE',
    path: '/mode',
    effect: 'write',
    query: ['recursive'],
  },
  {
    operation: 'getSubjectMode',
    method: 'GET',
    path: '/mode/{subject}',
    effect: 'read',
    query: ['defaultToGlobal'],
  },
  {
    operation: 'updateSubjectMode',
    method: 'PUT',
    path: '/mode/{subject}',
    effect: 'write',
    query: ['force'],
  },
  {
    operation: 'deleteSubjectMode',
    method: 'DELETE',
    path: '/mode/{subject}',
    effect: 'write',
    query: ['recursive'],
  },

  {
    operation: 'listContexts',
    method: 'GET',
    path: '/contexts',
    effect: 'read',
    query: ['offset', 'limit', 'contextPrefix'],
  },
  {
    operation: 'deleteContext',
    method: 'DELETE',
    path: '/contexts/{context}',
    effect: 'write',
    query: [],
  },
] as const satisfies readonly Route[];

/** The name of an operation of a registry. */
export type Operation = (typeof routes)[number]['operation'];
