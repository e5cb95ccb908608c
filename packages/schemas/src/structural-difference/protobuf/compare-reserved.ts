import type { ProtoExtensionRange, ProtoReserved } from '../../protobuf/model.ts';
import type { Subject } from '../say-value.ts';
import { compareOptions } from './compare-options.ts';
import { rangesOf, sayRange, withoutRanges } from './number-ranges.ts';
import type { ComparedPlace, Comparison, Reserved } from './protobuf-change.ts';

/** Compares what is reserved: numbers, and names. */
export function compareReserved(
  before: readonly ProtoReserved[],
  after: readonly ProtoReserved[],
  place: ComparedPlace,
  { report }: Comparison,
  { start, within }: Subject,
): void {
  if (before.length + after.length === 0) return;
  const [oldRanges, nextRanges] = [rangesOf(before), rangesOf(after)];
  const [oldNames, nextNames] = [reservedNames(before), reservedNames(after)];
  const added: Reserved[] = [
    ...withoutRanges(nextRanges, oldRanges),
    ...[...nextNames].filter((name) => !oldNames.has(name)),
  ];
  const removed: Reserved[] = [
    ...withoutRanges(oldRanges, nextRanges),
    ...[...oldNames].filter((name) => !nextNames.has(name)),
  ];
  for (const reserved of added) {
    const after = sayReserved(reserved);
    const is = { ...place.is, reserved };
    const message = `${start} has ${after} reserved now.`;
    report({ ...place, is, kind: 'reserved_added', after, message });
  }
  for (const reserved of removed) {
    const before = sayReserved(reserved);
    const was = { ...place.was, reserved };
    const message = `${start} has ${before} not reserved any more.`;
    report({ ...place, was, kind: 'reserved_removed', before, message });
  }
  if (added.length + removed.length === 0 && written(before) !== written(after)) {
    const message = `What is reserved in ${within} is written otherwise and means the same.`;
    report({ ...place, kind: 'written_otherwise', message });
  }
}

/** Compares the numbers that are left to extensions. */
export function compareExtensionRanges(
  before: readonly ProtoExtensionRange[],
  after: readonly ProtoExtensionRange[],
  place: ComparedPlace,
  comparison: Comparison,
  subject: Subject,
): void {
  if (before.length + after.length === 0) return;
  const { report } = comparison;
  const [oldRanges, nextRanges] = [rangesOf(before), rangesOf(after)];
  const added = withoutRanges(nextRanges, oldRanges);
  const removed = withoutRanges(oldRanges, nextRanges);
  for (const range of added) {
    const after = sayRange(range);
    const message = `${subject.start} leaves ${after} to extensions now.`;
    report({ ...place, kind: 'extension_range_added', after, message });
  }
  for (const range of removed) {
    const before = sayRange(range);
    const message = `${subject.start} does not leave ${before} to extensions any more.`;
    report({ ...place, kind: 'extension_range_removed', before, message });
  }
  const optionsOf = (ranges: readonly ProtoExtensionRange[]) =>
    ranges.flatMap(({ options }) => options);
  compareOptions(optionsOf(before), optionsOf(after), place, comparison, subject);
  if (added.length + removed.length === 0 && written(before) !== written(after)) {
    const message = `What ${subject.within} leaves to extensions is written otherwise and means the same.`;
    report({ ...place, kind: 'written_otherwise', message });
  }
}

/** The names that are reserved. */
export function reservedNames(statements: readonly ProtoReserved[]): Set<string> {
  const values = statements.flatMap((statement) => statement.values);
  return new Set(values.filter((value) => typeof value === 'string'));
}

function sayReserved(reserved: Reserved): string {
  return typeof reserved === 'string' ? `"${reserved}"` : sayRange(reserved);
}

function written(statements: readonly (ProtoReserved | ProtoExtensionRange)[]): string {
  return JSON.stringify(statements.map(({ values }) => values));
}
