import { isSecret, type Secret, secret } from '@srkit/registry-protocol';
import { AuthError } from './auth-error.ts';
import { type ConfluentHeaders, confluentHeaders } from './confluent-headers.ts';
import { hostOf, requestToken } from './request-token.ts';
import { type Token, type TokenCredentials, tokenCredentials } from './token-credentials.ts';

/** Which identity of an Azure machine, and what its token is for. */
export interface AzureManagedIdentityOptions extends ConfluentHeaders {
  /** What the token is for: the application id URI of the registry's application, `api://…`. */
  resource: string;
  /** A user-assigned identity. @default the machine's own */
  clientId?: string | undefined;
  /**
   * Where tokens are had. Azure App Service and Functions say it in the variable `IDENTITY_ENDPOINT`.
   *
   * @default the instance metadata service of virtual machines and Kubernetes
   */
  endpoint?: string | undefined;
  /** What App Service and Functions give in `IDENTITY_HEADER`; goes with their `endpoint`. */
  identityHeader?: Secret | undefined;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /** How long getting a token may take, in milliseconds. @default 10_000 */
  timeoutMs?: number | undefined;
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
}

const instanceMetadata = 'http://169.254.169.254/metadata/identity/oauth2/token';

/**
 * Credentials of a machine in Azure, without a secret: its managed identity gets the tokens.
 *
 * @throws AuthError `invalid_argument`; `headers()` also `token_refused`, `token_unavailable`, `invalid_response`
 */
export function azureManagedIdentityCredentials(
  options: AzureManagedIdentityOptions,
): TokenCredentials {
  const { resource, clientId, identityHeader, timeoutMs = 10_000, now = Date.now } = options;
  const address = options.endpoint ?? instanceMetadata;
  const service = hostOf(address, 'endpoint');
  if (identityHeader !== undefined && !isSecret(identityHeader)) {
    throw new AuthError('invalid_argument', 'identityHeader must be wrapped: secret(header).');
  }
  const url = new URL(address);
  url.searchParams.set('api-version', identityHeader === undefined ? '2018-02-01' : '2019-08-01');
  url.searchParams.set('resource', resource);
  if (clientId !== undefined) url.searchParams.set('client_id', clientId);

  async function fetchToken(signal: AbortSignal): Promise<Token> {
    const headers: Record<string, string> =
      identityHeader === undefined
        ? { metadata: 'true' }
        : { 'x-identity-header': identityHeader.reveal() };
    const response = await requestToken(
      async () => (options.fetch ?? globalThis.fetch)(url, { headers, signal, redirect: 'manual' }),
      service,
    );
    const body = await json(response);
    if (!response.ok) {
      const said = typeof body['error_description'] === 'string' ? body['error_description'] : '';
      throw new AuthError(
        'token_refused',
        `The identity service ${service} answered HTTP ${response.status}: ${said.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ').slice(0, 300)}. Check that the machine has an identity, and that the resource exists.`,
      );
    }
    const { access_token: token, expires_in: seconds, expires_on: moment } = body;
    const expiresAt =
      Number(seconds) > 0 ? now() + Number(seconds) * 1_000 : Number(moment) * 1_000;
    if (typeof token === 'string' && token !== '' && expiresAt > 0) {
      return { value: secret(token), expiresAt };
    }
    throw new AuthError(
      'invalid_response',
      `The identity service ${service} answered without a token and how long it is good for. Check the endpoint.`,
    );
  }

  return tokenCredentials({ fetchToken, headers: confluentHeaders(options), timeoutMs, now });
}

async function json(response: Response): Promise<Record<string, unknown>> {
  try {
    const value: unknown = await response.json();
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
