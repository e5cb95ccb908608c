import { normalizeQualifiedName, parseQualifiedName } from '@srkit/registry-protocol';
import { readContext } from '../require-part.ts';
import { SnapshotError } from '../snapshot-error.ts';
import type { NamePair } from './comparison.ts';
import { createNameMap, type NameMap } from './name-map.ts';

/** What of two snapshots is set against each other. */
export interface PairOptions {
  /**
   * Contexts: names that are the same on both sides, or pairs of names. `.` is the default one.
   *
   * @default all, each with the one of its name
   */
  contexts?: readonly (string | NamePair)[] | undefined;
  /**
   * Subjects, qualified outside the default context, and no others: pairs, or names that are the same on both sides but for
   * the `contexts`.
   */
  subjects?: readonly (string | NamePair)[] | undefined;
}

/** Pairs of names as they were asked for. */
export interface WantedPairs {
  readonly names: NameMap;
  /** Undefined for all. */
  readonly contexts: readonly NamePair[] | undefined;
  readonly subjects: readonly NamePair[] | undefined;
}

/**
 * Reads which names are to be compared.
 *
 * @throws SnapshotError `invalid_argument` for what is no name, and for one that stands twice
 */
export function readPairs(options: PairOptions): WantedPairs {
  const contexts = options.contexts && pairsOf(options.contexts, 'contexts', readContext);
  const names = createNameMap(contexts ?? []);
  if (options.subjects === undefined) return { names, contexts, subjects: undefined };
  const subjects = readSubjects(options.subjects, names);
  const implied = contexts ?? impliedContexts(subjects);
  return { names: createNameMap(implied, subjects), contexts: implied, subjects };
}

function pairsOf(
  written: readonly (string | NamePair)[],
  what: string,
  read: (name: string) => string,
): NamePair[] {
  const pairs = written.map((one) =>
    typeof one === 'string'
      ? { source: read(one), target: read(one) }
      : { source: read(one.source), target: read(one.target) },
  );
  for (const side of ['source', 'target'] as const) {
    const seen = new Set<string>();
    for (const { [side]: name } of pairs) {
      if (seen.has(name)) {
        throw new SnapshotError(
          'invalid_argument',
          `${JSON.stringify(name)} stands twice in ${what} as a ${side}. Compare each with one other at a time.`,
        );
      }
      seen.add(name);
    }
  }
  if (pairs.length > 0) return pairs;
  throw new SnapshotError('invalid_argument', `${what} is empty. Leave it out to compare all.`);
}

function readSubjects(written: readonly (string | NamePair)[], contexts: NameMap): NamePair[] {
  const pairs = written.map((one) => {
    if (typeof one !== 'string') return one;
    const source = normalizeQualifiedName(one);
    return { source, target: contexts.inTarget(source) ?? source };
  });
  return pairsOf(pairs, 'subjects', normalizeQualifiedName);
}

/** The contexts that pairs of subjects set against each other, as far as it is one with one. */
function impliedContexts(subjects: readonly NamePair[]): NamePair[] {
  const targets = new Map<string, string>();
  const sources = new Map<string, string>();
  for (const pair of subjects) {
    const source = parseQualifiedName(pair.source).context;
    const target = parseQualifiedName(pair.target).context;
    if (targets.has(source) || sources.has(target)) continue;
    targets.set(source, target);
    sources.set(target, source);
  }
  return [...targets].map(([source, target]) => ({ source, target }));
}
