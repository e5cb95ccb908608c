export type { Registries, RegistriesOptions } from './create-registries.ts';
export { createRegistries } from './create-registries.ts';
export { checkRegistries } from './health/check-registries.ts';
export type { CheckOptions } from './health/check-registry.ts';
export { checkRegistry } from './health/check-registry.ts';
export type { RegistryHealth } from './health/registry-health.ts';
export { nearestName } from './nearest-name.ts';
export type {
  ClientDefaults,
  MakeOAuthCredentials,
  MakeTransport,
  OAuthCredentialSettings,
  TransportSettings,
} from './open-registry.ts';
export type { Mistake, RegistriesErrorCode } from './registries-error.ts';
export { isRegistriesError, RegistriesError } from './registries-error.ts';
export type { RegistriesFromVariables, VariablesOptions } from './registries-from-variables.ts';
export { registriesFromVariables } from './registries-from-variables.ts';
export type { CallerRegistries, Registry, RegistryChoice } from './registry-choice.ts';
export type {
  OAuthSettings,
  RegistriesConfiguration,
  RegistryOfClient,
  RegistrySettings,
  TlsSettings,
} from './settings/registry-settings.ts';
export type { Setting, SettingKind } from './settings/settings-table.ts';
export { settingsTable } from './settings/settings-table.ts';
export type { ReadFile } from './sources/read-files.ts';
export type { Variable } from './sources/variables.ts';
export { variables } from './sources/variables.ts';
