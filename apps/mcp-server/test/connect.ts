import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import type { RegistrySettings } from '@srkit/registries';
import { createRegistryClient, type RegistryClient } from '@srkit/registry-client';
import { onTestFinished } from 'vitest';
import { createSrkitServer } from '../src/create-srkit-server.ts';
import type { SrkitServerOptions } from '../src/server-options.ts';

/** What a tool answered; `error` is set when it refused. */
export interface Answer {
  [field: string]: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  error?: any;
}

/** A server in this process with a client connected to it. */
export interface Connected {
  /** Calls a tool through the client and gives what both text and structured content say. */
  call(name: string, written?: Record<string, unknown>): Promise<Answer>;
  client: Client;
}

/** Connects a client to a server with these settings. */
export async function connect(options: SrkitServerOptions): Promise<Connected> {
  const server = createSrkitServer(options);
  const [near, far] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'test', version: '1.0.0' });
  const mcp = server.createMcpServer();
  await Promise.all([mcp.connect(far), client.connect(near)]);
  onTestFinished(async () => {
    await server.close();
    await client.close();
  });
  return { client, call: (name, written = {}) => callTool(client, name, written) };
}

/** Calls a tool; fails when text and structured content say different things. */
async function callTool(
  client: Client,
  name: string,
  written: Record<string, unknown>,
): Promise<Answer> {
  const result = await client.callTool({ name, arguments: written });
  const [block] = result.content;
  if (block?.type !== 'text') throw new Error(`${name} answered no text.`);
  const said = JSON.parse(block.text) as Answer;
  if (
    result.isError !== true &&
    JSON.stringify(said) !== JSON.stringify(result.structuredContent)
  ) {
    throw new Error(`${name} says different things as text and as structured content.`);
  }
  if ((result.isError === true) !== (said.error !== undefined)) {
    throw new Error(`${name} does not say clearly whether it failed: ${block.text}`);
  }
  return said;
}

/** A server on an embedded registry. */
export interface WithRegistry extends Connected {
  /** Talks to the same registry directly. */
  registry: RegistryClient;
  /** Every request that reached the registry, as `METHOD path`. */
  requests: string[];
}

/** Connects a client to a server on an empty embedded registry; say only what the test is about. */
export async function connectToRegistry(
  options: Partial<SrkitServerOptions> = {},
  setting: Partial<RegistrySettings> = {},
): Promise<WithRegistry> {
  const { fetch } = createEmbeddedRegistry();
  const requests: string[] = [];
  const recording: typeof globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    requests.push(`${method} ${url.replace(/^https?:\/\/[^/]*/, '')}`);
    return fetch(input, init);
  };
  const connected = await connect({
    registries: { default: { url: 'http://registry.test', fetch: recording, ...setting } },
    ...options,
  });
  const registry = createRegistryClient({ name: 'direct', url: 'http://registry.test', fetch });
  return { ...connected, registry, requests };
}

/** Settings of an empty embedded registry. */
export function aSetting(name: string): RegistrySettings {
  return { url: `http://${name}.test`, fetch: createEmbeddedRegistry().fetch };
}

/** An Avro record; fields beyond the first have a default, so that each follows the one before. */
export function aRecord(name: string, ...fields: string[]): string {
  return JSON.stringify({
    type: 'record',
    name,
    fields: fields.map((field, index) => ({
      name: field,
      type: 'string',
      ...(index > 0 && { default: '' }),
    })),
  });
}

/** An Avro record that is not compatible with any other. */
export function anotherRecord(name: string): string {
  return JSON.stringify({ type: 'record', name, fields: [{ name: 'only', type: 'int' }] });
}
