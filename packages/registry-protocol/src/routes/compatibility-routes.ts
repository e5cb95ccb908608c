import type { Route } from './route.ts';

/** Compatibility checks. */
export const compatibilityRoutes = [
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
] as const satisfies readonly Route[];
