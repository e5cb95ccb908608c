import type { ProtoExtensionRange, ProtoRange, ProtoReserved } from '../../protobuf/model.ts';
import type { NumberRange } from './protobuf-change.ts';

/** The numbers of `reserved` or `extensions` statements, in rising order, without overlap. */
export function rangesOf(
  statements: readonly (ProtoReserved | ProtoExtensionRange)[],
): NumberRange[] {
  const ranges = statements
    .flatMap(({ values }): readonly (string | number | ProtoRange)[] => values)
    .flatMap((value) => {
      if (typeof value === 'string') return [];
      if (typeof value === 'number') return [{ from: value, to: value }];
      return [{ from: value.from, to: value.to === 'max' ? Number.POSITIVE_INFINITY : value.to }];
    })
    .sort((a, b) => a.from - b.from);
  const merged: NumberRange[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && range.from <= last.to + 1) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    } else merged.push(range);
  }
  return merged;
}

/** What is in `ranges` and not in `others`, both in rising order and without overlap. */
export function withoutRanges(
  ranges: readonly NumberRange[],
  others: readonly NumberRange[],
): NumberRange[] {
  const left: NumberRange[] = [];
  let next = 0;
  for (const { from, to } of ranges) {
    let start = from;
    while (next < others.length && (others[next]?.to ?? 0) < start) next += 1;
    for (let index = next; index < others.length; index += 1) {
      const other = others[index];
      if (other === undefined || other.from > to) break;
      if (other.from > start) left.push({ from: start, to: other.from - 1 });
      start = other.to + 1;
    }
    if (start <= to) left.push({ from: start, to });
  }
  return left;
}

/** Whether a number lies in one of the ranges, which are in rising order. */
export function isInRanges(number: number, ranges: readonly NumberRange[]): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.from ?? Number.POSITIVE_INFINITY) <= number;
}

/** A range as it would be written: `4`, `4 to 6`, `4 to max`. */
export function sayRange({ from, to }: NumberRange): string {
  if (from === to) return String(from);
  return `${from} to ${to === Number.POSITIVE_INFINITY ? 'max' : to}`;
}
