import type { PlacedVersion } from '../indexes.ts';
import { referencedSubject } from '../referenced-subject.ts';
import { referencedVersion } from '../resolve-references.ts';
import type { Snapshot } from '../snapshot.ts';
import { unknownPartsOf } from '../unknown-parts.ts';
import type { ContentComparer } from './compared-content.ts';
import type { AffectedVersion, ComparedDifference, Side, UnknownDifference } from './comparison.ts';
import type { NameMap } from './name-map.ts';

/** What references are compared with. */
export interface ReferenceComparison {
  readonly source: Snapshot;
  readonly target: Snapshot;
  readonly names: NameMap;
  readonly contents: ContentComparer;
  /** Whether a subject of the source is compared itself, so that what differs there is told there. */
  isCompared(subject: string): boolean;
}

/** What comes of the references of two versions. */
export interface ComparedReferences {
  readonly differences: ComparedDifference[];
  readonly unknown: UnknownDifference[];
  readonly affected: AffectedVersion[];
  /** Some lead to what one of the sides did not have to read. */
  readonly leadOutside: boolean;
}

/** Compares what two equal contents refer to: by the same words they can mean something else. */
export async function compareReferences(
  source: PlacedVersion,
  target: PlacedVersion,
  comparison: ReferenceComparison,
): Promise<ComparedReferences> {
  const [differences, unknown, affected]: [
    ComparedDifference[],
    UnknownDifference[],
    AffectedVersion[],
  ] = [[], [], []];
  let leadOutside = false;
  const { version } = source.version;
  for (const [index, reference] of source.version.references.entries()) {
    const other = target.version.references[index];
    if (other === undefined) continue;
    const from = referencedSubject(source.subject.context, reference.subject);
    const to = referencedSubject(target.subject.context, other.subject);
    const difference = {
      kind: 'reference',
      version,
      name: reference.name,
      source: { subject: from, version: reference.version },
      target: { subject: to, version: other.version },
    } as const;
    if (comparison.names.inTarget(from) !== to) {
      differences.push({ ...difference, why: 'other_subject' });
      continue;
    }
    const leads = {
      source: referencedVersion(comparison.source, source.subject.context, reference),
      target: referencedVersion(comparison.target, target.subject.context, other),
    };
    const verdict = await compareLeads(leads, difference, comparison);
    if (verdict.state === 'outside') leadOutside = true;
    else if (verdict.state === 'unknown') unknown.push({ ...verdict.unknown, version });
    else if (verdict.state === 'different' && comparison.isCompared(from)) {
      affected.push({ subject: source.subject.name, version, refersTo: difference.source });
    } else if (verdict.state === 'different') differences.push({ ...difference, why: verdict.why });
  }
  return { differences, unknown, affected, leadOutside };
}

type Leads = Record<Side, PlacedVersion | undefined>;
type Why = Extract<ComparedDifference, { kind: 'reference' }>['why'];
type Verdict =
  | { readonly state: 'equal' | 'outside' }
  | { readonly state: 'different'; readonly why: Why }
  | { readonly state: 'unknown'; readonly unknown: Omit<UnknownDifference, 'version'> };

async function compareLeads(
  leads: Leads,
  places: Record<Side, { subject: string; version: number }>,
  comparison: ReferenceComparison,
): Promise<Verdict> {
  const { source, target } = leads;
  if (source && target) {
    const verdict = await comparison.contents.compare(source, target);
    if (verdict.state === 'equal') return verdict;
    if (verdict.state === 'different') return { state: 'different', why: 'other_content' };
    const { reason } = verdict;
    return { state: 'unknown', unknown: { side: 'source', what: 'reference', reason } };
  }
  let isOutside = false;
  for (const side of ['source', 'target'] as const) {
    const { subject, version } = places[side];
    const why = leads[side]
      ? undefined
      : unknownPartsOf(comparison[side]).version(subject, version);
    if (why?.why === 'unreadable') {
      const reason = `It refers to version ${version} of ${subject}: ${why.reason}`;
      return { state: 'unknown', unknown: { side, what: 'reference', reason } };
    }
    if (why) isOutside = true;
  }
  if (isOutside) return { state: 'outside' };
  if (source === target) return { state: 'equal' };
  return { state: 'different', why: source ? 'missing_in_target' : 'missing_in_source' };
}
