import { type ContextName, parseQualifiedName } from '@srkit/registry-protocol';
import type { Snapshot } from '../snapshot.ts';

/** Contexts of which a subject or a version could not be read, or may be missing. */
export function incompleteContexts({ contexts, unreadable }: Snapshot): ReadonlySet<ContextName> {
  const incomplete = new Set<ContextName>();
  for (const { what, context, subject } of unreadable) {
    if (what === 'config' || what === 'mode' || what === 'contexts') continue;
    if (context !== undefined) incomplete.add(context);
    else if (subject !== undefined) incomplete.add(parseQualifiedName(subject).context);
    else for (const { name } of contexts) incomplete.add(name);
  }
  return incomplete;
}
