import { associationRoutes } from './routes/association-routes.ts';
import { compatibilityRoutes } from './routes/compatibility-routes.ts';
import { configRoutes } from './routes/config-routes.ts';
import { contextRoutes } from './routes/context-routes.ts';
import { dekRoutes } from './routes/dek-routes.ts';
import { exporterRoutes } from './routes/exporter-routes.ts';
import { modeRoutes } from './routes/mode-routes.ts';
import { schemaRoutes } from './routes/schema-routes.ts';
import { serverRoutes } from './routes/server-routes.ts';
import { subjectRoutes } from './routes/subject-routes.ts';

/**
 * Every operation of a Schema Registry (Confluent 8.1): what reads, what writes, and what each can be asked.
 * A request that matches no row must be taken for a write.
 */
export const routes = [
  ...serverRoutes,
  ...schemaRoutes,
  ...subjectRoutes,
  ...compatibilityRoutes,
  ...configRoutes,
  ...modeRoutes,
  ...contextRoutes,
  ...exporterRoutes,
  ...dekRoutes,
  ...associationRoutes,
] as const;

/** The name of an operation of a registry. */
export type Operation = (typeof routes)[number]['operation'];

/** An operation that only Enterprise and Cloud offer. */
export type ExporterOperation = (typeof exporterRoutes)[number]['operation'];

/** An operation of the registry of encryption keys. */
export type DekOperation = (typeof dekRoutes)[number]['operation'];

/** An operation on associations. */
export type AssociationOperation = (typeof associationRoutes)[number]['operation'];
