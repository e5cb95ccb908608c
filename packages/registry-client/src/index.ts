export type { RegistryClientOptions } from './create-registry-client.ts';
export { createRegistryClient } from './create-registry-client.ts';
export { basicCredentials } from './credentials/basic-credentials.ts';
export { bearerCredentials } from './credentials/bearer-credentials.ts';
export type { CredentialRequest, Credentials } from './credentials/credentials.ts';
export { noCredentials } from './credentials/no-credentials.ts';
export type {
  Associations,
  ChangeAssociationsOptions,
  DeleteAssociationsOptions,
  ListAssociationsOptions,
} from './endpoints/associations.ts';
export type { CallOptions, PageOptions } from './endpoints/call-options.ts';
export type {
  CheckCompatibilityOptions,
  Compatibility,
  CompatibilityResult,
} from './endpoints/compatibility.ts';
export type { Configs, GetSettingOptions } from './endpoints/config.ts';
export type { Contexts, ListContextsOptions } from './endpoints/contexts.ts';
export type {
  CreateDekOptions,
  DekOptions,
  Deks,
  DeleteDekOptions,
  GetDekOptions,
  ListDekSubjectsOptions,
  ListDekVersionsOptions,
} from './endpoints/deks.ts';
export type { Exporters } from './endpoints/exporters.ts';
export type { IterateSchemasOptions } from './endpoints/iterate-schemas.ts';
export type { GetKekOptions, Keks, ListKeksOptions, StoreKekOptions } from './endpoints/keks.ts';
export type { ListSchemasOptions } from './endpoints/list-schemas-options.ts';
export type { ServerMetadata } from './endpoints/metadata.ts';
export type { DeleteModeOptions, Modes, SetModeOptions } from './endpoints/mode.ts';
export type { RawRequest, RawResponse } from './endpoints/raw.ts';
export type {
  GetByGuidOptions,
  GetByIdOptions,
  GetTextByIdOptions,
  Schemas,
  UsesOfIdOptions,
} from './endpoints/schemas.ts';
export type {
  DeleteOptions,
  LatestWithMetadataOptions,
  ListSubjectsOptions,
  Subjects,
} from './endpoints/subjects.ts';
export type {
  GetTextOptions,
  GetVersionOptions,
  ListVersionsOptions,
  LookUpOptions,
  ReferencedByOptions,
  RegisterOptions,
  Versions,
} from './endpoints/versions.ts';
export type { ClientErrorCode, RegistryErrorCode } from './errors/error-code.ts';
export { clientErrors } from './errors/error-code.ts';
export type { RegistryErrorDetails } from './errors/registry-error.ts';
export { isRegistryError, RegistryError } from './errors/registry-error.ts';
export type { RegistryVendor, ServerAbilities, ServerProfile } from './probe/server-facts.ts';
export type { RegistryClient, RegistryDescription } from './registry-client.ts';
export type { Cache, CacheOptions, CacheStatistics } from './request/cache.ts';
export type { Query, QueryValue } from './request/encode-query.ts';
export type { FailoverOptions } from './request/failover.ts';
export type { Observe, RequestEnd, RequestStart } from './request/observe.ts';
export type { RateOptions } from './request/rate.ts';
export type { ExtraHeaders } from './request/request-headers.ts';
export type { RetryOptions } from './request/retry.ts';
