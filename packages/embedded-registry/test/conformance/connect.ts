import { Agent, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { createEmbeddedRegistry, type EmbeddedRegistryOptions } from '../../src/index.ts';
import { listen } from '../../src/node/index.ts';

/** A request as it goes over the wire: nothing of the target is folded or encoded again. */
export interface RawRequest {
  method: string;
  target: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: string | undefined;
}

/** An answer as it came over the wire. */
export interface RawAnswer {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string | undefined>;
  text: string;
}

/** A way to a registry that stays open until it is closed. */
export interface Connection {
  send(request: RawRequest): Promise<RawAnswer>;
  close(): Promise<void>;
}

/** A registry that the suite can be run against. */
export interface Candidate {
  name: string;
  /** Whether it was made for the test, so that even its global settings may be changed. */
  ours: boolean;
  connect(): Promise<Connection>;
}

/**
 * What the suite runs against: the registry that `REGISTRY_URL` names, or else ours, in process and over a socket.
 *
 * @param options of ours, for what is seen with other options only
 */
export function candidates(options: EmbeddedRegistryOptions = {}): Candidate[] {
  const url = process.env['REGISTRY_URL'];
  if (url && options.confluentVersion !== undefined) return [];
  if (url) return [{ name: url, ours: false, connect: async () => connectTo(url, process.env) }];
  const kind = [options.confluentVersion, options.edition].filter(Boolean).join(' ');
  const suffix = kind === '' ? '' : ` (${kind})`;
  return [
    { name: `in process${suffix}`, ours: true, connect: async () => inProcess(options) },
    { name: `over a socket${suffix}`, ours: true, connect: () => overSocket(options) },
  ];
}

function inProcess(options: EmbeddedRegistryOptions): Connection {
  const registry = createEmbeddedRegistry(options);
  return {
    async send(request) {
      const { status, headers, body } = await registry.handle(request);
      return { status, headers, text: body };
    },
    close: async () => {},
  };
}

async function overSocket(options: EmbeddedRegistryOptions): Promise<Connection> {
  const { url, close } = await listen(createEmbeddedRegistry(options));
  const connection = connectTo(url, {});
  return {
    ...connection,
    async close() {
      await connection.close();
      await close();
    },
  };
}

/** `user:password@` in the URL becomes basic authentication, `REGISTRY_TOKEN` a bearer token. */
function connectTo(url: string, environment: Record<string, string | undefined>): Connection {
  const { protocol, hostname, port, pathname, username, password } = new URL(url);
  const agent = protocol === 'https:' ? undefined : new Agent({ keepAlive: true });
  const begin = protocol === 'https:' ? requestHttps : requestHttp;
  const base = pathname.replace(/\/$/, '');
  const token = environment['REGISTRY_TOKEN'];
  const authorization = token
    ? `Bearer ${token}`
    : username &&
      `Basic ${btoa(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`)}`;
  return {
    send: ({ method, target, headers, body }) =>
      new Promise((resolve, reject) => {
        const outgoing = begin(
          {
            hostname: hostname.replace(/^\[|\]$/g, ''),
            port,
            method,
            path: base + target,
            ...(agent && { agent }),
            headers: {
              ...(authorization && { authorization }),
              ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
              ...headers,
            },
          },
          (incoming) => {
            let text = '';
            incoming.setEncoding('utf8');
            incoming.on('data', (part: string) => {
              text += part;
            });
            incoming.on('error', reject);
            incoming.on('end', () => {
              const answered = Object.entries(incoming.headers);
              resolve({
                status: incoming.statusCode ?? 0,
                headers: Object.fromEntries(answered.map(([name, value]) => [name, String(value)])),
                text,
              });
            });
          },
        );
        outgoing.on('error', reject);
        outgoing.end(body);
      }),
    close: async () => agent?.destroy(),
  };
}
