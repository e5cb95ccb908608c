import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createEmbeddedRegistry } from '../../src/index.ts';
import { type Listening, type ListenOptions, listen } from '../../src/node/index.ts';

let listening: Listening | undefined;
afterEach(async () => {
  await listening?.close();
  listening = undefined;
});

const start = async (options?: ListenOptions) => {
  listening = await listen(createEmbeddedRegistry(), options);
  return listening;
};

function raw(port: number, method: string, path: string, body?: string) {
  return new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const headers = body === undefined ? {} : { 'content-type': 'application/json' };
      const sent = request({ port, method, path, headers, agent: false }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    },
  );
}

test('binds loopback on a free port and answers there', async () => {
  const { url, port } = await start();
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect(await (await fetch(`${url}/subjects`)).json()).toEqual([]);
});

test('gets targets as they were sent, dot segments and all', async () => {
  const { port } = await start();
  const path = '/subjects/../versions';
  const registered = await raw(port, 'POST', path, '{"schema":"\\"int\\""}');
  expect(registered.status).toBe(200);
  expect(JSON.parse((await raw(port, 'GET', '/subjects')).text)).toEqual(['..']);
});

test('answers HEAD and 204 without a body', async () => {
  const { port } = await start();
  expect(await raw(port, 'HEAD', '/subjects')).toMatchObject({ status: 200, text: '' });
  const gone = await raw(port, 'DELETE', '/contexts/.none');
  expect([gone.status, gone.text, gone.headers['content-length']]).toEqual([204, '', undefined]);
});

test('refuses a body that is too large', async () => {
  const { port } = await start({ maxBodyBytes: 100 });
  const { status, text } = await raw(port, 'PUT', '/config', `{"x":"${'x'.repeat(200)}"}`);
  expect([status, JSON.parse(text).error_code]).toEqual([413, 413]);
});

test('reads text in UTF-8 whatever the chunks', async () => {
  const { url } = await start();
  const schema = JSON.stringify({
    type: 'enum',
    name: 'E',
    doc: 'ü€😀'.repeat(50_000),
    symbols: [],
  });
  const registered = await fetch(`${url}/subjects/u/versions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ schema }),
  });
  expect(registered.status).toBe(200);
  const read = await (await fetch(`${url}/schemas/ids/1/schema`)).text();
  expect(read === schema).toBe(true);
});

test('says which address it cannot have', async () => {
  const { port } = await start();
  await expect(listen(createEmbeddedRegistry(), { port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('ends although a client keeps its connection', async () => {
  const { url } = await start();
  await (await fetch(`${url}/`)).text();
  await listening?.close();
  listening = undefined;
  await expect(fetch(`${url}/`)).rejects.toThrow();
});
