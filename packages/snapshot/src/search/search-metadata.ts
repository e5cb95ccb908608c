import type { SnapshotSubject, SnapshotVersion } from '../snapshot.ts';
import type { ReadQuery } from './read-query.ts';
import type { ContentHit } from './search-hit.ts';
import { snippetOf } from './snippet.ts';

/** Searches the name of a subject. */
export function searchName(
  { matcher, targets }: ReadQuery,
  { subject }: SnapshotSubject,
): ContentHit[] {
  const match = targets.has('subject') ? matcher?.find(subject) : undefined;
  return match
    ? [{ what: 'subject', path: '', name: subject, snippet: snippetOf(subject, match) }]
    : [];
}

/** Searches the metadata of a version: properties, and tags with the patterns that they are for. */
export function searchMetadata(
  { matcher, targets }: ReadQuery,
  { metadata }: SnapshotVersion,
): ContentHit[] {
  if (matcher === undefined || metadata === undefined) return [];
  const { properties = {}, tags = {}, sensitive = [] } = metadata;
  const hits: ContentHit[] = [];
  if (targets.has('metadata')) {
    const secret = new Set(sensitive);
    for (const [name, value] of Object.entries(properties)) {
      // Whether a secret value has a match is a secret too.
      const text = secret.has(name) ? name : `${name}: ${value}`;
      const match = matcher.find(text);
      if (match) hits.push({ what: 'metadata', path: '', name, snippet: snippetOf(text, match) });
    }
  }
  if (!targets.has('tag')) return hits;
  for (const [path, names] of Object.entries(tags)) {
    for (const name of names) {
      const match = matcher.find(name);
      if (match) hits.push({ what: 'tag', path, name, snippet: snippetOf(name, match) });
    }
  }
  return hits;
}
