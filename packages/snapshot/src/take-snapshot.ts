import type { RegistryClient } from '@srkit/registry-client';
import { defaultContext } from '@srkit/registry-protocol';
import { createCompressedTexts } from './compressed-texts.ts';
import { createSnapshot } from './create-snapshot.ts';
import { type Ask, createAsk } from './read/ask.ts';
import { ownSignal } from './read/own-signal.ts';
import { readEverything } from './read/read-everything.ts';
import { readReferenced } from './read/read-referenced.ts';
import { readVersion } from './read/read-version.ts';
import type { Reading } from './read/reading.ts';
import { readScope, writtenScope } from './read/scope.ts';
import type { Snapshot, SnapshotDetail, SnapshotScope, Unreadable } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';
import type { SnapshotProgress } from './snapshot-progress.ts';
import { createSpill } from './spill.ts';
import type { TextStore } from './text-store.ts';

/** How to take a snapshot. */
export interface TakeSnapshotOptions {
  /** @default 'schemas' */
  detail?: SnapshotDetail | undefined;
  /** Soft-deleted subjects and versions too. @default false */
  includeDeleted?: boolean | undefined;
  /** The configurations and modes of contexts and subjects too: two requests for each. @default false */
  includeConfigs?: boolean | undefined;
  /**
   * Subjects outside of the scope too, as far as something in it refers to them, directly or through others. A few requests
   * more for each step. Not at the detail `names`. @default false
   */
  includeReferenced?: boolean | undefined;
  /** Where texts go when they are more than `textsInMemoryBytes`. Closed with the snapshot. @default memory */
  texts?: TextStore | undefined;
  /** How much memory texts may take where `texts` is given; compressed, they take about a tenth. @default 33_554_432 */
  textsInMemoryBytes?: number | undefined;
  /** How many versions to ask for at once, from 2 to 1000. @default 1000 */
  pageSize?: number | undefined;
  /** How many requests at the same time; pages are at most 4 of them. @default 16 */
  concurrency?: number | undefined;
  /** Ends reading; it then fails with `aborted`. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: SnapshotProgress) => void) | undefined;
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
}

/**
 * Reads a part of a registry into one value: in pages where the registry has a bulk read, one by one where it has none. What
 * cannot be read is recorded in `unreadable`; what somebody writes to meanwhile is read again.
 *
 * @param client also one in a context: then it is that context, unless the scope names others
 * @param scope everything, where nothing is said
 * @throws RegistryError when nothing at all can be read, for example `connection_failed` or `unauthorized`
 * @throws SnapshotError `aborted`, `invalid_argument`
 *
 * @example
 * const snapshot = await takeSnapshot(client, { contexts: ['staging'] });
 * console.log(snapshot.subjects.length);
 * await snapshot.close();
 */
export async function takeSnapshot(
  client: RegistryClient,
  scope: SnapshotScope = {},
  options: TakeSnapshotOptions = {},
): Promise<Snapshot> {
  const { detail = 'schemas', includeDeleted = false, includeConfigs = false } = options;
  const { includeReferenced = false } = options;
  const { pageSize = 1000, concurrency = 16, now = Date.now, onProgress } = options;
  const { textsInMemoryBytes = 32 * 1024 * 1024 } = options;
  requireWhole('pageSize', pageSize, 2, 1000);
  requireWhole('concurrency', concurrency, 1, 1000);
  requireWhole('textsInMemoryBytes', textsInMemoryBytes, 0, Number.MAX_SAFE_INTEGER);
  const { name: registry, context } = client.describe();
  const wanted = readScope(scope, context);
  const texts = createSpill(createCompressedTexts(), options.texts, textsInMemoryBytes);
  const unreadable: Unreadable[] = [];
  const startedAt = now();
  let requests = 0;
  const { signal, release } = ownSignal(options.signal);
  const newAsk = (): Ask =>
    createAsk(signal, () => {
      requests += 1;
    });
  const reading: Reading = {
    client: client.inContext(defaultContext),
    ask: newAsk(),
    signal,
    deleted: includeDeleted,
    pageSize,
    concurrency,
    unreadable,
    async keep(listed) {
      const version = readVersion(listed);
      if (detail === 'schemas') await texts.keep(version.guid, listed.schema);
      return version;
    },
    report: (progress) => onProgress?.(progress),
  };
  try {
    const parts = { scope: wanted, detail, includeConfigs, newAsk };
    const own = await readEverything(reading, parts);
    const { everything, referenced } = includeReferenced
      ? await readReferenced(reading, parts, own)
      : { everything: own, referenced: undefined };
    signal.throwIfAborted();
    return createSnapshot({
      registry,
      scope: writtenScope({ ...wanted, referenced }),
      detail,
      includesDeleted: includeDeleted,
      includesConfigs: includeConfigs,
      startedAt,
      endedAt: now(),
      requests,
      unreadable: distinct(unreadable),
      ...everything,
      texts: texts.store,
    });
  } catch (error) {
    await texts.store.close();
    if (!signal.aborted) throw error;
    const message = `Reading ${registry} was ended by its caller.`;
    throw new SnapshotError('aborted', message, { cause: signal.reason });
  } finally {
    release();
  }
}

/** Each once: what is read in steps can fail in each of them. */
function distinct(unreadable: readonly Unreadable[]): Unreadable[] {
  return [...new Map(unreadable.map((part) => [JSON.stringify(part), part])).values()];
}

function requireWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new SnapshotError(
    'invalid_argument',
    `${name} must be a whole number from ${least} to ${most}; it is ${value}.`,
  );
}
