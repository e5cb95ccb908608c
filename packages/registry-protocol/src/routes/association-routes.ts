import type { Route } from './route.ts';

/** Associations of subjects with topics; from Confluent 8.0.4, 8.1.2, and changing with every release. */
export const associationRoutes = [
  {
    operation: 'createAssociations',
    method: 'POST',
    path: '/associations',
    effect: 'write',
    query: ['context', 'dryRun'],
  },
  {
    operation: 'upsertAssociations',
    method: 'PUT',
    path: '/associations/resources/{resourceId}',
    effect: 'write',
    query: ['context', 'dryRun'],
  },
  {
    operation: 'getAssociationsInBatch',
    method: 'POST',
    path: '/associations:batchGet',
    effect: 'read',
    query: ['includeSchemas'],
  },
  {
    operation: 'changeAssociationsInBatch',
    method: 'POST',
    path: '/associations:batchMutate',
    effect: 'write',
    query: ['context', 'dryRun'],
  },
  {
    operation: 'listAssociationsOfSubject',
    method: 'GET',
    path: '/associations/subjects/{subject}',
    effect: 'read',
    query: ['resourceType', 'associationType', 'lifecycle', 'offset', 'limit'],
  },
  {
    operation: 'listAssociationsOfResourceId',
    method: 'GET',
    path: '/associations/resources/{resourceId}',
    effect: 'read',
    query: ['resourceType', 'associationType', 'lifecycle', 'offset', 'limit'],
  },
  {
    operation: 'listAssociationsOfResource',
    method: 'GET',
    path: '/associations/resources/{resourceNamespace}/{resourceName}',
    effect: 'read',
    query: ['resourceType', 'associationType', 'lifecycle', 'offset', 'limit'],
  },
  {
    operation: 'deleteAssociations',
    method: 'DELETE',
    path: '/associations/resources/{resourceId}',
    effect: 'write',
    query: ['resourceType', 'associationType', 'cascadeLifecycle', 'dryRun'],
  },
] as const satisfies readonly Route[];
