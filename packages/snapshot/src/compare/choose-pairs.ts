import { indexesOf } from '../indexes.ts';
import type { Snapshot, SnapshotContext, SnapshotSubject } from '../snapshot.ts';
import { unknownPartsOf } from '../unknown-parts.ts';
import type { NamePair, Side } from './comparison.ts';
import type { NameMap } from './name-map.ts';
import { type PairOptions, readPairs } from './read-pairs.ts';
import { doMeet, nothingComparable, requireFound } from './refuse-pairs.ts';

/** A context or subject of the source and one of the target; at least one of them is there, or may be. */
export interface Pair<T> extends NamePair {
  readonly inSource?: T;
  readonly inTarget?: T;
  /** Why the one that is not there may be there all the same. */
  readonly unknown?: { readonly side: Side; readonly reason: string };
}

/** What is compared. */
export interface ChosenPairs {
  readonly names: NameMap;
  readonly contexts: readonly Pair<SnapshotContext>[];
  readonly subjects: readonly Pair<SnapshotSubject>[];
  /** How many subjects of each side the other did not read. */
  readonly leftOut: Record<Side, number>;
  /** Contexts that only one side has read. */
  readonly contextsLeftOut: readonly string[];
  /** Whether whole registries are compared: no contexts and no subjects were named. */
  readonly isWhole: boolean;
  readonly bySubject: boolean;
}

/**
 * Sets the contexts and subjects of two snapshots against each other, as far as both have read them.
 *
 * @param options.deleted whether a subject counts that has soft-deleted versions only
 * @throws SnapshotError `invalid_argument`, `context_not_found`, `subject_not_found`
 */
export function choosePairs(
  source: Snapshot,
  target: Snapshot,
  options: PairOptions & { readonly deleted: boolean },
): ChosenPairs {
  const { deleted } = options;
  const { names, contexts: named, subjects: listed } = readPairs(options);
  const [one, other] = [indexesOf(source).contexts, indexesOf(target).contexts];
  const contexts = pairUp(
    named ?? allPairs(one, other, names.contextInTarget, names.contextInSource),
    one,
    other,
    (name) => unknownPartsOf(source).context(name),
    (name) => unknownPartsOf(target).context(name),
  );
  const within = listed ? undefined : named;
  const ofSource = subjectsOf(
    source,
    deleted,
    within?.map((pair) => pair.source),
  );
  const ofTarget = subjectsOf(
    target,
    deleted,
    within?.map((pair) => pair.target),
  );
  const subjects = pairUp(
    listed ?? allPairs(ofSource, ofTarget, names.inTarget, names.inSource),
    ofSource,
    ofTarget,
    (name) => unknownPartsOf(source).subject(name),
    (name) => unknownPartsOf(target).subject(name),
  );
  if (options.contexts) requireFound('context', contexts.nowhere, source, target);
  if (listed) requireFound('subject', subjects.nowhere, source, target);
  const isNothing = contexts.pairs.length === 0 && subjects.pairs.length === 0;
  if (
    (isNothing && contexts.outside.length + subjects.outside.length > 0) ||
    !doMeet(source, target, names)
  ) {
    throw nothingComparable(source, target);
  }
  return {
    names,
    contexts: contexts.pairs,
    subjects: deleted
      ? subjects.pairs
      : subjects.pairs.map((pair) => perhapsDeleted(pair, source, target)),
    leftOut: {
      source: subjects.outside.filter(({ inSource }) => inSource !== undefined).length,
      target: subjects.outside.filter(({ inTarget }) => inTarget !== undefined).length,
    },
    contextsLeftOut: contexts.outside.map(({ inSource, source: ofSource, target: ofTarget }) =>
      inSource ? ofSource : ofTarget,
    ),
    isWhole: named === undefined && listed === undefined,
    bySubject: listed !== undefined,
  };
}

/** Of names alone it cannot be told which are soft-deleted. */
function perhapsDeleted(
  pair: Pair<SnapshotSubject>,
  source: Snapshot,
  target: Snapshot,
): Pair<SnapshotSubject> {
  if (pair.unknown || (pair.inSource && pair.inTarget)) return pair;
  const side = pair.inSource ? 'source' : 'target';
  const { detail, includesDeleted, registry } = side === 'source' ? source : target;
  if (detail !== 'names' || !includesDeleted) return pair;
  const reason = `It may be soft-deleted: of ${registry} only names were read, those of soft-deleted subjects too.`;
  return { ...pair, unknown: { side, reason } };
}

interface PairedUp<T> {
  readonly pairs: Pair<T>[];
  /** One side has it, and the other did not read that part. */
  readonly outside: Pair<T>[];
  /** Neither side has it, nor may have it. */
  readonly nowhere: NamePair[];
}

type Why = (name: string) => { why: string; reason: string } | undefined;

function pairUp<T>(
  wanted: Iterable<NamePair>,
  ofSource: ReadonlyMap<string, T>,
  ofTarget: ReadonlyMap<string, T>,
  whySource: Why,
  whyTarget: Why,
): PairedUp<T> {
  const paired: PairedUp<T> = { pairs: [], outside: [], nowhere: [] };
  for (const { source, target } of wanted) {
    const inSource = ofSource.get(source);
    const inTarget = ofTarget.get(target);
    if (inSource !== undefined && inTarget !== undefined) {
      paired.pairs.push({ source, target, inSource, inTarget });
      continue;
    }
    const pair: Pair<T> = {
      source,
      target,
      ...(inSource !== undefined && { inSource }),
      ...(inTarget !== undefined && { inTarget }),
    };
    const missing = inSource === undefined ? whySource(source) : undefined;
    const why = missing ?? (inTarget === undefined ? whyTarget(target) : undefined);
    const side = missing ? 'source' : 'target';
    if (why?.why === 'outside') paired.outside.push(pair);
    else if (why) paired.pairs.push({ ...pair, unknown: { side, reason: why.reason } });
    else if (inSource === undefined && inTarget === undefined)
      paired.nowhere.push({ source, target });
    else paired.pairs.push(pair);
  }
  return paired;
}

/** Every name of either side, with its counterpart. */
function* allPairs(
  ofSource: ReadonlyMap<string, unknown>,
  ofTarget: ReadonlyMap<string, unknown>,
  inTarget: (name: string) => string | undefined,
  inSource: (name: string) => string | undefined,
): Generator<NamePair> {
  for (const source of ofSource.keys()) {
    const target = inTarget(source);
    if (target !== undefined) yield { source, target };
  }
  for (const target of ofTarget.keys()) {
    const source = inSource(target);
    if (source !== undefined && !ofSource.has(source)) yield { source, target };
  }
}

function subjectsOf(
  snapshot: Snapshot,
  deleted: boolean,
  contexts: readonly string[] | undefined,
): ReadonlyMap<string, SnapshotSubject> {
  const { subjects, subjectsOf: ofContext } = indexesOf(snapshot);
  const isEvery = deleted || !snapshot.includesDeleted;
  if (contexts === undefined && isEvery) return subjects;
  const chosen = contexts?.flatMap((context) => ofContext.get(context) ?? []) ?? snapshot.subjects;
  const counted = isEvery ? chosen : chosen.filter(isLive);
  return new Map(counted.map((subject) => [subject.name, subject]));
}

function isLive({ versions }: SnapshotSubject): boolean {
  return versions.length === 0 || versions.some((version) => !version.deleted);
}
