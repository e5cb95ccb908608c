import type { ProtoMessage } from '../model.ts';
import { findKnownType } from '../well-known/known-files.ts';

/** The scalar types by their numbers in a descriptor. */
export const SCALAR_NUMBERS: Readonly<Record<string, number>> = {
  double: 1,
  float: 2,
  int64: 3,
  uint64: 4,
  int32: 5,
  fixed64: 6,
  fixed32: 7,
  bool: 8,
  string: 9,
  bytes: 12,
  uint32: 13,
  sfixed32: 15,
  sfixed64: 16,
  sint32: 17,
  sint64: 18,
};

/** The numbers of the types that have a name. */
export const NAMED_NUMBERS = { group: 10, message: 11, enum: 14 } as const;

/** The labels by their numbers in a descriptor. */
export const LABEL_NUMBERS = { optional: 1, required: 2, repeated: 3 } as const;

/** One more than the greatest field number, which stands for `max`. */
export const AFTER_LAST_FIELD = 536_870_912;

/** The greatest number of an enum, which stands for `max` there. */
export const LAST_ENUM_NUMBER = 0x7fff_ffff;

/** The kinds of things that have options. */
export type OptionsOf =
  | 'File'
  | 'Message'
  | 'Field'
  | 'Oneof'
  | 'Enum'
  | 'EnumValue'
  | 'Service'
  | 'Method'
  | 'ExtensionRange';

/** The message that describes the options of such a thing. */
export function optionsMessage(of: OptionsOf): ProtoMessage | undefined {
  const type = findKnownType(`.google.protobuf.${of}Options`, '')?.type;
  return type?.kind === 'message' ? type : undefined;
}

/** The name of the message that stands for the entries of a map: `LineItemsEntry` for `line_items`. */
export function mapEntryName(field: string): string {
  const words = field.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Entry`;
}
