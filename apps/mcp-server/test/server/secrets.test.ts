import { expect, it } from 'vitest';
import { serveHttp, startBare, startWithClient } from './start.ts';

const canary = 'canary-0815';
const encoded = Buffer.from(`robot:${canary}`).toString('base64');

function withCanary(url: string): Record<string, string> {
  return {
    SCHEMA_REGISTRY_URL: url,
    SCHEMA_REGISTRY_USER: 'robot',
    SCHEMA_REGISTRY_PASSWORD: canary,
    SRKIT_LOG_LEVEL: 'debug',
    SRKIT_TIMEOUT_MS: '500',
  };
}

it('sends the password to the registry and nowhere else, whatever happens', async () => {
  const sent: string[] = [];
  const url = await serveHttp((request, response) => {
    sent.push(request.headers.authorization ?? '');
    response.writeHead(500, { 'content-type': 'application/json' });
    // A registry, or a proxy before it, that repeats what it was sent.
    response.end(JSON.stringify({ error_code: 50001, message: `${sent[0]} ${canary} refused` }));
  });
  const { client, stderr } = await startWithClient('SDK v2, 2025 era', {
    environment: withCanary(url),
  });
  const seen: unknown[] = [await client.listTools()];
  for (const name of ['list_subjects', 'get_mode', 'list_contexts', 'count_schemas']) {
    seen.push(await client.callTool({ name, arguments: {} }));
  }
  const all = JSON.stringify(seen) + stderr();
  expect(sent).toContain(`Basic ${encoded}`);
  expect(all).toContain('store_error');
  expect(all).not.toContain(canary);
  expect(all).not.toContain(encoded);
});

it.each([
  ['the URL is none', { SCHEMA_REGISTRY_URL: `nonsense ${canary}` }],
  ['a variable has a typo', { SRKIT_TIMEOUT: '5' }],
  ['the switch is none', { VIEWONLY: 'sure' }],
  ['a list cannot be read', { REGISTRIES: `prod:http://h:8081:robot:${canary}:more` }],
  [
    'a document cannot be read',
    { REGISTRIES_CONFIG: `{"prod":{"url":"http://h","pass":"${canary}"` },
  ],
  ['the password of one of several has no user', { SCHEMA_REGISTRY_PASSWORD_1: canary }],
])('does not show it when %s', async (_, wrong) => {
  const environment = { ...withCanary('http://127.0.0.1:1'), ...wrong };
  const started = startBare({ environment });
  expect(await started.ended).toBe(2);
  expect(started.stderr()).toMatch(/\S/);
  expect(started.stdout() + started.stderr()).not.toContain(canary);
});
