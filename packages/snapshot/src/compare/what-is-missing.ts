import { globalContext, parseQualifiedName } from '@srkit/registry-protocol';
import type { Snapshot, Unreadable } from '../snapshot.ts';
import type { ChosenPairs } from './choose-pairs.ts';
import type { NotCompared, Side } from './comparison.ts';
import type { Depth } from './depth.ts';

/** What is not compared, as one of the snapshots did not have to read it. */
export function whatIsNotCompared(
  { contextsLeftOut, leftOut }: ChosenPairs,
  depth: Depth,
  { leadOutside }: { leadOutside: boolean },
): NotCompared[] {
  const reasons: Record<NotCompared['what'], string | false> = {
    versions: !depth.versions && 'Of one of the snapshots only names were read.',
    deleted:
      !depth.deleted && 'Not both snapshots have soft-deleted versions, so that they are left out.',
    configs: !depth.configs && 'Not both snapshots have configurations and modes.',
    contexts:
      contextsLeftOut.length > 0 &&
      `Only one of the snapshots was to read these contexts: ${listed(contextsLeftOut)}.`,
    subjects:
      leftOut.source + leftOut.target > 0 &&
      `${leftOut.source} subjects of the source and ${leftOut.target} of the target are outside what the other snapshot was to read.`,
    references:
      leadOutside && 'Some references lead to subjects that not both snapshots were to read.',
    settings: false,
  };
  return Object.entries(reasons).flatMap(([what, reason]) =>
    reason === false ? [] : [{ what: what as NotCompared['what'], reason }],
  );
}

/** What could not be read, of what is compared. */
export function unreadableParts(
  source: Snapshot,
  target: Snapshot,
  pairs: ChosenPairs,
  depth: Depth,
): (Unreadable & { side: Side })[] {
  return (['source', 'target'] as const).flatMap((side) => {
    const { unreadable } = side === 'source' ? source : target;
    if (unreadable.length === 0) return [];
    const contexts = new Set(pairs.contexts.map((pair) => pair[side]));
    const subjects = new Set(pairs.subjects.map((pair) => pair[side]));
    return unreadable
      .filter((part) => isRelevant(part, { contexts, subjects }, pairs, depth))
      .map((part) => ({ side, ...part }));
  });
}

function isRelevant(
  { what, subject, context }: Unreadable,
  compared: { contexts: ReadonlySet<string>; subjects: ReadonlySet<string> },
  { isWhole, bySubject }: ChosenPairs,
  depth: Depth,
): boolean {
  const isSetting = what === 'config' || what === 'mode';
  if (isSetting && !depth.configs) return false;
  if (context === globalContext) return isWhole;
  if (subject !== undefined) {
    const isInside =
      compared.subjects.has(subject) ||
      (isWhole && !bySubject) ||
      (!bySubject && compared.contexts.has(parseQualifiedName(subject).context));
    return isInside && (isSetting || depth.versions || !compared.subjects.has(subject));
  }
  if (bySubject) return false;
  if (what === 'contexts') return isWhole;
  return context === undefined || isWhole || compared.contexts.has(context);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(', ');
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}
