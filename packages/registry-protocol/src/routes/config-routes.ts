import type { Route } from './route.ts';

/** Configurations. */
export const configRoutes = [
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
] as const satisfies readonly Route[];
