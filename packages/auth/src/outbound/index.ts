export type { AuthErrorCode } from './auth-error.ts';
export { AuthError, isAuthError } from './auth-error.ts';
export type { AzureManagedIdentityOptions } from './azure-managed-identity-credentials.ts';
export { azureManagedIdentityCredentials } from './azure-managed-identity-credentials.ts';
export type { ConfluentHeaders } from './confluent-headers.ts';
export type { ClientCredentialsOptions } from './oauth-client-credentials.ts';
export { oauthClientCredentials } from './oauth-client-credentials.ts';
export type { TokenCredentials, TokenRequest } from './token-credentials.ts';
