import { defaultContext } from '@srkit/registry-protocol';
import type { CallOptions } from '../endpoints/call-options.ts';
import { isRegistryError } from '../errors/registry-error.ts';
import { createRequest } from '../request/create-request.ts';
import type { Answer, Ask } from '../request/registry-request.ts';
import type { ServerFindings, ServerProfile } from './server-facts.ts';
import { incompatibleNumber, whatItCan } from './what-it-can.ts';
import { whatServer } from './what-server.ts';

/** What probing asks with. */
export interface ProbeTools {
  /** The address without user and password. */
  url: string;
  /** Asks below the address. */
  ask: Ask;
  /** Asks below the host alone: Apicurio says there what it is. */
  askHost: Ask;
}

const noGuid = '00000000-0000-0000-0000-000000000000';

/**
 * Finds out what a registry is and can, by seven reads at the same time. It writes nothing, whatever it finds.
 *
 * @throws RegistryError when nothing answers at all, or all of it is forbidden
 */
export async function probe(
  { url, ask, askHost }: ProbeTools,
  { signal }: CallOptions,
): Promise<ServerProfile> {
  let serverHeader: string | undefined;
  let answered = false;
  const failures: unknown[] = [];

  async function read(by: Ask, path: string): Promise<unknown> {
    const request = createRequest({
      method: 'GET',
      path,
      context: defaultContext,
      query: {},
      body: undefined,
      signal,
      read: (answer) => {
        serverHeader ??= answer.headers['server'];
        return jsonOf(answer);
      },
    });
    try {
      // These are reads wherever they exist, also those that are in no table of ours.
      const reply = await by({ ...request, effect: 'read' });
      answered = true;
      return reply.value;
    } catch (error) {
      if (!isRegistryError(error) || error.code === 'aborted') throw error;
      // What is not there says as much as what is.
      if (error.status === 404 || error.status === 405) answered = true;
      else failures.push(error);
      return undefined;
    }
  }

  const [version, contexts, schemas, guidIds, health, ready, systemInfo] = await Promise.all([
    read(ask, '/v1/metadata/version'),
    read(ask, '/contexts'),
    read(ask, '/schemas?limit=1'),
    read(ask, `/schemas/guids/${noGuid}/ids`),
    read(ask, '/_health'),
    read(ask, '/status/ready'),
    read(askHost, '/apis/registry/v3/system/info'),
  ]);
  if (!answered) throw failures[0];
  const found: ServerFindings = {
    ...{ url, serverHeader, version, contexts, schemas, guidIds, health, systemInfo },
    statusReady: ready !== undefined,
  };
  const server = whatServer(found);
  return {
    ...server,
    can: whatItCan(found, server.vendor, server.version),
    incompatibleNumber: incompatibleNumber(server.vendor, server.version),
  };
}

function jsonOf({ text }: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
