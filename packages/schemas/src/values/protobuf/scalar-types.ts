/** What a scalar type looks like on the wire, and which numbers it holds. */
export interface ScalarTraits {
  readonly wireType: WireType;
  /** Of integers: from `least` to `greatest`, both included. */
  readonly least?: bigint;
  readonly greatest?: bigint;
}

/** How the bytes of a value are laid out; 3 and 4 stand around a group. */
export type WireType = 0 | 1 | 2 | 3 | 4 | 5;

/** Of an integer with sign. */
const signed = (bits: bigint, wireType: WireType) => ({
  wireType,
  least: -(2n ** (bits - 1n)),
  greatest: 2n ** (bits - 1n) - 1n,
});
/** Of an integer without sign. */
const unsigned = (bits: bigint, wireType: WireType) => ({
  wireType,
  least: 0n,
  greatest: 2n ** bits - 1n,
});

const TRAITS = {
  double: { wireType: 1 },
  float: { wireType: 5 },
  int32: signed(32n, 0),
  int64: signed(64n, 0),
  uint32: unsigned(32n, 0),
  uint64: unsigned(64n, 0),
  sint32: signed(32n, 0),
  sint64: signed(64n, 0),
  fixed32: unsigned(32n, 5),
  fixed64: unsigned(64n, 1),
  sfixed32: signed(32n, 5),
  sfixed64: signed(64n, 1),
  bool: { wireType: 0 },
  string: { wireType: 2 },
  bytes: { wireType: 2 },
} as const satisfies Record<string, ScalarTraits>;

/** The name of a scalar type. */
export type ScalarType = keyof typeof TRAITS;

/** A value of a scalar type. Integers of 64 bits are bigints, all others numbers. */
export type Scalar = number | bigint | boolean | string | Uint8Array;

/** Whether a written type is a scalar one. */
export function isScalarType(type: string): type is ScalarType {
  return Object.hasOwn(TRAITS, type);
}

/** What is known about a scalar type. */
export function scalarTraits(type: ScalarType): ScalarTraits {
  return TRAITS[type];
}

/** Whether a type holds integers of 64 bits, which are bigints here. */
export function isWide(type: ScalarType): boolean {
  return type.endsWith('64');
}

/** Whether a value is the one that a field without presence has when it is not written. */
export function isZero(value: Scalar): boolean {
  if (typeof value === 'string' || value instanceof Uint8Array) return value.length === 0;
  return Object.is(value, 0) || value === 0n || value === false;
}
