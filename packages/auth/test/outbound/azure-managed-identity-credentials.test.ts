import { secret } from '@srkit/registry-protocol';
import { expect, test } from 'vitest';
import { azureManagedIdentityCredentials, isAuthError } from '../../src/outbound/index.ts';
import { aRequest, aTokenService } from './token-service.ts';

test('the instance metadata service is asked as it wants to be', async () => {
  const service = aTokenService((count) =>
    Response.json({ access_token: `token-${count}`, expires_in: '86399', token_type: 'Bearer' }),
  );
  const credentials = azureManagedIdentityCredentials({
    resource: 'api://registry',
    clientId: 'identity',
    logicalCluster: 'lsrc-1',
    fetch: service.fetch,
  });
  expect(await credentials.headers(aRequest())).toEqual({
    authorization: 'Bearer token-1',
    'target-sr-cluster': 'lsrc-1',
  });
  await credentials.headers(aRequest());
  expect(service.seen).toHaveLength(1);
  expect(service.seen[0]?.url).toBe(
    'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=api%3A%2F%2Fregistry&client_id=identity',
  );
  expect(service.seen[0]?.headers.get('metadata')).toBe('true');
});

test('App Service is asked with its header, and says when a token runs out', async () => {
  let now = 1_000_000;
  const service = aTokenService((count) =>
    Response.json({ access_token: `token-${count}`, expires_on: '2000' }),
  );
  const credentials = azureManagedIdentityCredentials({
    resource: 'api://registry',
    endpoint: 'http://127.0.0.1:41741/msi/token/',
    identityHeader: secret('canary'),
    fetch: service.fetch,
    now: () => now,
  });
  await credentials.headers(aRequest());
  expect(service.seen[0]?.headers.get('x-identity-header')).toBe('canary');
  expect(service.seen[0]?.url).toContain('api-version=2019-08-01');
  now = 2_000_000;
  expect((await credentials.headers(aRequest()))['authorization']).toBe('Bearer token-2');
});

test.each([
  [400, { error: 'invalid_request', error_description: 'Identity not found' }, 'token_refused'],
  [200, { access_token: 'x' }, 'invalid_response'],
  [500, {}, 'token_unavailable'],
])('HTTP %i with %j is %3$s', async (status, body, code) => {
  const { fetch } = aTokenService(() => Response.json(body, { status }));
  const credentials = azureManagedIdentityCredentials({ resource: 'api://registry', fetch });
  const error = await credentials.headers(aRequest()).catch((reason: unknown) => reason);
  expect(isAuthError(error) && error.code).toBe(code);
});
