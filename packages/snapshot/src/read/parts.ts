import { everyContext, parseQualifiedName } from '@srkit/registry-protocol';
import type { ReadScope } from './scope.ts';
import type { Part } from './shard.ts';

// More subjects than these in one context are found sooner among all that begin like them.
const mostSingleSubjects = 8;

/** What to ask a listing for, to see all of a scope. It may bring more than the scope. */
export function partsOf({ contexts, subjects, subjectPrefix }: ReadScope): Part[] {
  if (subjects === undefined) {
    return [...(contexts ?? [everyContext])].map((context) => ({ context, subjectPrefix }));
  }
  const byContext = new Map<string, string[]>();
  for (const name of subjects) {
    const { context, subject } = parseQualifiedName(name);
    const before = byContext.get(context);
    if (before === undefined) byContext.set(context, [subject]);
    else before.push(subject);
  }
  return [...byContext].flatMap(([context, names]) =>
    names.length <= mostSingleSubjects
      ? names.map((name) => ({ context, subjectPrefix: name }))
      : [{ context, subjectPrefix }],
  );
}
