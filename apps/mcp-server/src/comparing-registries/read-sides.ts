import type { Registry } from '@srkit/registries';
import { defaultContext, qualifiedName } from '@srkit/registry-protocol';
import type { NamePair, Snapshot, SnapshotScope } from '@srkit/snapshot';
import { oneContext, resolveSubject } from '../policy/resolve-place.ts';
import {
  type ReadingCall,
  type SnapshotLibrary,
  type SnapshotRequest,
  withSnapshots,
} from '../reading/with-snapshots.ts';
import { ToolError } from '../tool-error.ts';

/** One of two places that are compared. */
export interface Side {
  registry: Registry;
  /** Undefined for every context. */
  context: string | undefined;
  /** Qualified, and no others; undefined for all. */
  subjects?: readonly string[];
}

/** Two of them. */
export interface Sides {
  source: Side;
  target: Side;
}

/** What of a side is read. */
type SideParts = Pick<SnapshotRequest, 'detail' | 'includeDeleted' | 'includeConfigs'>;

/**
 * Finds what is compared.
 *
 * @param written contexts as they came; where only one is named, it is that of both sides
 * @throws ToolError `invalid_arguments` where only the target's is named
 */
export function sidesOf(
  registries: { source: Registry; target: Registry },
  written: { context?: string | undefined; targetContext?: string | undefined },
): Sides {
  const { context, targetContext } = written;
  if (context === undefined && targetContext !== undefined) {
    throw new ToolError(
      'invalid_arguments',
      "'target_context' says what 'context' is called in the target. Name 'context', too.",
    );
  }
  return {
    source: { registry: registries.source, context: read(context) },
    target: { registry: registries.target, context: read(targetContext ?? context) },
  };
}

/**
 * Narrows what is compared to some subjects.
 *
 * @param names bare, or qualified where their side has no context
 * @throws ToolError `invalid_arguments` for a name that contradicts the context of its side
 */
export function subjectsOf(
  { source, target }: Sides,
  names: { source: readonly string[]; target: readonly string[] },
): Sides {
  const narrow = (side: Side, subjects: readonly string[]): Side => {
    const resolved = subjects.map((name) => resolveSubject(name, side.context, defaultContext));
    return {
      ...side,
      subjects: resolved.map(({ context, subject }) => qualifiedName(context, subject)),
    };
  };
  return { source: narrow(source, names.source), target: narrow(target, names.target) };
}

/** The pairs of contexts and subjects, as the library takes them. */
export function pairsOf({ source, target }: Sides): {
  contexts?: NamePair[];
  subjects?: NamePair[];
} {
  return {
    ...(source.context !== undefined &&
      target.context !== undefined && {
        contexts: [{ source: source.context, target: target.context }],
      }),
    ...(source.subjects && {
      subjects: source.subjects.map((name, index) => ({
        source: name,
        target: target.subjects?.[index] ?? name,
      })),
    }),
  };
}

/**
 * Reads both sides at the same time, with all that they refer to, and asks them something.
 *
 * @throws ToolError `invalid_arguments` where both are the same
 */
export async function readSides<Answer>(
  { source, target }: Sides,
  parts: { source: SideParts; target: SideParts },
  call: ReadingCall,
  ask: (
    snapshots: readonly [source: Snapshot, target: Snapshot],
    library: SnapshotLibrary,
  ) => Promise<Answer>,
): Promise<Answer> {
  requireTwo(source, target);
  return withSnapshots(
    [requestOf(source, parts.source), requestOf(target, parts.target)],
    call,
    ask,
  );
}

function requireTwo(source: Side, target: Side): void {
  const { name } = source.registry;
  const isSame =
    source.registry === target.registry &&
    source.context === target.context &&
    String(source.subjects) === String(target.subjects);
  if (!isSame) return;
  const what = source.context === undefined ? name : `the context ${source.context} of ${name}`;
  throw new ToolError(
    'invalid_arguments',
    `Both sides are ${what}. Name another registry as 'target', or two contexts of one with compare_contexts_across_registries and its 'context' and 'target_context'.`,
  );
}

function requestOf({ registry, context, subjects }: Side, parts: SideParts): SnapshotRequest {
  const scope: SnapshotScope = subjects
    ? { subjects }
    : context === undefined
      ? {}
      : { contexts: [context] };
  return {
    ...parts,
    client: registry.client.inContext(defaultContext),
    scope,
    includeReferenced: true,
  };
}

function read(context: string | undefined): string | undefined {
  return context === undefined ? undefined : oneContext(context);
}
