import type { TypeEntry } from '../../protobuf/type-table.ts';
import type { ComparedPlace, ComparedSchema, Comparison } from './protobuf-change.ts';

/** Tells where a type that stayed is called otherwise or nested elsewhere; a package that changed is told once. */
export function compareNames(
  old: TypeEntry,
  next: TypeEntry,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  if (next.importPath !== undefined) return;
  const { report } = comparison;
  const { kind } = next.type;
  const said = { before: old.fullName, after: next.fullName };
  if (old.type.name !== next.type.name) {
    const message = `The ${kind} ${old.fullName} is called ${next.fullName} now.`;
    report({ ...place, kind: 'type_renamed', ...said, message });
  } else if (!sameScope(old, next, comparison)) {
    const [from, to] = [sayScope(old, comparison.before), sayScope(next, comparison.after)];
    const message = `The ${kind} ${next.type.name} moved from ${from} to ${to}.`;
    report({ ...place, kind: 'namespace_changed', ...said, message });
  }
}

/** Tells where another message is the first, which is the one of the subject. */
export function reportRoot({ before, after, matches, report }: Comparison): void {
  const [old, next] = [rootOf(before), rootOf(after)];
  if (old === undefined || next === undefined) return;
  if (matches.same(old, next)) return;
  const said = { before: old.fullName, after: next.fullName };
  const message = `The first message of the file is ${next.type.name} now, it was ${old.type.name}: the first is the one of the subject.`;
  report({
    kind: 'root_changed',
    path: '',
    ...said,
    message,
    was: { entry: old },
    is: { entry: next },
  });
}

/** The message that a type is nested in. */
export function holderOf(
  { fullName }: TypeEntry,
  { outline }: ComparedSchema,
): TypeEntry | undefined {
  const scope = fullName.slice(0, Math.max(fullName.lastIndexOf('.'), 0));
  return outline.types.get(scope)?.entry;
}

function rootOf({ outline, file }: ComparedSchema): TypeEntry | undefined {
  const first = file.types.find(({ kind }) => kind === 'message');
  for (const { entry } of outline.types.values()) if (entry.type === first) return entry;
  return undefined;
}

function sameScope(old: TypeEntry, next: TypeEntry, comparison: Comparison): boolean {
  const [oldHolder, nextHolder] = [
    holderOf(old, comparison.before),
    holderOf(next, comparison.after),
  ];
  if (!oldHolder || !nextHolder) return oldHolder === nextHolder;
  return comparison.matches.same(oldHolder, nextHolder);
}

function sayScope(entry: TypeEntry, schema: ComparedSchema): string {
  return holderOf(entry, schema)?.fullName ?? 'the top level';
}
