import type { Operation } from '@srkit/registry-protocol';
import type { RegistryErrorCode } from '../errors/error-code.ts';
import { isRegistryError } from '../errors/registry-error.ts';
import { routeOf } from '../routes-by-name.ts';
import { createRequest } from './create-request.ts';
import type { Query } from './encode-query.ts';
import type { Ask, RegistryRequest, Reply, RequestOrigin } from './registry-request.ts';

/** Whether a write was done: what it would have answered, or that it was not, or that this cannot be told. */
export type Outcome = { value: unknown } | 'not-done' | 'unknown';

/** How to look whether a write was done. */
type Look = (origin: RequestOrigin, read: Read) => Promise<Outcome>;

/** Reads a path of the registry, in the context of the write. */
type Read = (operation: Operation, more?: ReadMore) => Promise<unknown>;

interface ReadMore {
  query?: Query;
  body?: unknown;
  parameters?: RequestOrigin['parameters'];
}

/**
 * Finds out whether a write was done whose answer never came.
 *
 * @throws RegistryError where it cannot be read
 */
export async function readBack(
  request: RegistryRequest,
  ask: Ask,
): Promise<Reply | 'not-done' | 'unknown'> {
  const { origin } = request;
  const look = origin && looks[origin.operation];
  if (origin === undefined || look === undefined) return 'unknown';
  const outcome = await look(origin, async (operation, more = {}) => {
    const route = routeOf(operation);
    const parameters = more.parameters ?? origin.parameters;
    const reply = await ask(
      createRequest({
        method: route.method,
        path: { route, parameters },
        context: origin.context,
        query: more.query ?? {},
        body: more.body,
        signal: request.signal,
        read: ({ text }) => JSON.parse(text) as unknown,
      }),
    );
    return reply.value;
  });
  if (typeof outcome === 'string') return outcome;
  const text = outcome.value === undefined ? '' : JSON.stringify(outcome.value);
  const answer = { status: 200, headers: {}, text };
  return { ...answer, value: request.read(answer) };
}

/** For every write that can be told by reading. */
const looks: Partial<Record<Operation, Look>> = {
  registerSchema: async ({ body, query }, read) => {
    const sent = record(body);
    // An empty text stands for that of the version before, which no look-up understands.
    if (typeof sent['schema'] !== 'string' || sent['schema'].trim() === '') return 'unknown';
    const asked = { normalize: query['normalize'], format: query['format'] };
    const found = await unless(
      ['subject_not_found', 'schema_not_found'],
      read('lookUpSchema', { query: asked, body }),
    );
    if (found === undefined) return 'not-done';
    const { subject: _, ...registered } = record(found);
    const isIt = (['id', 'version'] as const).every((field) => {
      const wanted = sent[field];
      return typeof wanted !== 'number' || wanted < 1 || wanted === registered[field];
    });
    return isIt ? { value: registered } : 'not-done';
  },

  deleteSubject: async ({ query }, read) => {
    if (query['permanent'] === true) {
      const left = await versionsOf(read, { deleted: true });
      // Which they were is not known any more.
      return left.length === 0 ? { value: [] } : 'not-done';
    }
    const live = await versionsOf(read, {});
    if (live.length > 0) return 'not-done';
    const deleted = await versionsOf(read, { deletedOnly: true });
    return deleted.length > 0 ? { value: deleted } : 'not-done';
  },

  deleteVersion: async ({ parameters, query }, read) => {
    const number = Number(parameters['version']);
    // What is the latest changes with the deletion.
    if (!Number.isInteger(number) || number < 1) return 'unknown';
    const found = await unless(
      ['subject_not_found', 'version_not_found'],
      read('getVersion', { query: { deleted: true } }),
    );
    const isPermanent = query['permanent'] === true;
    if (found === undefined) return isPermanent ? { value: number } : 'not-done';
    if (isPermanent) return 'not-done';
    const live = await versionsOf(read, {});
    return live.includes(number) ? 'not-done' : { value: number };
  },

  updateGlobalConfig: async ({ body }, read) => configMatches(body, await read('getGlobalConfig')),
  updateSubjectConfig: async ({ body }, read) => {
    const found = await unless(['config_not_found'], read('getSubjectConfig'));
    return found === undefined ? 'not-done' : configMatches(body, found);
  },
  deleteSubjectConfig: async (_, read) =>
    goneUnless(await unless(['config_not_found'], read('getSubjectConfig'))),

  updateGlobalMode: async ({ body }, read) => modeMatches(body, await read('getGlobalMode')),
  updateSubjectMode: async ({ body }, read) => {
    const found = await unless(['mode_not_found'], read('getSubjectMode'));
    return found === undefined ? 'not-done' : modeMatches(body, found);
  },
  deleteSubjectMode: async ({ query }, read) => {
    // The modes of all subjects below cannot be told by one look.
    if (query['recursive'] === true) return 'unknown';
    return goneUnless(await unless(['mode_not_found'], read('getSubjectMode')));
  },

  deleteContext: async ({ parameters }, read) => {
    const contexts = await read('listContexts', { parameters: {} });
    const isThere = Array.isArray(contexts) && contexts.includes(parameters['context']);
    return isThere ? 'not-done' : { value: undefined };
  },
};

async function versionsOf(read: Read, query: Query): Promise<unknown[]> {
  const found = await unless(['subject_not_found'], read('listVersions', { query }));
  return Array.isArray(found) ? found : [];
}

/** The answer, or undefined where it is one of these errors. */
async function unless(
  codes: readonly RegistryErrorCode[],
  answer: Promise<unknown>,
): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (isRegistryError(error) && codes.includes(error.code)) return undefined;
    throw error;
  }
}

function goneUnless(found: unknown): Outcome {
  // What was there before is not known any more.
  return found === undefined ? { value: {} } : 'not-done';
}

function modeMatches(sent: unknown, found: unknown): Outcome {
  const wanted = record(sent)['mode'];
  if (typeof wanted !== 'string') return 'unknown';
  return record(found)['mode'] === wanted.toUpperCase() ? { value: { mode: wanted } } : 'not-done';
}

function configMatches(sent: unknown, found: unknown): Outcome {
  const { compatibilityLevel: compatibility, ...others } = record(found);
  const stored: Record<string, unknown> = {
    ...(compatibility !== undefined && { compatibility }),
    ...others,
  };
  for (const [field, wanted] of Object.entries(record(sent))) {
    // A level that was cleared is answered with the server's own.
    if (field === 'compatibility' && wanted === null) return 'unknown';
    if (!sameJson(wanted ?? undefined, stored[field])) return 'not-done';
  }
  return { value: stored };
}

function sameJson(wanted: unknown, stored: unknown): boolean {
  if (typeof wanted === 'string' && typeof stored === 'string') {
    return wanted === stored || wanted.toUpperCase() === stored;
  }
  return canonical(wanted) === canonical(stored);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
