import { isSecret, type Secret, secret } from '@srkit/registry-protocol';
import * as oauth from 'oauth4webapi';
import { AuthError } from './auth-error.ts';
import { type ConfluentHeaders, confluentHeaders } from './confluent-headers.ts';
import { hostOf, requestToken } from './request-token.ts';
import { type Token, type TokenCredentials, tokenCredentials } from './token-credentials.ts';

/** A client of a token service, by the client credentials grant. */
export interface ClientCredentialsOptions extends ConfluentHeaders {
  /** Where tokens are had: `https://login.example.com/oauth2/token`. */
  tokenUrl: string;
  clientId: string;
  clientSecret: Secret;
  /** What the token is to be good for; several with spaces between them. */
  scope?: string | undefined;
  /** More parameters of the request, for example `audience` or `resource`. */
  parameters?: Readonly<Record<string, string>> | undefined;
  /** Whether id and secret go into the `Authorization` header or into the form. @default 'basic' */
  authentication?: 'basic' | 'post' | undefined;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /** How long getting a token may take, in milliseconds. @default 10_000 */
  timeoutMs?: number | undefined;
  /** How long a token is good for where the service does not say, in milliseconds. @default 300_000 */
  defaultLifetimeMs?: number | undefined;
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
}

/**
 * Credentials for registries behind OAuth (RFC 6749, section 4.4): one token for all requests, renewed in time, by one
 * renewal at a time, and once more when a registry answers 401.
 *
 * @throws AuthError `invalid_argument`; `headers()` also `token_refused`, `token_unavailable`, `invalid_response`
 */
export function oauthClientCredentials(options: ClientCredentialsOptions): TokenCredentials {
  const {
    tokenUrl,
    clientId,
    clientSecret,
    authentication = 'basic',
    timeoutMs = 10_000,
    defaultLifetimeMs = 300_000,
    now = Date.now,
  } = options;
  const service = hostOf(tokenUrl, 'tokenUrl');
  if (!isSecret(clientSecret)) {
    throw new AuthError('invalid_argument', 'clientSecret must be wrapped: secret(clientSecret).');
  }
  const server: oauth.AuthorizationServer = {
    issuer: new URL(tokenUrl).origin,
    token_endpoint: tokenUrl,
  };
  const client: oauth.Client = { client_id: clientId };
  const parameters = new URLSearchParams(options.parameters);
  if (options.scope !== undefined) parameters.set('scope', options.scope);

  async function fetchToken(signal: AbortSignal): Promise<Token> {
    const proof =
      authentication === 'post'
        ? oauth.ClientSecretPost(clientSecret.reveal())
        : oauth.ClientSecretBasic(clientSecret.reveal());
    const response = await requestToken(
      async () =>
        oauth.clientCredentialsGrantRequest(server, client, proof, parameters, {
          // The address is the operator's choice; plain HTTP is for services next door.
          [oauth.allowInsecureRequests]: true,
          [oauth.customFetch]: async (url: string, init) =>
            (options.fetch ?? globalThis.fetch)(url, init as RequestInit),
          signal,
        }),
      service,
    );
    const { access_token: value, expires_in: seconds } = await read(response);
    const lifetime = seconds === undefined ? defaultLifetimeMs : seconds * 1_000;
    return { value: secret(value), expiresAt: now() + lifetime };
  }

  async function read(response: Response): Promise<oauth.TokenEndpointResponse> {
    try {
      return await oauth.processClientCredentialsResponse(server, client, response);
    } catch (error) {
      if (error instanceof oauth.ResponseBodyError) {
        const said = [error.error, error.error_description].filter(Boolean).join(': ');
        throw new AuthError(
          'token_refused',
          `The token service ${service} refused the client '${clientId}': ${plain(said)}. Check its id, secret, scope and parameters.`,
        );
      }
      throw new AuthError(
        response.status === 401 || response.status === 403 ? 'token_refused' : 'invalid_response',
        `The token service ${service} answered HTTP ${response.status} without a token. Check tokenUrl, client and secret.`,
      );
    }
  }

  function plain(said: string): string {
    const text = said.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ').slice(0, 300);
    return text.replaceAll(clientSecret.reveal(), '[secret]');
  }

  return tokenCredentials({ fetchToken, headers: confluentHeaders(options), timeoutMs, now });
}
