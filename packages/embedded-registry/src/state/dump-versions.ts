import { parseQualifiedName } from '@srkit/registry-protocol';
import type { Change, ContextIds } from './change.ts';
import { createIdIndex, type IdIndex } from './id-index.ts';
import type { SchemaRecord } from './records.ts';
import { referencedVersions } from './referenced-subject.ts';
import { createReferrerIndex, type ReferrerIndex } from './referrer-index.ts';

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
  const left = leftBehind(referrers, referrersAgain);
  const rest = [...byContext].map(
    ([context, ids]): Change => ({
      kind: 'ids',
      context,
      ...ids.differencesFrom(again.get(context) ?? createIdIndex()),
      referrers: left.get(context) ?? [],
    }),
  );
  return [...records.map((record): Change => ({ kind: 'put', record })), ...rest];
}

/** References that are known of and that no version tells of, by the context of who refers. */
function leftBehind(
  referrers: ReferrerIndex,
  again: ReferrerIndex,
): Map<string, ContextIds['referrers']> {
  const left = new Map<string, ContextIds['referrers']>();
  for (const { subject, version, context, id } of referrers.entries()) {
    const isTold = again
      .of(subject, version)
      .some((each) => each.context === context && each.id === id);
    if (isTold) continue;
    const found = left.get(context) ?? [];
    found.push([subject, version, [id]]);
    left.set(context, found);
  }
  return left;
}
