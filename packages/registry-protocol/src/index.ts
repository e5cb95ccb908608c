export type { CompatibilityLevel } from './compatibility-level.ts';
export {
  compatibilityLevel,
  compatibilityLevels,
  isCompatibilityLevel,
} from './compatibility-level.ts';
export type { ContextName } from './context-name.ts';
export { contextName, defaultContext, everyContext, globalContext } from './context-name.ts';
export type { ErrorMeaning, ErrorNumber, ServerErrorCode } from './error-codes.ts';
export { errorCodes, errorMeaning } from './error-codes.ts';
export type { SchemaContent } from './guid.ts';
export { schemaGuid } from './guid.ts';
export type { RouteMatch } from './match-route.ts';
export { effectOfRequest, matchRoute, routesOfPath } from './match-route.ts';
export { consumedMediaTypes, producedMediaTypes, registryMediaType } from './media-types.ts';
export type { Mode } from './mode.ts';
export { isMode, mode, modes } from './mode.ts';
export type { ReferenceOrder } from './order-by-reference.ts';
export { orderByReference } from './order-by-reference.ts';
export type { ProtocolErrorCode } from './protocol-error.ts';
export { isProtocolError, ProtocolError } from './protocol-error.ts';
export type { QualifiedName } from './qualified-name.ts';
export {
  isQualified,
  normalizeQualifiedName,
  parseQualifiedName,
  qualifiedName,
} from './qualified-name.ts';
export type { Route } from './routes/route.ts';
export type {
  AssociationOperation,
  DekOperation,
  ExporterOperation,
  Operation,
} from './routes.ts';
export { routes } from './routes.ts';
export type { Secret } from './secret.ts';
export { isSecret, secret } from './secret.ts';
export { isValidSubjectName } from './subject-name.ts';
export type { VersionSelector } from './version.ts';
export { maxVersion, parseVersion } from './version.ts';
export type { Association, AssociationLifecycle, AssociationType } from './wire/association.ts';
export type {
  AssociationBatch,
  AssociationBatchResponse,
  AssociationInfo,
  AssociationRequest,
  AssociationResponse,
} from './wire/association-request.ts';
export type { CompatibilityPolicy, Config, ConfigUpdate, ConfigUpdated } from './wire/config.ts';
export type {
  CreateDekRequest,
  CreateKekRequest,
  Dek,
  DekAlgorithm,
  Kek,
  KekUpdate,
} from './wire/dek.ts';
export type { Exporter, ExporterName, ExporterStatus, ExporterUpdate } from './wire/exporter.ts';
export type {
  ErrorBody,
  ServerClusterId,
  ServerDeployment,
  ServerVersion,
} from './wire/metadata.ts';
export type { ModeRecord } from './wire/mode.ts';
export type {
  CompatibilityCheck,
  ContextId,
  ListedSchema,
  Metadata,
  RegisteredSchema,
  RegisterSchemaRequest,
  RegisterSchemaResponse,
  Rule,
  RuleSet,
  SchemaById,
  SchemaReference,
  SchemaTags,
  SchemaType,
  SubjectVersion,
  TagSchemaRequest,
} from './wire/schema.ts';
export { schemaTypes } from './wire/schema.ts';
