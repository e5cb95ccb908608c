import type { Metadata } from '@srkit/registry-protocol';

/** Tags and sensitive names are sets, and maps are sorted by key; what is empty is left out. */
export function orderMetadata({ tags, properties, sensitive }: Metadata): Metadata {
  const sortedTags = sortByKey(tags).map(([path, names]) => [path, [...new Set(names)].sort()]);
  return {
    ...(sortedTags.length > 0 && { tags: Object.fromEntries(sortedTags) }),
    ...(Object.keys(properties ?? {}).length > 0 && {
      properties: Object.fromEntries(sortByKey(properties)),
    }),
    ...(sensitive && sensitive.length > 0 && { sensitive: [...new Set(sensitive)].sort() }),
  };
}

function sortByKey<T>(record: Record<string, T> | undefined | null): [string, T][] {
  return Object.entries(record ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}
