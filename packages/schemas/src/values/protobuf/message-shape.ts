import type { ProtoEnum } from '../../protobuf/model.ts';
import type { ScalarType } from './scalar-types.ts';

/** A message with everything about it looked up. */
export interface MessageShape {
  /** `shop.Order` */
  readonly fullName: string;
  /** By number, extensions included. */
  readonly fields: readonly FieldShape[];
  readonly byNumber: ReadonlyMap<number, FieldShape>;
  /** By the name in ProtoJSON and by the one in the file. */
  readonly byName: ReadonlyMap<string, FieldShape>;
  readonly required: readonly FieldShape[];
  /** Set where ProtoJSON writes the message in a form of its own. */
  readonly wellKnown: WellKnownType | undefined;
}

/** Messages of Google that ProtoJSON writes in a form of their own. */
export type WellKnownType =
  | 'Any'
  | 'Duration'
  | 'FieldMask'
  | 'ListValue'
  | 'Struct'
  | 'Timestamp'
  | 'Value'
  /** `Int32Value` and the like: written as what they hold. */
  | 'wrapper';

/** A field with everything about it looked up. */
export interface FieldShape {
  /** As in the file; of an extension `[shop.note]`. */
  readonly name: string;
  /** The one that messages are shown with. */
  readonly jsonName: string;
  readonly number: number;
  readonly cardinality: 'singular' | 'repeated' | 'map';
  /** Of a map the type of its values. */
  readonly type: ValueType;
  readonly mapKey: ScalarType | undefined;
  /** `implicit`: a zero is the same as nothing, and not written. */
  readonly presence: 'implicit' | 'explicit' | 'required';
  readonly packed: boolean;
  /** The oneof that it is a member of. */
  readonly oneof: string | undefined;
}

/** The type of a field. */
export type ValueType =
  | { readonly kind: 'scalar'; readonly scalar: ScalarType }
  | { readonly kind: 'enum'; readonly enum: EnumShape }
  | { readonly kind: 'message' | 'group'; readonly fullName: string };

/** An enum with its constants looked up. */
export interface EnumShape {
  readonly fullName: string;
  readonly numbers: ReadonlyMap<string, number>;
  /** Of several names of a number the first. */
  readonly names: ReadonlyMap<number, string>;
  /** Whether a number without a name is none of its values, as in proto2. */
  readonly isClosed: boolean;
}

/** Looks up the constants of an enum. */
export function enumShape(
  fullName: string,
  { constants }: ProtoEnum,
  isClosed: boolean,
): EnumShape {
  const numbers = new Map<string, number>();
  const names = new Map<number, string>();
  for (const { name, number } of constants) {
    numbers.set(name, number);
    if (!names.has(number)) names.set(number, name);
  }
  return { fullName, numbers, names, isClosed };
}

/** Of a field the name of its type as the file would write it. */
export function typeName(type: ValueType): string {
  if (type.kind === 'scalar') return type.scalar;
  return type.kind === 'enum' ? type.enum.fullName : type.fullName;
}
