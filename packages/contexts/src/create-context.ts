import { isRegistryError, type RegistryClient } from '@srkit/registry-client';
import { type ContextName, defaultContext, type Mode } from '@srkit/registry-protocol';
import { ContextsError } from './contexts-error.ts';
import { requireNames } from './list-names.ts';
import {
  deleteMarker,
  markerOf,
  type RemovedMarker,
  registerMarker,
  removeMarker,
} from './marker.ts';
import { isReadOnly, modeInForce } from './mode-in-force.ts';
import { readName } from './read-names.ts';

/** How to create a context. */
export interface CreateContextOptions {
  /** Ends it before anything is written; what was begun is finished, as it is a few requests. */
  signal?: AbortSignal | undefined;
}

/** A context that is there now. */
export interface CreatedContext {
  readonly context: ContextName;
  /** Whether it was there before. */
  readonly outcome: 'created' | 'exists';
  /** How the registry came to list it, in a sentence. */
  readonly how: string;
  /** A subject of ours that is left in it, because the registry lists no empty context or did not let it be removed. */
  readonly marker?: {
    readonly subject: string;
    readonly state: 'live' | 'soft_deleted';
    readonly reason: string;
  };
}

/**
 * Creates a context, so that the registry lists it, also after a restart. A registry lists a context from its first registration
 * on, and only then; so a schema is registered in it and deleted for good. The context is empty afterwards.
 *
 * @param name in any form: `staging`, `.staging`, `:.staging:`
 * @throws ContextsError `invalid_argument`, `contexts_unsupported`, `view_only`, `read_only`; RegistryError where the registry
 * refuses, for example `forbidden`. The context is not there then, unless the error says that its outcome is unknown.
 *
 * @example
 * const { context, outcome } = await createContext(client, 'feature-payments');
 * console.log(context, outcome); // .feature-payments created
 */
export async function createContext(
  client: RegistryClient,
  name: string,
  { signal }: CreateContextOptions = {},
): Promise<CreatedContext> {
  const context = readName(name);
  const exists = { context, outcome: 'exists' as const };
  if (context === defaultContext) return { ...exists, how: 'The default context is always there.' };
  const registry = client.inContext(defaultContext);
  const [names, mode] = await Promise.all([
    requireNames(registry, { signal }),
    modeInForce(registry, context, { signal }),
  ]);
  if (names.includes(context)) return { ...exists, how: 'The registry listed it already.' };
  requireWritable(client, context, mode);

  await registerMarker(registry, context, mode);
  const removed = await removeMarker(registry, context);
  const listed = await isListed(registry, context);
  if (listed === false) return keepMarker(registry, context, mode);
  const result = created(context, removed);
  if (listed === true) return result;
  return { ...result, how: `${result.how} Whether it is listed could not be seen: ${listed}` };
}

function requireWritable(
  client: RegistryClient,
  context: ContextName,
  mode: Mode | undefined,
): void {
  const { name, viewOnly } = client.describe();
  if (viewOnly) {
    throw new ContextsError(
      'view_only',
      `${name} is view-only here, so ${context} was not created.`,
    );
  }
  if (!isReadOnly(mode)) return;
  throw new ContextsError(
    'read_only',
    `${context} was not created: the mode in force for it in ${name} is ${mode}, in which nothing is registered. Set its mode to READWRITE first, or that of the whole registry (:.__GLOBAL:).`,
  );
}

/** On registries that list only contexts which hold something: as little as is enough. */
async function keepMarker(
  client: RegistryClient,
  context: ContextName,
  mode: Mode | undefined,
): Promise<CreatedContext> {
  const because = 'The registry lists only contexts that hold something';
  await registerMarker(client, context, mode);
  await deleteMarker(client, context, {});
  if (await isListed(client, context)) {
    return created(context, { left: 'soft_deleted', reason: `${because}, also soft-deleted.` });
  }
  await registerMarker(client, context, mode);
  if (await isListed(client, context)) {
    return created(context, { left: 'live', reason: `${because}.` });
  }
  await removeMarker(client, context);
  throw new ContextsError(
    'contexts_unsupported',
    `${client.describe().name} does not list ${context} although a schema was registered in it. The schema was removed again.`,
  );
}

function created(context: ContextName, { left, reason = '' }: RemovedMarker): CreatedContext {
  const registered =
    'A schema was registered in it, as a registry lists a context from its first registration on';
  if (left === 'nothing') {
    const how = `${registered}, and deleted again for good: the context is empty.`;
    return { context, outcome: 'created', how };
  }
  const subject = markerOf(context);
  const stays = left === 'live' ? 'stays' : 'stays soft-deleted';
  const how = `${registered}. Its subject ${subject} ${stays}: ${reason}`;
  return { context, outcome: 'created', how, marker: { subject, state: left, reason } };
}

/** @returns why that cannot be told, where it cannot */
async function isListed(client: RegistryClient, context: ContextName): Promise<boolean | string> {
  try {
    return (await client.contexts.list()).includes(context);
  } catch (error) {
    if (isRegistryError(error)) return error.message;
    throw error;
  }
}
