import { indexesOf, type PlacedVersion } from '../indexes.ts';
import { requireContexts } from '../require-part.ts';
import type { Snapshot, SnapshotSubject, SnapshotVersion } from '../snapshot.ts';
import { SnapshotError } from '../snapshot-error.ts';
import { takeTurns } from '../take-turns.ts';
import { type ReadQuery, readQuery } from './read-query.ts';
import { type ContentResult, createContentSearch } from './search-content.ts';
import type { ContentHit, NotSearched, SearchHit, SearchResult } from './search-hit.ts';
import { searchMetadata, searchName } from './search-metadata.ts';
import type { SearchQuery, SearchTarget } from './search-query.ts';

/** How a search is made. */
export interface SearchOptions {
  /** `latest` for the newest version of each subject that is not soft-deleted; `all` for soft-deleted ones too. @default 'latest' */
  versions?: 'latest' | 'all' | undefined;
  /** Only these contexts. @default all */
  contexts?: readonly string[] | undefined;
  /** Only subjects whose name, without its context, begins with this. @default '' */
  subjectPrefix?: string | undefined;
  /** Only schemas of these types. @default all */
  schemaTypes?: readonly string[] | undefined;
  /** Whether what stands in schemas that a schema refers to is found in it too. @default true */
  throughReferences?: boolean | undefined;
  /** How many hits are left out at the beginning. @default 0 */
  offset?: number | undefined;
  /** How many hits are given at most, from 0 to 10,000; all are counted. @default 100 */
  limit?: number | undefined;
  /** Ends the search; it then fails with `aborted`. */
  signal?: AbortSignal | undefined;
}

const mostNotSearched = 100;
const targetsWithoutTexts: readonly SearchTarget[] = ['subject', 'metadata'];

/**
 * Searches the subjects and schemas of a snapshot: for a text, a regular expression, or fields of a certain kind. Each content
 * is parsed once, whatever number of versions has it.
 *
 * @throws SnapshotError `invalid_argument`, `context_not_found`, `aborted`, `closed`
 *
 * @example
 * const { hits } = await searchSchemas(snapshot, { kind: 'structure', field: 'email', nullable: true, hasDoc: false });
 */
export async function searchSchemas(
  snapshot: Snapshot,
  query: SearchQuery,
  options: SearchOptions = {},
): Promise<SearchResult> {
  const { offset = 0, limit = 100, throughReferences = true, signal } = options;
  requireWhole('offset', offset, Number.MAX_SAFE_INTEGER);
  requireWhole('limit', limit, 10_000);
  const read = readQuery(query);
  requireDetail(snapshot, read);
  const subjects = chooseSubjects(snapshot, options);
  const turn = takeTurns(`Searching ${snapshot.registry}`, signal);
  const contents = createContentSearch(snapshot, read, { throughReferences, turn });
  const needsContents = needsTexts(read);
  const remembered = new Map<string, ContentResult>();
  const hits: SearchHit[] = [];
  const failures: NotSearched[] = [];
  let [total, notSearched] = [0, 0];
  let [matchedSubjects, matchedVersions, searchedSubjects, searchedVersions] = [0, 0, 0, 0];

  for (const subject of subjects) {
    await turn();
    const versions = chooseVersions(subject, options);
    if (versions === undefined) continue;
    searchedSubjects += 1;
    const before = total;
    const named = searchName(read, subject);
    take(named, named.length, place(subject, versions.at(-1)));
    for (const version of versions) {
      await turn();
      searchedVersions += 1;
      const beforeVersion = total;
      const where = place(subject, version);
      const own = searchMetadata(read, version);
      take(own, own.length, where);
      if (needsContents) {
        const { hits: found, count, failure } = await searchContent({ subject, version });
        take(found, count, where);
        if (failure) {
          notSearched += 1;
          const name = { subject: subject.name, version: version.version, id: version.id };
          if (failures.length < mostNotSearched) failures.push({ ...name, ...failure });
        }
      }
      if (total > beforeVersion) matchedVersions += 1;
    }
    if (total > before) matchedSubjects += 1;
  }
  return {
    ...{ hits, total, offset, limit },
    ...{ matchedSubjects, matchedVersions, searchedSubjects, searchedVersions },
    notSearched: { total: notSearched, versions: failures },
    unknown: snapshot.unreadable,
  };

  /** Takes those of some hits that are asked for, and counts all. */
  function take(found: readonly ContentHit[], count: number, where: Place): void {
    const first = Math.max(0, offset - total);
    const room = limit - hits.length;
    for (const hit of found.slice(first, first + room)) hits.push({ ...where, ...hit });
    total += count;
  }

  async function searchContent(placed: PlacedVersion): Promise<ContentResult> {
    const { guid, schemaType, references } = placed.version;
    // What an unqualified reference leads to depends on the context.
    const context = references.length === 0 ? '' : placed.subject.context;
    const key = `${schemaType} ${guid} ${context}`;
    const known = remembered.get(key);
    if (known) return known;
    const result = await contents(placed, Math.max(0, offset + limit - total));
    const isShared = (indexesOf(snapshot).placesOf.get(guid)?.length ?? 0) > 1;
    if (isShared) remembered.set(key, result);
    return result;
  }
}

/** Where a hit stands. */
type Place = Omit<SearchHit, keyof ContentHit>;

function place({ name, context }: SnapshotSubject, version: SnapshotVersion | undefined): Place {
  if (version === undefined) return { subject: name, context };
  const { id, schemaType, deleted } = version;
  return { subject: name, context, version: version.version, id, schemaType, deleted };
}

function chooseSubjects(
  snapshot: Snapshot,
  { contexts, subjectPrefix = '' }: SearchOptions,
): readonly SnapshotSubject[] {
  const names = contexts && requireContexts(snapshot, contexts);
  return snapshot.subjects.filter(
    ({ context, subject }) => (names?.has(context) ?? true) && subject.startsWith(subjectPrefix),
  );
}

/** The versions of a subject that are searched; undefined where it has some, and none of them is. */
function chooseVersions(
  { versions }: SnapshotSubject,
  { versions: which = 'latest', schemaTypes }: SearchOptions,
): readonly SnapshotVersion[] | undefined {
  if (versions.length === 0) return schemaTypes === undefined ? versions : undefined;
  const newest = versions.findLast(({ deleted }) => !deleted);
  const chosen = which === 'all' ? versions : newest === undefined ? [] : [newest];
  const types = schemaTypes && new Set(schemaTypes.map((type) => type.toUpperCase()));
  const left = types ? chosen.filter(({ schemaType }) => types.has(schemaType)) : chosen;
  return left.length === 0 ? undefined : left;
}

function needsTexts({ targets }: ReadQuery): boolean {
  return [...targets].some((target) => !targetsWithoutTexts.includes(target));
}

function requireDetail({ detail, registry }: Snapshot, query: ReadQuery): void {
  if (detail === 'schemas') return;
  const least = needsTexts(query)
    ? 'schemas'
    : query.targets.has('metadata')
      ? 'versions'
      : 'names';
  if (least === 'names' || least === detail) return;
  const other = detail === 'names' ? "'subject'" : "'subject' and 'metadata'";
  throw new SnapshotError(
    'invalid_argument',
    `The snapshot of ${registry} was taken at the detail '${detail}'. Take one at '${least}', or search in ${other} only.`,
  );
}

function requireWhole(name: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= most) return;
  const message = `${name} must be a whole number from 0 to ${most}; it is ${value}.`;
  throw new SnapshotError('invalid_argument', message);
}
