import { defaultContext, globalContext } from '@srkit/registry-protocol';
import type { Snapshot, SnapshotContext } from '../snapshot.ts';
import { unknownPartsOf } from '../unknown-parts.ts';
import type { ChosenPairs, Pair } from './choose-pairs.ts';
import { type ComparedSettings, compareSettings, type OwnSettings } from './compare-settings.ts';
import type { ContextTallies, SubjectsComparison } from './compare-subjects.ts';
import type {
  ComparedDifference,
  ComparisonState,
  ContextComparison,
  NamePair,
  NotCompared,
  Tally,
} from './comparison.ts';
import { emptyTally } from './tally.ts';

/** What comes of all contexts. */
export interface ComparedContexts {
  readonly contexts: readonly ContextComparison[];
  readonly everywhere: readonly ComparedDifference[];
  /** Settings of which it cannot be told whether they are anybody's own. */
  readonly ambiguous: readonly NotCompared[];
}

/** Compares contexts, their own settings, and what holds everywhere; and gathers what has to change. */
export function compareContexts(
  pairs: ChosenPairs,
  byContext: ReadonlyMap<string, ContextTallies>,
  comparison: SubjectsComparison,
): ComparedContexts {
  const ambiguous: NotCompared[] = [];
  const contexts = pairs.contexts.map((pair) => {
    const { subjects, versions } = byContext.get(pair.source) ?? {
      subjects: emptyTally(),
      versions: emptyTally(),
    };
    const settings =
      comparison.depth.configs && !pairs.bySubject && !pair.unknown
        ? settingsOf(pair, comparison, ambiguous)
        : { differences: [], unknown: [] };
    if (!pairs.bySubject) gatherChanges(pair, settings, subjects, comparison);
    const unknown = pair.unknown
      ? [{ side: pair.unknown.side, what: 'contexts' as const, reason: pair.unknown.reason }]
      : settings.unknown;
    const isThere = pair.inSource !== undefined && pair.inTarget !== undefined;
    const differences = isThere ? settings.differences : [];
    const { source, target } = pair;
    const state = stateOf(pair, subjects, differences.length > 0, unknown.length > 0);
    return { source, target, state, subjects, versions, differences, unknown };
  });
  return { contexts, everywhere: compareEverywhere(pairs, comparison, ambiguous), ambiguous };
}

function stateOf(
  { inSource, inTarget, unknown }: Pair<SnapshotContext>,
  subjects: Tally,
  isDifferent: boolean,
  isUnknown: boolean,
): ComparisonState {
  if (unknown) return 'unknown';
  if (!inTarget) return 'only_in_source';
  if (!inSource) return 'only_in_target';
  const { different, only_in_source: missing, only_in_target: extra } = subjects;
  if (isDifferent || different + missing + extra > 0) return 'different';
  return isUnknown || subjects.unknown > 0 ? 'unknown' : 'equal';
}

function gatherChanges(
  { inSource, inTarget, unknown, source, target }: Pair<SnapshotContext>,
  { differences }: ComparedSettings,
  subjects: Tally,
  { changes, depth }: SubjectsComparison,
): void {
  if (unknown) return;
  if (inSource && !inTarget && subjects.only_in_source === 0) changes.createContext(target);
  if (inTarget && !inSource) {
    // What is soft-deleted keeps its context, and was perhaps not read.
    if (depth.deleted && subjects.unknown === 0) changes.deleteContext(target);
  } else if (inSource) {
    changes.changeSettings({ context: source }, { context: target }, inSource, differences);
  }
}

function settingsOf(
  { inSource = noSettings, inTarget = noSettings, source, target }: Pair<OwnSettings>,
  comparison: SubjectsComparison,
  ambiguous: NotCompared[],
): ComparedSettings {
  const compared = compareSettings(inSource, inTarget, {
    source: (what) => unknownPartsOf(comparison.source).setting(what, { context: source }),
    target: (what) => unknownPartsOf(comparison.target).setting(what, { context: target }),
  });
  const isOnlyOneDefault = (source === defaultContext) !== (target === defaultContext);
  if (!isOnlyOneDefault) return compared;
  const clear = compared.differences.filter((difference) => !mayBeInherited(difference));
  for (const { kind } of compared.differences.filter(mayBeInherited)) {
    ambiguous.push({ what: 'settings', reason: ambiguity({ source, target }, kind) });
  }
  return { ...compared, differences: clear };
}

const noSettings: OwnSettings = {};

/** A registry answers for the default context also where nothing is set there. */
function mayBeInherited(difference: ComparedDifference): boolean {
  if (difference.kind === 'mode') {
    const { source, target } = difference;
    return (source ?? target) === 'READWRITE' && (source === undefined || target === undefined);
  }
  return (
    difference.kind === 'config' &&
    difference.own !== 'both' &&
    difference.fields.every(({ field }) => field === 'compatibilityLevel')
  );
}

function ambiguity({ source, target }: NamePair, kind: string): string {
  const other = source === defaultContext ? target : source;
  return `The ${kind} of '${defaultContext}' and '${other}': '${other}' has none of its own, and whether the default context has one a registry does not tell.`;
}

function compareEverywhere(
  { isWhole }: ChosenPairs,
  { source, target, depth, changes }: SubjectsComparison,
  ambiguous: NotCompared[],
): readonly ComparedDifference[] {
  if (!isWhole || !depth.configs) return [];
  const of = { context: globalContext };
  const without = [source, target].find((side) => hasNothingEverywhere(side));
  if (without) {
    const reason = `${without.registry} has no settings that hold everywhere.`;
    ambiguous.push({ what: 'settings', reason });
    return [];
  }
  const { differences } = compareSettings(source.everywhere, target.everywhere, {
    source: (what) => unknownPartsOf(source).setting(what, of),
    target: (what) => unknownPartsOf(target).setting(what, of),
  });
  changes.changeSettings(of, of, source.everywhere, differences);
  return differences;
}

/** Registries without contexts have none, and all others always answer. */
function hasNothingEverywhere(snapshot: Snapshot): boolean {
  const { setting } = unknownPartsOf(snapshot);
  const isUnknown = (['config', 'mode'] as const).some((what) =>
    setting(what, { context: globalContext }),
  );
  const { config, mode } = snapshot.everywhere;
  return config === undefined && mode === undefined && !isUnknown;
}
