import type { FlatOption } from '../../field-walk/protobuf/read-options.ts';
import {
  flattenOption,
  optionValueAsJson,
  sayOptionValue,
} from '../../field-walk/protobuf/read-options.ts';
import { groupBy } from '../../group-by.ts';
import type { ProtoOption } from '../../protobuf/model.ts';
import type { Subject } from '../say-value.ts';
import { sayJson, shorten } from '../say-value.ts';
import type { ComparedPlace, Comparison } from './protobuf-change.ts';

/** Compares options by name, those that come several times as a list; `default` counts as one of its own. */
export function compareOptions(
  before: readonly ProtoOption[],
  after: readonly ProtoOption[],
  place: ComparedPlace,
  { report }: Comparison,
  subject: Subject,
): void {
  if (before.length + after.length === 0) return;
  const [old, next] = [before.map(flattenOption), after.map(flattenOption)];
  const [olds, nexts] = [groupBy(old, keyOf), groupBy(next, keyOf)];
  for (const [key, values] of nexts) {
    const oldValues = olds.get(key);
    const [was, is] = [oldValues?.at(-1), values.at(-1)];
    const here = { ...place, was: { ...place.was, option: was }, is: { ...place.is, option: is } };
    if (key === 'default') compareDefaults(was, is, here, report, subject);
    else if (oldValues === undefined) {
      const said = sayOption(key, values);
      const message = `${subject.start} has the option ${said} now.`;
      report({ ...here, kind: 'option_added', after: said, message });
    } else if (!sameValues(oldValues, values)) {
      const said = { before: sayOption(key, oldValues), after: sayOption(key, values) };
      const message = `The option ${shorten(key)} of ${subject.within} changed from ${sayValues(oldValues)} to ${sayValues(values)}.`;
      report({ ...here, kind: 'option_changed', ...said, message });
    }
  }
  for (const [key, values] of olds) {
    if (nexts.has(key)) continue;
    const here = { ...place, was: { ...place.was, option: values.at(-1) } };
    if (key === 'default') compareDefaults(values.at(-1), undefined, here, report, subject);
    else {
      const said = sayOption(key, values);
      const message = `${subject.start} has lost the option ${said}.`;
      report({ ...here, kind: 'option_removed', before: said, message });
    }
  }
  const order = (options: FlatOption[], other: ReadonlyMap<string, unknown>): string[] =>
    options.map(keyOf).filter((key) => other.has(key));
  const [oldOrder, nextOrder] = [order(old, nexts), order(next, olds)];
  const moved = nextOrder.some((key, index) => key !== oldOrder[index]);
  if (moved && oldOrder.length === nextOrder.length) {
    const message = `The options of ${subject.within} stand in another order, which means the same.`;
    report({ ...place, kind: 'written_otherwise', message });
  }
}

function compareDefaults(
  was: FlatOption | undefined,
  is: FlatOption | undefined,
  place: ComparedPlace,
  report: Comparison['report'],
  { start, within }: Subject,
): void {
  const [old, next] = [was && sayDefault(was), is && sayDefault(is)];
  if (old === undefined && next !== undefined) {
    const message = `${start} has the default ${next} now.`;
    report({ ...place, kind: 'default_added', after: next, message });
  } else if (old !== undefined && next === undefined) {
    const message = `${start} has lost its default ${old}.`;
    report({ ...place, kind: 'default_removed', before: old, message });
  } else if (was && is && old !== undefined && next !== undefined && !sameValues([was], [is])) {
    const message = `The default of ${within} changed from ${old} to ${next}.`;
    report({ ...place, kind: 'default_changed', before: old, after: next, message });
  }
}

function sayDefault({ value }: FlatOption): string {
  return value.kind === 'word' ? shorten(value.text) : sayJson(optionValueAsJson(value));
}

function keyOf({ key }: FlatOption): string {
  return key;
}

function sayOption(key: string, options: readonly FlatOption[]): string {
  return shorten(`${key} = ${sayValues(options)}`);
}

function sayValues(options: readonly FlatOption[]): string {
  const shown = options.slice(0, 12).map(({ value }) => sayOptionValue(value));
  return shorten(shown.join(', '));
}

function sameValues(a: readonly FlatOption[], b: readonly FlatOption[]): boolean {
  return (
    a.length === b.length &&
    JSON.stringify(a.map(({ value }) => value)) === JSON.stringify(b.map(({ value }) => value))
  );
}
