import type { AvroType } from '../../avro/model.ts';
import { listNames } from '../value-problem.ts';

/** A type as people call it. */
export function describeType(type: AvroType): string {
  switch (type.type) {
    case 'union':
      return type.branches.length === 0 ? 'an empty union' : type.branches.map(label).join(' or ');
    case 'enum':
      return `one of ${listNames(type.symbols)} (enum ${type.name.fullName})`;
    case 'fixed':
      return `${type.size} bytes (fixed ${type.name.fullName})`;
    default:
      return label(type);
  }
}

/** What Avro JSON calls a branch of a union: the type, or the full name of one that has a name. */
export function branchLabel(type: AvroType): string {
  return 'name' in type ? type.name.fullName : type.type;
}

function label(type: AvroType): string {
  return 'name' in type ? `${type.type} ${type.name.fullName}` : type.type;
}
