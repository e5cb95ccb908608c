import { expect, it } from 'vitest';
import { transportOnFirstUse } from '../../src/command/transport-on-first-use.ts';
import { serveHttp } from '../server/start.ts';

it('sends what it is asked to send, and can be closed before and after', async () => {
  const url = await serveHttp((request, response) => response.end(request.url));
  await transportOnFirstUse({}).close();
  const transport = transportOnFirstUse({ connectTimeoutMs: 1_000 });
  const [one, other] = await Promise.all(['/a', '/b'].map((path) => transport.fetch(url + path)));
  expect([await one?.text(), await other?.text()]).toEqual(['/a', '/b']);
  await transport.close();
  await expect(transport.fetch(url)).rejects.toThrow();
});
