import type { AvroRecord, AvroType, AvroUnion } from '../../avro/model.ts';

/** The path of a record's field; the outermost record's path is empty. */
export function fieldPath(recordPath: string, name: string): string {
  return recordPath === '' ? name : `${recordPath}.${name}`;
}

/**
 * The path of each branch of a union. It is the union's own, unless the union holds several records:
 * then a record's name is needed to tell their fields apart.
 */
export function branchPaths({ branches }: AvroUnion, unionPath: string): string[] {
  const records = branches.filter(isRecord);
  if (records.length < 2) return branches.map(() => unionPath);
  const uses = new Map<string, number>();
  for (const { name } of records) uses.set(name.name, (uses.get(name.name) ?? 0) + 1);
  return branches.map((branch) => {
    if (!isRecord(branch)) return unionPath;
    const { name, fullName } = branch.name;
    return `${unionPath}(${uses.get(name) === 1 ? name : fullName})`;
  });
}

function isRecord(type: AvroType): type is AvroRecord {
  return type.type === 'record';
}
