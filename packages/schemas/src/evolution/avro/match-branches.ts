import type { AvroNamedType, AvroType } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';

/**
 * For each branch that is written, those that may read it, the likeliest first: one of the same full
 * name, of the same name, one with an alias for it, or the only one of its kind that nothing else
 * could mean. A type that is no union counts as one branch.
 */
export function matchBranches(
  readers: readonly AvroType[],
  writers: readonly AvroType[],
): [AvroType, readonly AvroType[]][] {
  const named = readers.filter(isNamed);
  const others = readers.filter((type) => !isNamed(type));
  const byName = indexNames(named);
  const taken = new Set<AvroNamedType>();
  const known = new Map<AvroType, AvroNamedType>();
  for (const writer of writers.filter(isNamed)) {
    const { fullName, name } = writer.name;
    const reader = byName.get(fullName) ?? byName.get(`/${name}`) ?? byName.get(`@${fullName}`);
    if (reader === undefined || reader.type !== writer.type) continue;
    known.set(writer, reader);
    taken.add(reader);
  }
  const free = named.filter((type) => !taken.has(type));
  const unknown = writers.filter(isNamed).filter((type) => !known.has(type));
  return writers.map((writer) => {
    if (!isNamed(writer)) return [writer, sameKindFirst(others, writer)];
    const reader = known.get(writer);
    if (reader !== undefined) return [writer, [reader]];
    const alike = (type: AvroNamedType): boolean => type.type === writer.type;
    const only = unknown.filter(alike).length === 1 ? free.filter(alike) : [];
    return [writer, only.length === 1 ? only : []];
  });
}

/** By full name, by bare name behind a slash, and by alias behind an at sign: no name holds these. */
function indexNames(types: readonly AvroNamedType[]): Map<string, AvroNamedType> {
  const index = new Map<string, AvroNamedType>();
  for (const type of types) {
    const keys = [
      type.name.fullName,
      `/${type.name.name}`,
      ...type.aliases.map(({ fullName }) => `@${fullName}`),
    ];
    for (const key of keys) if (!index.has(key)) index.set(key, type);
  }
  return index;
}

function sameKindFirst(types: readonly AvroType[], like: AvroType): AvroType[] {
  const isSame = ({ type }: AvroType): boolean => type === like.type;
  return [...types.filter(isSame), ...types.filter((type) => !isSame(type))];
}
