import type { Route } from './route.ts';

/** Exporters (Schema Linking); Enterprise and Cloud only. */
export const exporterRoutes = [
  { operation: 'listExporters', method: 'GET', path: '/exporters', effect: 'read', query: [] },
  { operation: 'createExporter', method: 'POST', path: '/exporters', effect: 'write', query: [] },
  {
    operation: 'getExporter',
    method: 'GET',
    path: '/exporters/{exporter}',
    effect: 'read',
    query: [],
  },
  {
    operation: 'updateExporter',
    method: 'PUT',
    path: '/exporters/{exporter}',
    effect: 'write',
    query: [],
  },
  {
    operation: 'deleteExporter',
    method: 'DELETE',
    path: '/exporters/{exporter}',
    effect: 'write',
    query: [],
  },
  {
    operation: 'getExporterConfig',
    method: 'GET',
    path: '/exporters/{exporter}/config',
    effect: 'read',
    query: [],
  },
  {
    operation: 'updateExporterConfig',
    method: 'PUT',
    path: '/exporters/{exporter}/config',
    effect: 'write',
    query: [],
  },
  {
    operation: 'getExporterStatus',
    method: 'GET',
    path: '/exporters/{exporter}/status',
    effect: 'read',
    query: [],
  },
  {
    operation: 'pauseExporter',
    method: 'PUT',
    path: '/exporters/{exporter}/pause',
    effect: 'write',
    query: [],
  },
  {
    operation: 'resumeExporter',
    method: 'PUT',
    path: '/exporters/{exporter}/resume',
    effect: 'write',
    query: [],
  },
  {
    operation: 'resetExporter',
    method: 'PUT',
    path: '/exporters/{exporter}/reset',
    effect: 'write',
    query: [],
  },
] as const satisfies readonly Route[];
