import type { FieldShape, WellKnownType } from './message-shape.ts';
import { typeName } from './message-shape.ts';

const PACKAGE = 'google.protobuf.';

/** What the fields have to be, as a message of such a name may as well be somebody else's. */
const FORMS: Readonly<Record<string, readonly [WellKnownType, ...string[]]>> = {
  Any: ['Any', '1 string', '2 bytes'],
  Duration: ['Duration', '1 int64', '2 int32'],
  FieldMask: ['FieldMask', '1 repeated string'],
  ListValue: ['ListValue', '1 repeated google.protobuf.Value'],
  Struct: ['Struct', '1 map string google.protobuf.Value'],
  Timestamp: ['Timestamp', '1 int64', '2 int32'],
  Value: [
    'Value',
    '1 google.protobuf.NullValue',
    '2 double',
    '3 string',
    '4 bool',
    '5 google.protobuf.Struct',
    '6 google.protobuf.ListValue',
  ],
  DoubleValue: ['wrapper', '1 double'],
  FloatValue: ['wrapper', '1 float'],
  Int64Value: ['wrapper', '1 int64'],
  UInt64Value: ['wrapper', '1 uint64'],
  Int32Value: ['wrapper', '1 int32'],
  UInt32Value: ['wrapper', '1 uint32'],
  BoolValue: ['wrapper', '1 bool'],
  StringValue: ['wrapper', '1 string'],
  BytesValue: ['wrapper', '1 bytes'],
};

/**
 * Which well-known type a message is, if it is one.
 *
 * @param fields sorted by number
 */
export function wellKnownType(
  fullName: string,
  fields: readonly FieldShape[],
): WellKnownType | undefined {
  if (!fullName.startsWith(PACKAGE)) return undefined;
  const name = fullName.slice(PACKAGE.length);
  const form = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined;
  if (form === undefined) return undefined;
  const [type, ...expected] = form;
  const fits =
    fields.length === expected.length &&
    fields.every((field, index) => spell(field) === expected[index]);
  return fits ? type : undefined;
}

function spell({ number, cardinality, mapKey, type }: FieldShape): string {
  const parts = [number, cardinality === 'singular' ? undefined : cardinality, mapKey];
  return [...parts, typeName(type)].filter((part) => part !== undefined).join(' ');
}
