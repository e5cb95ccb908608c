import { isSchemaError, type PreviousSchema, sameCompatibilityGroup } from '@srkit/schemas';
import { countedVersions } from '../compare/compare-versions.ts';
import { type CompatibilityVerdict, judgeCompatibility } from '../compatibility-verdict.ts';
import { type ConfigSource, type EffectiveConfig, effectiveConfig } from '../effective-config.ts';
import { findVersion } from '../resolve-references.ts';
import type { SchemaReader } from '../schema-reader.ts';
import type { SnapshotSubject, SnapshotVersion } from '../snapshot.ts';
import { isSnapshotError } from '../snapshot-error.ts';
import type { Conflict } from './conflict.ts';
import {
  type ConflictSearch,
  conflicting,
  type FoundConflicts,
  namesOf,
  type SubjectPair,
} from './conflict-search.ts';

/**
 * Finds whether the newest versions of two subjects can stand in one: whether they are of one type, and compatible at the
 * target's level in both directions.
 *
 * @param unread why not every version of one of the subjects is known
 */
export async function findLatestConflicts(
  pair: SubjectPair,
  search: ConflictSearch,
  unread: string | undefined,
): Promise<FoundConflicts> {
  const latest = findVersion(pair.source, 'latest');
  const other = findVersion(pair.target, 'latest');
  if (latest === undefined || other === undefined) return nothing();
  const { contents } = search;
  const [one, two] = [
    { subject: pair.source, version: latest },
    { subject: pair.target, version: other },
  ];
  if ((await contents.compare(one, two)).state === 'equal') return nothing();
  if (unread !== undefined)
    return unknown(pair, `Which versions are the newest is not known: ${unread}`);
  if (latest.schemaType !== other.schemaType) return found(typeConflict(pair, latest, other));
  // What the target has already need not be registered.
  if (await contents.isAmong(one, pair.target, countedVersions(pair.target, false)))
    return nothing();
  try {
    return await judge(pair, latest, other, search);
  } catch (error) {
    const isOfSchema =
      isSchemaError(error) ||
      isSnapshotError(error, 'reference_not_found') ||
      isSnapshotError(error, 'text_unknown');
    if (!isOfSchema) throw error;
    return unknown(
      pair,
      `Whether the newest versions are compatible cannot be told: ${error.message}`,
    );
  }
}

async function judge(
  pair: SubjectPair,
  latest: SnapshotVersion,
  other: SnapshotVersion,
  { target, parseSource, parseTarget, contents }: ConflictSearch,
): Promise<FoundConflicts> {
  const effective = effectiveConfig(target, pair.target);
  if (effective.level === 'NONE') return nothing();
  const ofSource = { subject: pair.source, parse: parseSource };
  const ofTarget = { subject: pair.target, parse: parseTarget };
  const sourceAfterTarget = await judgeAfter(latest, ofSource, ofTarget, effective);
  const targetAfterSource = await judgeAfter(other, ofTarget, ofSource, effective);
  const isBehind = await goesOnFrom(pair, other, contents);
  if (sourceAfterTarget.compatible && (isBehind || targetAfterSource.compatible)) return nothing();
  const { level, source: levelSource } = effective;
  const [reading, first] = sourceAfterTarget.compatible
    ? [`the target's version ${other.version} may not follow the source's`, targetAfterSource]
    : [`the source's version ${latest.version} may not follow the target's`, sourceAfterTarget];
  const why = first.reasons[0]?.message ?? 'They are not compatible.';
  return found({
    kind: 'incompatible',
    subject: pair.source.name,
    targetSubject: pair.target.name,
    source: conflicting(pair.source, latest),
    target: conflicting(pair.target, other),
    level,
    levelSource,
    relation: isBehind ? 'target_behind' : 'diverged',
    sourceAfterTarget,
    targetAfterSource,
    reason: `${namesOf(pair)}: at the level ${level}${levelInWords[levelSource]} ${reading}: ${why}`,
  });
}

const levelInWords: Record<ConfigSource, string> = {
  subject: ' of the subject',
  context: ' of its context',
  everywhere: ' that holds everywhere',
  default_context: ' of the default context',
  assumed: ' (assumed, as configurations were not read)',
};

interface JudgedSide {
  readonly subject: SnapshotSubject;
  readonly parse: SchemaReader;
}

/** Whether a version of one side may follow the versions of the other. */
async function judgeAfter(
  version: SnapshotVersion,
  own: JudgedSide,
  { subject, parse }: JudgedSide,
  { config, level }: EffectiveConfig,
): Promise<CompatibilityVerdict> {
  const { compatibilityGroup, compatibilityPolicy, validateFields } = config;
  const { metadata } = version;
  const group = compatibilityGroup ?? undefined;
  const comparable = sameCompatibilityGroup(countedVersions(subject, false), metadata, group);
  const relevant = level.endsWith('_TRANSITIVE') ? comparable : comparable.slice(-1);
  const previous: PreviousSchema[] = [];
  for (const earlier of relevant) {
    const { parsed: schema } = await parse({ subject, version: earlier });
    previous.push({ version: earlier.version, schema, metadata: earlier.metadata });
  }
  const { parsed: next } = await own.parse({ subject: own.subject, version });
  return judgeCompatibility(next, previous, level, {
    validateFields: validateFields === true,
    policy: compatibilityPolicy === 'LENIENT' ? 'LENIENT' : 'STRICT',
    metadata,
  });
}

/** Whether the source has the target's newest content, so that it goes on from there. */
async function goesOnFrom(
  { source, target }: SubjectPair,
  latest: SnapshotVersion,
  contents: ConflictSearch['contents'],
): Promise<boolean> {
  const place = { subject: target, version: latest };
  for (const version of countedVersions(source, false).toReversed()) {
    if (await contents.isSame({ subject: source, version }, place)) return true;
  }
  return false;
}

function typeConflict(
  pair: SubjectPair,
  latest: SnapshotVersion,
  other: SnapshotVersion,
): Conflict {
  return {
    kind: 'schema_type',
    subject: pair.source.name,
    targetSubject: pair.target.name,
    source: { version: latest.version, schemaType: latest.schemaType },
    target: { version: other.version, schemaType: other.schemaType },
    reason: `The newest version of ${namesOf(pair)} is ${latest.schemaType} in the source, and ${other.schemaType} in the target.`,
  };
}

function found(conflict: Conflict): FoundConflicts {
  return { conflicts: [conflict], unknown: [] };
}

function unknown({ source }: SubjectPair, reason: string): FoundConflicts {
  return { conflicts: [], unknown: [{ subject: source.name, reason }] };
}

function nothing(): FoundConflicts {
  return { conflicts: [], unknown: [] };
}
