import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EmbeddedRegistry } from '../create-embedded-registry.ts';
import { type Connections, watchConnections } from './connections.ts';
import { createServer, type TlsOptions } from './create-server.ts';
import { interrupt } from './interrupt.ts';
import { hasBody, readRequestBody } from './read-request-body.ts';

/** Where to listen. */
export interface ListenOptions {
  /**
   * The port; 0 picks a free one.
   *
   * @default 0
   */
  port?: number;
  /**
   * The address to bind. Anything but loopback opens the registry to the network: give it credentials.
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
  /**
   * Answers over TLS.
   *
   * @default plain HTTP
   */
  tls?: TlsOptions;
}

/** A registry that answers on a socket. */
export interface Listening {
  /** For example `http://127.0.0.1:8081`; `https:` over TLS. */
  url: string;
  port: number;
  /** Ends it: no new connections, requests under way are answered, all other connections are cut. */
  close(): Promise<void>;
}

/**
 * Lets an embedded registry answer over HTTP, or over TLS.
 *
 * @throws the system's error when the address cannot be bound, for example `EADDRINUSE`; Error when the key and the
 * certificate cannot be used
 */
export async function listen(
  registry: Pick<EmbeddedRegistry, 'handle'>,
  options: ListenOptions = {},
): Promise<Listening> {
  const { port = 0, host = '127.0.0.1', maxBodyBytes = 64 * 1024 * 1024, tls } = options;
  const server = createServer(tls, (request, response) => {
    connections.begin(response);
    serve(registry, request, response, maxBodyBytes, connections).catch(() => response.destroy());
  });
  const connections = watchConnections(server);
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
    url: `${tls ? 'https' : 'http'}://${shown}:${address.port}`,
    port: address.port,
    close: () => connections.close(),
  };
}

async function serve(
  registry: Pick<EmbeddedRegistry, 'handle'>,
  request: IncomingMessage,
  response: ServerResponse,
  maxBodyBytes: number,
  connections: Connections,
): Promise<void> {
  const body = hasBody(request) ? await readRequestBody(request, maxBodyBytes) : '';
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
    // Only `set-cookie` comes as a list, and no request has it.
    headers: request.headers as Record<string, string | undefined>,
    body,
    whenAbandoned(listener) {
      if (response.closed) listener();
      else response.once('close', listener);
    },
  });
  if (answer.interruption) {
    interrupt(connections, response, answer, answer.interruption);
    return;
  }
  const { status, headers, body: text, bytes } = answer;
  const length = bytes?.length ?? Buffer.byteLength(text);
  if (status !== 204) headers['content-length'] = String(length);
  response.writeHead(status, headers);
  response.end(bytes ?? text);
}
