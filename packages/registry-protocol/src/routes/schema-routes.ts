import type { Route } from './route.ts';

/** Schemas by id and guid, and the listing of all. */
export const schemaRoutes = [
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
] as const satisfies readonly Route[];
