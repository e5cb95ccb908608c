import type { FieldShape, ValueType } from './message-shape.ts';
import { typeName } from './message-shape.ts';
import type { WireType } from './scalar-types.ts';
import { scalarTraits } from './scalar-types.ts';
import { skipUnknown } from './skip-unknown.ts';
import type { WireReader } from './wire-reader.ts';
import { tellBytes } from './wire-reader.ts';
import type { Tag } from './wire-tag.ts';
import { describeWireType } from './wire-tag.ts';

/** How a field is laid out, if it is no packed list. */
export function fieldLayout({ cardinality, type }: FieldShape): WireType {
  return cardinality === 'map' ? 2 : valueLayout(type);
}

/** How a value is laid out. */
export function valueLayout(type: ValueType): WireType {
  if (type.kind === 'scalar') return scalarTraits(type.scalar).wireType;
  if (type.kind === 'enum') return 0;
  return type.kind === 'group' ? 3 : 2;
}

/** Passes over a field that is laid out otherwise than it should, or notes that as a problem. */
export function passOver(
  reader: WireReader,
  field: FieldShape,
  tag: Tag,
  wanted: WireType,
): boolean {
  if (reader.isLenient) return skipUnknown(reader, tag);
  const [expected, found] = [describeWireType(wanted), describeWireType(tag.wireType)];
  tellBytes(reader, tag.offset, {
    message: `The field ${field.name} (number ${field.number}, ${typeName(field.type)}) is written as ${found} at offset ${tag.offset}, and not as ${expected}. The bytes may be of another schema.`,
    expected,
    found,
  });
  return false;
}
