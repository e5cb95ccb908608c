import { compareLimits } from './compare-limits.ts';
import { compareMultiples } from './compare-multiples.ts';
import type { OwnDifference, Tools } from './comparison.ts';
import { COST_OF_NAME, differ } from './comparison.ts';
import type { ConstSchema, EnumSchema, NumberSchema, StringSchema } from './model.ts';

/** Compares what two schemas say about texts. */
export function compareStrings(original: StringSchema, update: StringSchema): OwnDifference[] {
  return [
    ...compareLimits(original, update, [
      ['maxLength', 'MAX_LENGTH'],
      ['minLength', 'MIN_LENGTH'],
    ]),
    ...comparePatterns(original.pattern, update.pattern),
  ];
}

/** Compares what two schemas say about numbers. */
export function compareNumbers(original: NumberSchema, update: NumberSchema): OwnDifference[] {
  const found: OwnDifference[] = [
    ...compareLimits(original, update, [
      ['maximum', 'MAXIMUM'],
      ['minimum', 'MINIMUM'],
      ['exclusiveMaximum', 'EXCLUSIVE_MAXIMUM'],
      ['exclusiveMinimum', 'EXCLUSIVE_MINIMUM'],
    ]),
    ...compareMultiples(original.multipleOf, update.multipleOf),
  ];
  if (original.integer !== update.integer) {
    found.push(differ(original.integer ? 'TYPE_EXTENDED' : 'TYPE_NARROWED'));
  }
  return found;
}

/** Compares the values of two `enum`s, whose order says nothing. */
export function compareEnums(
  original: EnumSchema,
  update: EnumSchema,
  { spend }: Tools,
): OwnDifference[] {
  spend((original.values.size + update.values.size) * COST_OF_NAME);
  const keepsAll = isSubset(original.values, update.values);
  const addsNone = isSubset(update.values, original.values);
  if (keepsAll && addsNone) return [];
  if (keepsAll) return [differ('ENUM_ARRAY_EXTENDED', 'enum')];
  return [differ(addsNone ? 'ENUM_ARRAY_NARROWED' : 'ENUM_ARRAY_CHANGED', 'enum')];
}

/** Compares the values of two `const`s. */
export function compareConstants(original: ConstSchema, update: ConstSchema): OwnDifference[] {
  return original.value === update.value ? [] : [differ('ENUM_ARRAY_CHANGED', 'const')];
}

/** Whether one holds everything that the other has. */
export function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return part.size <= whole.size && [...part].every((value) => whole.has(value));
}

function comparePatterns(
  original: string | undefined,
  update: string | undefined,
): OwnDifference[] {
  if (original === update) return [];
  if (original === undefined) return [differ('PATTERN_ADDED', 'pattern')];
  return [differ(update === undefined ? 'PATTERN_REMOVED' : 'PATTERN_CHANGED', 'pattern')];
}
