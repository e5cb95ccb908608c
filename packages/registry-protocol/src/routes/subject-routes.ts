import type { Route } from './route.ts';

/** Subjects and their versions. */
export const subjectRoutes = [
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
    query: ['normalize', 'format', 'force'],
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
    operation: 'tagVersion',
    method: 'POST',
    path: '/subjects/{subject}/versions/{version}/tags',
    effect: 'write',
    query: [],
  },
] as const satisfies readonly Route[];
