import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EmbeddedRegistry } from '../create-embedded-registry.ts';

/** Where to listen. */
export interface ListenOptions {
  /**
   * The port; 0 picks a free one.
   *
   * @default 0
   */
  port?: number;
  /**
   * The address to bind. The registry checks no credentials: anything but loopback opens it to the network.
   *
   * @default '127.0.0.1'
   */
  host?: string;
  /**
   * The greatest request body, in bytes; a larger one is answered with 413.
   *
   * @default 67_108_864
   */
  maxBodyBytes?: number;
}

/** A registry that answers on a socket. */
export interface Listening {
  /** For example `http://127.0.0.1:8081`. */
  url: string;
  port: number;
  /** Ends it: no new connections, requests under way are answered, idle connections are cut. */
  close(): Promise<void>;
}

/**
 * Lets an embedded registry answer over HTTP.
 *
 * @throws the system's error when the address cannot be bound, for example `EADDRINUSE`
 */
export async function listen(
  registry: Pick<EmbeddedRegistry, 'handle'>,
  options: ListenOptions = {},
): Promise<Listening> {
  const { port = 0, host = '127.0.0.1', maxBodyBytes = 64 * 1024 * 1024 } = options;
  const server = createServer((request, response) => {
    serve(registry, request, response, maxBodyBytes).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
}

async function serve(
  registry: Pick<EmbeddedRegistry, 'handle'>,
  request: IncomingMessage,
  response: ServerResponse,
  maxBodyBytes: number,
): Promise<void> {
  const body = await readBody(request, maxBodyBytes);
  if (body === undefined) {
    response.writeHead(413, { 'content-type': 'application/json', connection: 'close' });
    response.end(
      JSON.stringify({ error_code: 413, message: `Request body exceeds ${maxBodyBytes} bytes` }),
    );
    request.resume();
    return;
  }
  const answer = await registry.handle({
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    headers: flatten(request.headers),
    body,
  });
  const bytes = Buffer.from(answer.body, 'utf8');
  const length = answer.status === 204 ? {} : { 'content-length': bytes.length };
  response.writeHead(answer.status, { ...answer.headers, ...length });
  response.end(bytes);
}

async function readBody(
  request: IncomingMessage,
  maxBodyBytes: number,
): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function flatten(headers: IncomingMessage['headers']): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}
