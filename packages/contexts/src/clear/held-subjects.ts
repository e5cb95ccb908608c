import {
  type ContextName,
  type Mode,
  parseQualifiedName,
  qualifiedName,
} from '@srkit/registry-protocol';
import type { Snapshot, SnapshotSubject } from '@srkit/snapshot';
import { isReadOnly } from '../mode-in-force.ts';
import type { BlockedBy } from './find-blocked.ts';

/** A subject that stays whatever refers to it. */
interface Held {
  readonly by: BlockedBy;
  readonly reason: string;
}

/** Finds the subjects that stay because of their mode, or because their name stands for another. */
export function heldOf(
  candidates: ReadonlyMap<string, SnapshotSubject>,
  modes: ReadonlyMap<ContextName, Mode>,
  aliases: ReadonlyMap<string, string> | undefined,
): Map<string, Held> {
  const held = new Map<string, Held>();
  for (const subject of candidates.values()) {
    const { name, context, config } = subject;
    const mode = subject.mode ?? modes.get(context);
    const target = config?.alias ?? aliases?.get(name);
    if (isReadOnly(mode)) {
      const reason = `The mode in force is ${mode}, in which nothing is deleted.`;
      held.set(name, { by: 'mode', reason });
    } else if (target !== undefined && fullName(context, target) !== name) {
      const reason = `Its name is an alias of ${fullName(context, target)}, which the registry would delete in its place. Remove the alias from its configuration first.`;
      held.set(name, { by: 'alias', reason });
    }
  }
  return held;
}

function fullName(context: ContextName, alias: string): string {
  const named = parseQualifiedName(alias);
  if (alias.startsWith(':')) return qualifiedName(named.context, named.subject);
  return qualifiedName(context, alias);
}

/** The mode in force for subjects without one of their own, as far as it is known. */
export function modesOf(
  { contexts, everywhere, includesConfigs }: Snapshot,
  names: readonly ContextName[],
  known: ReadonlyMap<ContextName, Mode> | undefined,
): Map<ContextName, Mode> {
  const own = new Map(contexts.map(({ name, mode }) => [name, mode]));
  const found = new Map<ContextName, Mode>();
  for (const name of names) {
    const read = includesConfigs ? (own.get(name) ?? everywhere.mode ?? 'READWRITE') : undefined;
    const mode = known?.get(name) ?? read;
    if (mode !== undefined) found.set(name, mode);
  }
  return found;
}
