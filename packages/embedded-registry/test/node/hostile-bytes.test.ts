import { connect, type Socket } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEmbeddedRegistry } from '../../src/index.ts';
import { type Listening, listen } from '../../src/node/index.ts';

/** Runs with a registry on a socket, and looks whether it still answers after that. */
async function withServer(
  run: (server: Listening) => Promise<void>,
  options: { maxBodyBytes?: number } = {},
): Promise<void> {
  const failures: unknown[] = [];
  const registry = createEmbeddedRegistry({ onInternalError: (error) => failures.push(error) });
  const server = await listen(registry, options);
  try {
    await run(server);
    const answer = await fetch(`${server.url}/subjects`);
    expect(await answer.json()).toEqual([]);
    expect(failures).toEqual([]);
  } finally {
    await server.close();
  }
}

/** Sends bytes, and gives what comes until the other side or `whenSent` ends it. */
function exchange(
  { port }: Listening,
  bytes: Uint8Array | string,
  whenSent: (socket: Socket) => unknown = (socket) => socket.end(),
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes, () => whenSent(socket));
    });
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (part) => {
      answer += part;
    });
    // The server may cut the connection while the client still writes.
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

const body = '{"compatibility":"FULL"}';
const request = `PUT /config/a HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const chunked = `POST /compatibility/subjects/a/versions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"sch\r\n9\r\nema":"x"}\r\n0\r\n\r\n`;

test('bytes that are no HTTP are refused, and the registry goes on', {
  timeout: 60_000,
}, async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    fc.constantFrom(
      '\r\n',
      '\n',
      '\r',
      ' ',
      ':',
      '\0',
      'HTTP/9.9',
      '%',
      '//',
      'Content-Length: 5\r\n',
      '-1',
      'ffffffffffffffffff',
    ),
  );
  const broken = fc
    .tuple(fc.constantFrom(request, chunked), fc.nat(), fc.nat({ max: 6 }), piece)
    .map(([text, at, over, put]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + put + text.slice(start + over);
    });
  await withServer(async (server) => {
    await fc.assert(
      fc.asyncProperty(broken, async (text) => {
        const answer = await exchange(server, Buffer.from(text, 'latin1'));
        expect(answer).toMatch(
          /^(?:HTTP\/1\.1 (?:200|400|404|405|408|411|413|415|417|422|431|500|501) |$)/,
        );
      }),
      { numRuns: 400, seed: 7 },
    );
    await fetch(`${server.url}/config`, { method: 'DELETE' });
  });
});

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', /^HTTP\/1\.1 400 /],
  [
    'a header without end',
    `GET /subjects HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
    /^HTTP\/1\.1 431 /,
  ],
  [
    'two lengths',
    `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a length and chunks',
    `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a path with bytes above ASCII',
    Buffer.from(
      'GET /subjects/\xff\xfe/versions HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'latin1',
    ),
    /^HTTP\/1\.1 40[04] /,
  ],
  [
    'an id of a request with bytes above ASCII',
    Buffer.from(
      'GET /subjects HTTP/1.1\r\nHost: x\r\nX-Request-Id: \xff\t\xe9\r\nConnection: close\r\n\r\n',
      'latin1',
    ),
    /^HTTP\/1\.1 200 /,
  ],
  [
    'a target that is a URL',
    'GET http://other/subjects HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    /^HTTP\/1\.1 200 /,
  ],
])('%s is answered', async (_, bytes, expected) => {
  await withServer(async (server) => {
    expect(await exchange(server, bytes)).toMatch(expected);
  });
});

test('a body over the limit is answered with 413, however it comes', async () => {
  const long = JSON.stringify({ schema: 'x'.repeat(5000) });
  await withServer(
    async (server) => {
      const target = `${server.url}/subjects/a/versions`;
      const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
      const answer = await fetch(target, { ...init, body: long });
      expect(answer.status).toBe(413);
      expect(await answer.json()).toEqual({
        error_code: 413,
        message: 'Request body exceeds 1000 bytes',
      });
      const stream = new Blob([long]).stream();
      const streamed = await fetch(target, {
        ...init,
        body: stream,
        duplex: 'half',
      } as RequestInit);
      expect(streamed.status).toBe(413);
    },
    { maxBodyBytes: 1000 },
  );
});

test('uploads that stop, or are given up, hold up neither others nor the end', {
  timeout: 20_000,
}, async () => {
  const head =
    'POST /subjects/a/versions HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"schema":';
  let stopped: Promise<string>[] = [];
  await withServer(async (server) => {
    stopped = Array.from({ length: 20 }, () => exchange(server, head, () => {}));
    await Promise.all(
      Array.from({ length: 20 }, () =>
        exchange(server, head, (socket) => socket.resetAndDestroy()),
      ),
    );
    expect((await fetch(`${server.url}/subjects`)).status).toBe(200);
  });
  expect(new Set(await Promise.all(stopped))).toEqual(new Set(['']));
});

test('an upload in single bytes is put together', async () => {
  await withServer(async (server) => {
    const answer = await exchange(server, '', async (socket) => {
      for (const byte of Buffer.from(request.replace('Host: x', 'Host: x\r\nConnection: close'))) {
        socket.write(Uint8Array.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('"compatibility":"FULL"');
  });
});
