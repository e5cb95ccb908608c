import type { Route } from './route.ts';

/** What a registry says of itself. */
export const serverRoutes = [
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
] as const satisfies readonly Route[];
