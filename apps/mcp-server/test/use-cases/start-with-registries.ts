import { createEmbeddedRegistry, type EmbeddedRegistry } from '@srkit/embedded-registry';
import { listen } from '@srkit/embedded-registry/node';
import { createRegistryClient, type RegistryClient } from '@srkit/registry-client';
import { onTestFinished } from 'vitest';
import type { Answer } from '../connect.ts';
import { startWithClient } from '../server/start.ts';

/** A registry on a socket of this machine. */
export interface StartedRegistry {
  registry: EmbeddedRegistry;
  /** Talks to it past the server. */
  client: RegistryClient;
  url: string;
}

/** The command, talking to registries of this machine, with an MCP client connected to it over stdio. */
export interface Assistant {
  /** Calls a tool; fails where the tool refuses. */
  call(name: string, written?: Record<string, unknown>): Promise<Answer>;
  /** Calls a tool that must refuse, and gives the error. */
  refused(name: string, written?: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Names of the tools that it sees. */
  tools: string[];
}

/** Starts an embedded registry on a socket. */
export async function startRegistry(): Promise<StartedRegistry> {
  const registry = createEmbeddedRegistry();
  const { url, close } = await listen(registry, { port: 0 });
  onTestFinished(close);
  return { registry, url, client: createRegistryClient({ url, cache: false }) };
}

/**
 * Starts the command as people configure it, with numbered variables.
 *
 * @param registries by name; the first is the default
 * @param environment more of it, for example `VIEWONLY_2`
 */
export async function startAssistant(
  registries: Readonly<Record<string, Pick<StartedRegistry, 'url'>>>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Assistant> {
  const numbered = Object.entries(registries).flatMap(([name, { url }], index) => [
    [`SCHEMA_REGISTRY_NAME_${index + 1}`, name],
    [`SCHEMA_REGISTRY_URL_${index + 1}`, url],
  ]);
  const { client } = await startWithClient('SDK v2, 2025 era', {
    environment: { ...Object.fromEntries(numbered), ...environment },
  });
  const { tools } = await client.listTools();
  const ask = async (name: string, written: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: written })) as {
      isError?: boolean;
      structuredContent?: Answer;
      content: { text: string }[];
    };
  return {
    tools: tools.map(({ name }) => name),
    async call(name, written = {}) {
      const { isError, structuredContent, content } = await ask(name, written);
      if (isError === true || structuredContent === undefined) {
        throw new Error(`${name} refused: ${content[0]?.text}`);
      }
      return structuredContent;
    },
    async refused(name, written = {}) {
      const { isError, content } = await ask(name, written);
      if (isError !== true) throw new Error(`${name} did not refuse: ${content[0]?.text}`);
      return JSON.parse(content[0]?.text ?? '').error;
    },
  };
}

/** An Avro record of fields in the form `name` (a string), `name:type` or `name:type?` (null by default). */
export function record(name: string, ...fields: readonly string[]): string {
  return JSON.stringify({
    type: 'record',
    name,
    namespace: 'com.company',
    fields: fields.map((field) => {
      const [fieldName, type = 'string'] = field.split(':');
      if (!type.endsWith('?')) return { name: fieldName, type };
      return { name: fieldName, type: ['null', type.slice(0, -1)], default: null };
    }),
  });
}
