import type { RegistryClient } from '@srkit/registry-client';
import type { ContextName, Mode, VersionSelector } from '@srkit/registry-protocol';
import { findReferrers, type Referrer } from '../reading/find-referrers.ts';
import { inParallel } from '../reading/in-parallel.ts';
import { modeInForce, type SettingSource } from '../reading/setting-in-force.ts';
import { type SubjectVersions, versionsOf } from '../reading/versions-of.ts';
import { type Refusal, refusedByMode } from './refusal.ts';

/** What is to be deleted. */
export interface Deletion {
  /** In the context. */
  client: RegistryClient;
  context: ContextName;
  subject: string;
  /** Only this version; the whole subject without it. */
  version?: VersionSelector;
  permanent: boolean;
}

/** What a deletion would do. */
export interface DeletionPlan {
  permanent: boolean;
  /** What would go. */
  versions: number[];
  /** A registry deletes for good only what was softly deleted before. */
  steps: ('soft_delete' | 'permanent_delete')[];
  /** What refers to it from outside, and forbids it. */
  referenced_by: Referrer[];
  /** Ids of schemas that refer to it and were found in no context. */
  unresolved_ids?: number[];
  mode: Mode;
  mode_source: SettingSource;
  /** Absent when the registry would do it. */
  would_be_refused?: Refusal;
  warnings?: string[];
}

/** Decides what deleting would do, and whether the registry would refuse. Reads only. */
export async function planDeletion(
  deletion: Deletion,
  { signal }: { signal: AbortSignal },
): Promise<DeletionPlan> {
  const { client, context, subject, permanent } = deletion;
  const [there, mode] = await Promise.all([
    versionsOf(client, subject, { signal }),
    modeInForce({ client, context, subject }, { signal }),
  ]);
  const { versions, missing } = chosenVersions(deletion, there);
  const found = await inParallel(versions, (version) =>
    // A soft deletion is stopped only by what is not deleted itself, a permanent one by anything.
    findReferrers({ client, context, subject, version }, { deleted: permanent, signal }),
  );
  const referrers = found
    .flatMap((one) => one.referrers)
    .filter((one) => deletion.version !== undefined || !isSubject(one, deletion));
  const unresolved = found.flatMap((one) => one.unresolvedIds);
  const refused = missing ?? refusedByMode(mode.value) ?? refusedByReferrers(referrers, unresolved);
  const stillLive = versions.some((version) => there.live.includes(version));
  const all = versions.length === there.live.length + there.softDeleted.length;
  return {
    permanent,
    versions,
    steps: permanent
      ? [...(stillLive ? (['soft_delete'] as const) : []), 'permanent_delete']
      : ['soft_delete'],
    referenced_by: referrers,
    ...(unresolved.length > 0 && { unresolved_ids: unresolved }),
    mode: mode.value,
    mode_source: mode.source,
    ...(refused && { would_be_refused: refused }),
    ...(permanent &&
      all &&
      versions.length > 0 && {
        warnings: [
          'The configuration and the mode of the subject itself go with its last version.',
        ],
      }),
  };
}

function isSubject(referrer: Referrer, { context, subject }: Deletion): boolean {
  return referrer.context === context && referrer.subject === subject;
}

function chosenVersions(
  { subject, version, permanent }: Deletion,
  { live, softDeleted }: SubjectVersions,
): { versions: number[]; missing?: Refusal } {
  const all = [...live, ...softDeleted].sort((one, other) => one - other);
  if (all.length === 0) {
    const reason = `There is no subject ${JSON.stringify(subject)} here.`;
    return { versions: [], missing: { code: 'subject_not_found', reason } };
  }
  if (version === undefined) {
    if (permanent) return { versions: all };
    if (live.length > 0) return { versions: live };
    const reason = 'The subject is softly deleted already. permanent=true deletes it for good.';
    return { versions: [], missing: { code: 'subject_soft_deleted', reason } };
  }
  const number = version === 'latest' ? live.at(-1) : version;
  if (number === undefined || !all.includes(number)) {
    const reason = `There is no version ${version} of ${JSON.stringify(subject)}; it has ${all.join(', ')}.`;
    return { versions: [], missing: { code: 'version_not_found', reason } };
  }
  if (permanent || live.includes(number)) return { versions: [number] };
  const reason = 'The version is softly deleted already. permanent=true deletes it for good.';
  return { versions: [], missing: { code: 'version_soft_deleted', reason } };
}

function refusedByReferrers(
  referrers: readonly Referrer[],
  unresolvedIds: readonly number[],
): Refusal | undefined {
  if (referrers.length === 0 && unresolvedIds.length === 0) return undefined;
  const names = [
    ...referrers.map(
      ({ context, subject, version }) => `${subject} version ${version} (${context})`,
    ),
    ...unresolvedIds.map((id) => `schema id ${id}`),
  ];
  const shown = names.slice(0, 5).join(', ');
  const rest = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return { code: 'reference_exists', reason: `It is referred to by ${shown}${rest}.` };
}
