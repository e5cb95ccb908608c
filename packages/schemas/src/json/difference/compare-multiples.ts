import type { JsonNumber } from '../../lossless-json/value.ts';
import type { OwnDifference } from './comparison.ts';
import { differ } from './comparison.ts';

const KEYWORD = 'multipleOf';

/**
 * Compares `multipleOf` as the registry does, which leaves out what stands behind the point. Where
 * nothing is left of the original, which stops the registry, the numbers count as they are.
 */
export function compareMultiples(
  original: JsonNumber | undefined,
  update: JsonNumber | undefined,
): OwnDifference[] {
  if (original === undefined) {
    return update === undefined ? [] : [differ('MULTIPLE_OF_ADDED', KEYWORD)];
  }
  if (update === undefined) return [differ('MULTIPLE_OF_REMOVED', KEYWORD)];
  if (Number(original.number) === Number(update.number)) return [];
  const [before, after] =
    wholePart(original) === 0 ? exact(original, update) : [wholePart(original), wholePart(update)];
  if (after % before === 0) return [differ('MULTIPLE_OF_EXPANDED', KEYWORD)];
  return [differ(before % after === 0 ? 'MULTIPLE_OF_REDUCED' : 'MULTIPLE_OF_CHANGED', KEYWORD)];
}

function wholePart({ number }: JsonNumber): number {
  return Math.trunc(Number(number));
}

/** The numbers times the power of ten that makes both of them whole. */
function exact(original: JsonNumber, update: JsonNumber): [number, number] {
  const places = Math.max(decimalPlaces(original), decimalPlaces(update));
  const power = 10 ** places;
  return [Math.round(Number(original.number) * power), Math.round(Number(update.number) * power)];
}

function decimalPlaces({ number }: JsonNumber): number {
  const [, fraction = '', exponent = '0'] =
    /^[^.eE]*(?:\.([0-9]+))?(?:[eE](.+))?$/.exec(number) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}
