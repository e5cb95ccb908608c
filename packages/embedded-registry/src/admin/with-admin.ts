import { isProtocolError } from '@srkit/registry-protocol';
import type { Faults } from '../faults/fault.ts';
import type { Answering, RegistryRequest, RegistryResponse } from '../http/message.ts';
import { Rejection } from '../http/rejection.ts';
import { asRejection, respondWithError } from '../http/respond.ts';
import { InvalidInput } from '../input/invalid-input.ts';
import type { SeedFile } from '../seed/plan-seed.ts';
import type { SeedOptions, SeedOutcome } from '../seed/seed-files.ts';
import type { RegistrySnapshot } from '../state/snapshot.ts';
import { adminName, isAdminPath } from './admin-path.ts';
import { readSeedRequest } from './read-seed-request.ts';
import type { RequestCounter } from './request-counts.ts';

/** What the admin path does things with. */
export interface AdminTools {
  /** What is safe already. */
  snapshot(): Promise<RegistrySnapshot>;
  reset(snapshot?: RegistrySnapshot): Promise<void>;
  seed(files: readonly SeedFile[], options: SeedOptions): Promise<SeedOutcome[]>;
  faults: Faults;
  requests: RequestCounter;
  onInternalError(error: unknown): void;
}

/** Answers with what is to be sent as JSON, or undefined for nothing (204). */
type AdminHandler = (tools: AdminTools, body: unknown) => unknown;

const resources: Readonly<Record<string, Readonly<Record<string, AdminHandler>>>> = {
  reset: { POST: ({ reset }, body) => reset(body as RegistrySnapshot | undefined) },
  snapshot: { GET: ({ snapshot }) => snapshot() },
  seed: {
    POST({ seed }, body) {
      const { files, options } = readSeedRequest(body);
      return seed(files, options);
    },
  },
  faults: {
    GET: ({ faults }) => faults.list(),
    PUT({ faults }, body) {
      faults.set(body as Parameters<Faults['set']>[0]);
      return faults.list();
    },
    DELETE: ({ faults }) => faults.clear(),
  },
  requests: {
    GET: ({ requests }) => requests.counts(),
    DELETE: ({ requests }) => requests.clear(),
  },
};

/** Answers `/_srkit/…` itself and lets everything else through. */
export function withAdmin(tools: AdminTools, answer: Answering): Answering {
  return (request) => (isAdminPath(request.target) ? administer(tools, request) : answer(request));
}

async function administer(tools: AdminTools, request: RegistryRequest): Promise<RegistryResponse> {
  try {
    const handler = handlerOf(request);
    const result = await handler(tools, readBody(request));
    if (result === undefined) return { status: 204, headers: {}, body: '' };
    return { status: 200, headers: { 'content-type': mediaType }, body: JSON.stringify(result) };
  } catch (error) {
    const isMistake = error instanceof InvalidInput || isProtocolError(error);
    const rejection = isMistake
      ? new Rejection(422, error.message)
      : asRejection(error, tools.onInternalError);
    return respondWithError(request, rejection, mediaType);
  }
}

const mediaType = 'application/json';

function handlerOf(request: RegistryRequest): AdminHandler {
  // Any page in a browser could send a form here.
  if (request.headers?.['origin'] !== undefined)
    throw new Rejection(403, 'The admin path answers no browser.');
  const name = adminName(request.target);
  const methods = Object.hasOwn(resources, name) ? resources[name] : undefined;
  if (methods === undefined) {
    const known = Object.keys(resources).join(', ');
    throw new Rejection(404, `The admin path has no '${name}'; it has ${known}.`);
  }
  const handler = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
  if (handler !== undefined) return handler;
  throw new Rejection(405, `${name} takes ${Object.keys(methods).join(', ')}.`);
}

function readBody({ body = '' }: RegistryRequest): unknown {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Rejection(400, 'The body is no JSON.');
  }
}
