import type { Direction } from '../../compatibility/difference.ts';
import type { Incompatibility } from './incompatibility.ts';

/** Says in a sentence what stops the reader, as the registry does. */
export function describeIncompatibility(
  { type, location, message }: Incompatibility,
  direction: Direction,
): string {
  const [reader, writer] = direction === 'backward' ? ['new', 'old'] : ['old', 'new'];
  switch (type) {
    case 'FIXED_SIZE_MISMATCH':
      return `The size of FIXED type field at path '${location}' in the ${reader} schema does not match with the ${writer} schema`;
    case 'TYPE_MISMATCH':
      return `The type (path '${location}') of a field in the ${reader} schema does not match with the ${writer} schema`;
    case 'NAME_MISMATCH':
      return `The name of the schema has changed (path '${location}')`;
    case 'MISSING_ENUM_SYMBOLS':
      return `The ${reader} schema is missing enum symbols '${message}' at path '${location}' in the ${writer} schema`;
    case 'MISSING_UNION_BRANCH':
      return `The ${reader} schema is missing a type inside a union field at path '${location}' in the ${writer} schema`;
    case 'READER_FIELD_MISSING_DEFAULT_VALUE':
      return `The field '${message}' at path '${location}' in the ${reader} schema has no default value and is missing in the ${writer} schema`;
  }
}
