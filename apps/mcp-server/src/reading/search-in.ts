import type { RegistryClient } from '@srkit/registry-client';
import { type ContextName, defaultContext, everyContext } from '@srkit/registry-protocol';
import type { SearchHit, SearchQuery, SnapshotDetail } from '@srkit/snapshot';
import { answerWords } from '../present/answer-words.ts';
import { describeUnknown } from './describe-unknown.ts';
import { type ReadingCall, withSnapshot } from './with-snapshots.ts';

/** How many hits are kept: what is more has to be asked for more exactly. */
const mostHits = 2_000;

/**
 * Reads a registry, or one context with what it refers to elsewhere, and searches it.
 *
 * @param options.all searches every version, and not only the latest
 */
export async function searchIn(
  { client, context }: { client: RegistryClient; context: ContextName },
  query: SearchQuery,
  { all, subjectPrefix }: { all: boolean; subjectPrefix: string | undefined },
  call: ReadingCall,
) {
  const request = {
    client: client.inContext(defaultContext),
    scope: context === everyContext ? {} : { contexts: [context] },
    includeReferenced: true,
    detail: detailFor(query),
    includeDeleted: all,
  };
  return withSnapshot(request, call, async (snapshot, { searchSchemas }) => {
    const found = await searchSchemas(snapshot, query, {
      versions: all ? 'all' : 'latest',
      ...(context !== everyContext && { contexts: [context] }),
      subjectPrefix,
      limit: mostHits,
      signal: call.signal,
    });
    const { hits, total, offset: _, limit: __, notSearched, unknown, ...counts } = found;
    return {
      hits: hits.map(answerHit),
      total_hits: total,
      ...answerWords(counts),
      ...(notSearched.total > 0 && { not_searched: answerWords(notSearched.versions) }),
      total_not_searched: notSearched.total,
      ...describeUnknown(unknown),
    };
  });
}

function answerHit({ context: _, deleted, ...hit }: SearchHit) {
  return answerWords({ ...hit, ...(deleted && { deleted }) });
}

/** How much has to be read for a query. */
function detailFor(query: SearchQuery): SnapshotDetail {
  if (query.kind === 'structure' || query.in === undefined) return 'schemas';
  if (query.in.some((target) => target !== 'subject' && target !== 'metadata')) return 'schemas';
  return 'versions';
}
