import { everyContext } from '@srkit/registry-protocol';
import { type Asked, type Failure, unread } from './ask.ts';
import type { Reading } from './reading.ts';
import { isInScope, type ReadScope } from './scope.ts';
import { type Part, prefixOf } from './shard.ts';
import { inParallel } from './work-queue.ts';

/** Which subjects there are, by their qualified names. */
export interface Names {
  readonly all: ReadonlySet<string>;
  /** Where they could not be listed, so that there may be more. */
  readonly unknown: readonly { readonly part: Part; readonly failure: Failure }[];
}

/**
 * Lists the subjects of parts. What cannot be listed for all contexts at once is listed for each.
 *
 * @param contexts as far as they are known
 */
export async function listNames(
  reading: Reading,
  scope: ReadScope,
  parts: readonly Part[],
  contexts: readonly string[],
): Promise<Names> {
  const all = new Set<string>();
  const unknown: { part: Part; failure: Failure }[] = [];
  await inParallel(parts, reading.concurrency, async (part) => {
    const names = await askForNames(reading, part);
    if (names.ok) for (const name of names.value) if (isInScope(scope, name)) all.add(name);
    if (!names.ok) unknown.push({ part, failure: names });
  });
  const divided = unknown.flatMap(({ part }) => partsByContext(part, contexts));
  if (divided.length === 0) return { all, unknown };
  const rest = await listNames(reading, scope, divided, []);
  return { all: new Set([...all, ...rest.all]), unknown: rest.unknown };
}

/** Records that there may be subjects that nobody has seen. */
export function recordUnknownNames(
  { unreadable }: Reading,
  { unknown }: Pick<Names, 'unknown'>,
): void {
  for (const { part, failure } of unknown) {
    const { context } = part;
    const isOfOne = context !== undefined && context !== everyContext;
    unreadable.push(unread({ what: 'subjects', ...(isOfOne && { context }) }, failure));
  }
}

/** The parts of one that is of all contexts; none where contexts are not known, or there is only one. */
export function partsByContext(part: Part, contexts: readonly string[]): Part[] {
  if (part.context !== everyContext || contexts.length < 2) return [];
  return contexts.map((context) => ({ ...part, context }));
}

async function askForNames(
  { ask, client, deleted }: Reading,
  part: Part,
): Promise<Asked<string[]>> {
  // Without a prefix every registry lists everything, also one that knows no contexts.
  const isAll = part.context === everyContext && part.subjectPrefix === '';
  const subjectPrefix = isAll ? undefined : prefixOf(part);
  return ask(async ({ signal }) => client.subjects.list({ subjectPrefix, deleted, signal }));
}
