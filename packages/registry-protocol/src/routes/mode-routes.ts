import type { Route } from './route.ts';

/** Modes. */
export const modeRoutes = [
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
] as const satisfies readonly Route[];
