import { parseQualifiedName } from '@srkit/registry-protocol';
import type { Change, ContextIds } from './change.ts';
import { createIdIndex, type IdIndex } from './id-index.ts';
import type { SchemaRecord } from './records.ts';
import { referencedVersions } from './referenced-subject.ts';
import {
  createReferrerIndex,
  type ReferrerDifference,
  type ReferrerIndex,
} from './referrer-index.ts';

/**
 * Changes that bring versions back, with what their context's ids stand for: the versions as they are, then what only the way
 * there has left behind (ids that went, versions that were overwritten).
 */
export function dumpVersions(
  records: readonly SchemaRecord[],
  byContext: ReadonlyMap<string, IdIndex>,
  referrers: ReferrerIndex,
): Change[] {
  const again = new Map<string, IdIndex>();
  const referrersAgain = createReferrerIndex();
  for (const record of records) {
    const { context } = parseQualifiedName(record.subject);
    const ids = again.get(context) ?? createIdIndex();
    again.set(context, ids);
    ids.put(record);
    for (const [subject, version] of referencedVersions(record))
      referrersAgain.add(subject, version, context, record.id);
  }
  const referring = byTheirContext(referrers.differencesFrom(referrersAgain));
  // In order, so that registries that hold the same give the same.
  const contexts = [...byContext].sort(([one], [other]) => (one < other ? -1 : 1));
  const rest = contexts.map(
    ([context, ids]): Change => ({
      kind: 'ids',
      context,
      ...ids.differencesFrom(again.get(context) ?? createIdIndex()),
      referrers: referring.get(context) ?? [],
    }),
  );
  return [...records.map((record): Change => ({ kind: 'put', record })), ...rest];
}

function byTheirContext(
  differences: readonly ReferrerDifference[],
): Map<string, ContextIds['referrers']> {
  const found = new Map<string, ContextIds['referrers']>();
  for (const { context, subject, version, ids } of differences) {
    const referrers = found.get(context) ?? [];
    referrers.push([subject, version, ids]);
    found.set(context, referrers);
  }
  return found;
}
