import { didYouMean } from '../require-part.ts';
import type { Snapshot } from '../snapshot.ts';
import { SnapshotError } from '../snapshot-error.ts';
import { scopeOf } from '../unknown-parts.ts';
import type { NamePair } from './comparison.ts';
import type { NameMap } from './name-map.ts';

/**
 * Refuses names that neither side has, nor may have.
 *
 * @throws SnapshotError `context_not_found`, `subject_not_found`
 */
export function requireFound(
  what: 'context' | 'subject',
  nowhere: readonly NamePair[],
  source: Snapshot,
  target: Snapshot,
): void {
  const [first] = nowhere;
  if (first === undefined) return;
  const [name, other] = [JSON.stringify(first.source), JSON.stringify(first.target)];
  const problem =
    name === other
      ? `There is no ${what} ${name} in ${source.registry} or ${target.registry}.`
      : `There is no ${what} ${name} in ${source.registry}, and no ${other} in ${target.registry}.`;
  const known = [source, target].flatMap((side) => side[`${what}s`].map((one) => one.name));
  const next = didYouMean(first.source, known) || `List ${what}s to see what there is.`;
  throw new SnapshotError(`${what}_not_found`, `${problem} ${next.trim()}`);
}

/** Whether two snapshots were to read anything in common. */
export function doMeet(source: Snapshot, target: Snapshot, names: NameMap): boolean {
  const [one, other] = [scopeOf(source), scopeOf(target)];
  return (
    haveCommon(one.contexts, other.contexts, names.contextInTarget) &&
    haveCommon(one.subjects, other.subjects, names.inTarget)
  );
}

function haveCommon(
  ofSource: ReadonlySet<string> | undefined,
  ofTarget: ReadonlySet<string> | undefined,
  inTarget: (name: string) => string | undefined,
): boolean {
  if (ofSource === undefined || ofTarget === undefined) return true;
  return [...ofSource].some((name) => ofTarget.has(inTarget(name) ?? ''));
}

/** What to say where no part of one snapshot can be set against one of the other. */
export function nothingComparable(source: Snapshot, target: Snapshot): SnapshotError {
  return new SnapshotError(
    'invalid_argument',
    `Nothing can be compared: of ${source.registry} was read ${describeScope(source)}, of ${target.registry} ${describeScope(target)}. Read the same part of both, or say in contexts or subjects which names stand for which.`,
  );
}

function describeScope({ scope }: Snapshot): string {
  const { referenced: _, ...wanted } = scope;
  const parts = Object.entries(wanted).map(
    ([name, value]) => `${name} ${shorten(JSON.stringify(value))}`,
  );
  return parts.length === 0 ? 'everything' : parts.join(', ');
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
