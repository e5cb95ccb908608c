import type { AvroNamedType } from '../../avro/model.ts';

/** Named types by full name. */
export type TypeBook = ReadonlyMap<string, AvroNamedType>;

/** Which named type of the newer schema continues which of the older; at most one each. */
export interface TypeMatches {
  /** The older type that this one continues. */
  earlier(after: AvroNamedType): AvroNamedType | undefined;
  /** The newer type that continues this one. */
  later(before: AvroNamedType): AvroNamedType | undefined;
  /** Ties two types together, unless one of them is tied already. */
  tie(before: AvroNamedType, after: AvroNamedType): void;
  /** Does so where they stand in the same place and look like one that got another name. */
  tieIfAlike(before: AvroNamedType, after: AvroNamedType): void;
}

/**
 * Matches types by full name, then by alias, then by short name where only the namespace changed.
 * Those that stay unmatched may still be tied by the place where they are used.
 */
export function matchTypes(before: TypeBook, after: TypeBook): TypeMatches {
  const earlier = new Map<string, AvroNamedType>();
  const later = new Map<string, AvroNamedType>();

  function tie(old: AvroNamedType | undefined, next: AvroNamedType | undefined): void {
    if (old === undefined || next === undefined) return;
    if (later.has(old.name.fullName) || earlier.has(next.name.fullName)) return;
    earlier.set(next.name.fullName, old);
    later.set(old.name.fullName, next);
  }

  const unlike = new Map<string, Set<string>>();
  function tieIfAlike(old: AvroNamedType, next: AvroNamedType): void {
    const [oldName, nextName] = [old.name.fullName, next.name.fullName];
    if (later.has(oldName) || earlier.has(nextName)) return;
    // Asked once for each pair, as looking costs and a type may be used very often.
    const known = unlike.get(oldName) ?? new Set();
    if (known.has(nextName)) return;
    if (looksRenamed(old, next)) tie(old, next);
    else unlike.set(oldName, known.add(nextName));
  }

  for (const [fullName, next] of after) tie(before.get(fullName), next);
  for (const next of after.values()) {
    for (const { fullName } of next.aliases) tie(before.get(fullName), next);
  }
  for (const old of before.values()) {
    for (const { fullName } of old.aliases) tie(old, after.get(fullName));
  }
  const unmatched = onlyOfTheirName(before, (type) => !later.has(type.name.fullName));
  for (const [name, next] of onlyOfTheirName(after, (type) => !earlier.has(type.name.fullName))) {
    const old = unmatched.get(name);
    if (old?.type === next.type) tie(old, next);
  }
  return {
    earlier: ({ name }) => earlier.get(name.fullName),
    later: ({ name }) => later.get(name.fullName),
    tie,
    tieIfAlike,
  };
}

/** Whether two types that are used in the same place can be one that got another name. */
function looksRenamed(before: AvroNamedType, after: AvroNamedType): boolean {
  if (before.type === 'fixed' && after.type === 'fixed') return before.size === after.size;
  if (before.type !== after.type) return false;
  const old = new Set(partNames(before));
  const next = partNames(after);
  const kept = next.filter((name) => old.has(name)).length;
  return kept * 2 >= Math.max(old.size, next.length);
}

function partNames(type: AvroNamedType): readonly string[] {
  if (type.type === 'record') return [...type.fieldsByName.keys()];
  return type.type === 'enum' ? type.symbols : [];
}

function onlyOfTheirName(
  types: TypeBook,
  accept: (type: AvroNamedType) => boolean,
): Map<string, AvroNamedType> {
  const only = new Map<string, AvroNamedType>();
  const shared = new Set<string>();
  for (const type of types.values()) {
    if (!accept(type)) continue;
    const { name } = type.name;
    if (only.has(name)) shared.add(name);
    only.set(name, type);
  }
  for (const name of shared) only.delete(name);
  return only;
}
