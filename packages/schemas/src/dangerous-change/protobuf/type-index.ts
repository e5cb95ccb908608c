import { membersOf } from '../../field-walk/protobuf/message-members.ts';
import type { ProtoEnum, ProtoEnumConstant, ProtoType } from '../../protobuf/model.ts';
import { reservedNames } from '../../structural-difference/protobuf/compare-reserved.ts';
import { isInRanges, rangesOf } from '../../structural-difference/protobuf/number-ranges.ts';

/** What a message or an enum has reserved. */
export interface ReservedIndex {
  hasNumber(number: number): boolean;
  hasName(name: string): boolean;
}

/** The symbols of an enum by number and name; those of one number are aliases. */
export type SymbolIndex = ReadonlyMap<number, ReadonlyMap<string, ProtoEnumConstant>>;

const reservations = new WeakMap<ProtoType, ReservedIndex>();
const symbols = new WeakMap<ProtoEnum, SymbolIndex>();
const names = new WeakMap<ProtoType, ReadonlySet<string>>();

/** What a type has reserved, remembered, as every field that went asks for it. */
export function reservedIn(type: ProtoType | undefined): ReservedIndex {
  if (type === undefined) return { hasNumber: () => false, hasName: () => false };
  return remember(reservations, type, () => {
    const [ranges, reserved] = [rangesOf(type.reserved), reservedNames(type.reserved)];
    return {
      hasNumber: (number) => isInRanges(number, ranges),
      hasName: (name) => reserved.has(name),
    };
  });
}

/** The symbols of an enum, remembered. */
export function symbolsOf(type: ProtoEnum): SymbolIndex {
  return remember(symbols, type, () => {
    const index = new Map<number, Map<string, ProtoEnumConstant>>();
    for (const constant of type.constants) {
      const same = index.get(constant.number) ?? new Map<string, ProtoEnumConstant>();
      index.set(constant.number, same.set(constant.name, constant));
    }
    return index;
  });
}

/** The first name of a number. */
export function firstSymbol(type: ProtoEnum | undefined, number: number): string | undefined {
  const same = type && symbolsOf(type).get(number);
  return same?.keys().next().value;
}

/** The names of fields or symbols, remembered. */
export function namesIn(type: ProtoType): ReadonlySet<string> {
  return remember(names, type, () => {
    const parts = type.kind === 'message' ? membersOf(type) : type.constants;
    return new Set(parts.map(({ name }) => name));
  });
}

function remember<Key extends object, Value>(
  known: WeakMap<Key, Value>,
  key: Key,
  make: () => Value,
): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
