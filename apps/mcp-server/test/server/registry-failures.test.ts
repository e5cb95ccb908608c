import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { connect } from '../connect.ts';
import { serveHttp } from './start.ts';

async function errorOf(url: string, timeoutMs = 2_000) {
  const { call } = await connect({ registries: { prod: { url, timeoutMs } } });
  const began = Date.now();
  const { error } = await call('list_subjects');
  return { ...error, took: Date.now() - began };
}

describe('a registry that does not answer as it should', () => {
  it('is down', async () => {
    const error = await errorOf(`http://127.0.0.1:${await aClosedPort()}`);
    expect(error).toMatchObject({ code: 'connection_failed', registry: 'prod', retryable: true });
    expect(error.message).toMatch(/URL/);
  });

  it('answers HTML, with whatever status', async () => {
    for (const status of [200, 502]) {
      const url = await serveHttp((_, response) => {
        response.writeHead(status, { 'content-type': 'text/html' });
        response.end('<html><body>Welcome to the proxy</body></html>');
      });
      const error = await errorOf(url);
      expect(error).toMatchObject({ code: expect.any(String), status });
      expect(error.message).toMatch(/\w/);
    }
  });

  it('cuts its JSON off', async () => {
    const url = await serveHttp((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('["a","b');
    });
    expect(await errorOf(url)).toMatchObject({ code: 'invalid_response', status: 200 });
  });

  it('cuts the connection', async () => {
    const url = await serveHttp((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('["a"');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await errorOf(url)).toMatchObject({
      code: expect.stringMatching(/connection|response/),
    });
  });

  it('wants other credentials', async () => {
    const url = await serveHttp((_, response) => {
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end('{"error_code":401,"message":"Unauthorized"}');
    });
    const error = await errorOf(url);
    expect(error).toMatchObject({ code: 'unauthorized', status: 401, retryable: false });
    expect(error.message).toMatch(/password|token/);
  });

  it('never answers', async () => {
    const url = await serveHttp(() => {});
    const error = await errorOf(url, 300);
    expect(error).toMatchObject({ code: 'timeout', registry: 'prod' });
    expect(error.took).toBeLessThan(2_000);
  });
});

async function aClosedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
