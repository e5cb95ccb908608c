import { listNames } from '../value-problem.ts';
import type { FieldShape, MessageShape, ValueType } from './message-shape.ts';
import { typeName } from './message-shape.ts';
import type { MessageShapes } from './message-shapes.ts';

/** What a field holds, as people call it. */
export function describeField(
  { cardinality, mapKey, type }: FieldShape,
  shapes: MessageShapes,
): string {
  if (cardinality === 'map') return `map<${mapKey}, ${typeName(type)}>`;
  const one = describeType(type, shapes);
  return cardinality === 'repeated' ? `a list of ${one}` : one;
}

/** A type as people call it. */
export function describeType(type: ValueType, shapes: MessageShapes): string {
  switch (type.kind) {
    case 'scalar':
      return type.scalar;
    case 'enum':
      return `one of ${listNames([...type.enum.numbers.keys()])} (enum ${type.enum.fullName})`;
    default:
      return describeMessage(shapes.of(type), shapes);
  }
}

/** A message as people call it, by the form that it has in ProtoJSON. */
export function describeMessage(
  { fullName, fields, wellKnown }: MessageShape,
  shapes: MessageShapes,
): string {
  switch (wellKnown) {
    case 'Any':
      return 'an object with its "@type" (google.protobuf.Any)';
    case 'Duration':
      return 'a duration such as "3.5s"';
    case 'FieldMask':
      return 'a list of field names such as "name,address.zipCode" (google.protobuf.FieldMask)';
    case 'ListValue':
      return 'a list (google.protobuf.ListValue)';
    case 'Struct':
      return 'an object (google.protobuf.Struct)';
    case 'Timestamp':
      return 'a timestamp such as "2025-01-31T09:30:00Z"';
    case 'Value':
      return 'a value of JSON (google.protobuf.Value)';
    case 'wrapper': {
      const [held] = fields;
      return held === undefined ? fullName : `${describeType(held.type, shapes)} (${fullName})`;
    }
    default:
      return `message ${fullName}`;
  }
}
