import {
  isQualified,
  normalizeQualifiedName,
  parseQualifiedName,
  qualifiedName,
} from '@srkit/registry-protocol';
import type { Registry } from '../registry.ts';
import { mapSubjects } from './map-subjects.ts';
import type { Target } from './target.ts';

/**
 * Puts what a subject stands for in its place, in the path and in the `subject` of a question by id. In the DEK registry an
 * alias of its own (`aliasForDeks`) goes first.
 */
export function followAliases(registry: Registry, { segments, query }: Target): Target {
  const followed = mapSubjects(segments, (name) =>
    aliasOf(registry, name, segments[0] === 'dek-registry'),
  );
  const subject = segments[0] === 'schemas' && segments[1] === 'ids' ? query.get('subject') : null;
  if (subject === null) return { segments: followed, query };
  const changed = new URLSearchParams(query);
  changed.set('subject', aliasOf(registry, subject));
  return { segments: followed, query: changed };
}

/** What a name stands for: unqualified, an alias is one of the subject's own context. */
function aliasOf(registry: Registry, name: string, forDeks = false): string {
  const normal = normalizeQualifiedName(name);
  const { context, subject } = parseQualifiedName(normal);
  const config = subject === '' ? undefined : registry.store.settings(normal).config;
  const alias = (forDeks && config?.aliasForDeks) || config?.alias;
  if (!alias) return name;
  return isQualified(alias) ? alias : qualifiedName(context, alias);
}
