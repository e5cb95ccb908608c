import type { TypeEntry } from '../../protobuf/type-table.ts';

/**
 * Messages that everybody knows and that stand for one value. They are told like a logical type and
 * not opened: `created_at` is a timestamp, not a pair of seconds and nanoseconds.
 */
const VALUE_TYPES: ReadonlySet<string> = new Set([
  ...[
    'Any',
    'BoolValue',
    'BytesValue',
    'DoubleValue',
    'Duration',
    'Empty',
    'FieldMask',
    'FloatValue',
    'Int32Value',
    'Int64Value',
    'ListValue',
    'NullValue',
    'StringValue',
    'Struct',
    'Timestamp',
    'UInt32Value',
    'UInt64Value',
    'Value',
  ].map((name) => `google.protobuf.${name}`),
  ...[
    'CalendarPeriod',
    'Date',
    'DateTime',
    'DayOfWeek',
    'Decimal',
    'Interval',
    'LatLng',
    'Money',
    'Month',
    'PhoneNumber',
    'TimeOfDay',
    'TimeZone',
  ].map((name) => `google.type.${name}`),
  'confluent.type.Decimal',
]);

/** Whether a type is imported and stands for one value. */
export function isValueType({ fullName, importPath }: TypeEntry): boolean {
  return importPath !== undefined && VALUE_TYPES.has(fullName);
}
