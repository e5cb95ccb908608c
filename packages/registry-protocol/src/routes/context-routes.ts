import type { Route } from './route.ts';

/** Contexts. */
export const contextRoutes = [
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
