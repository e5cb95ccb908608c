import type { ProtoOption, ProtoOptionEntry, ProtoOptionValue } from '../model.ts';
import { extensionType, partType, type ValueType } from './option-cardinality.ts';
import { byText } from './order.ts';
import { findExtension, type Scope } from './scope.ts';

/**
 * Options in order of their names, extensions by full name. What is set part by part,
 * `(a).b = 1, (a).c = 2`, becomes one value, `(a) = { b: 1, c: 2 }`.
 */
export function normaliseOptions(scope: Scope, options: readonly ProtoOption[]): ProtoOption[] {
  const normal: { name: string; isExtension: boolean; values: ProtoOptionValue[] }[] = [];
  const setByParts = new Map<string, ProtoOptionValue[]>();
  for (const { isExtension, ...option } of options) {
    const name = isExtension ? fullExtension(scope, option.name) : option.name;
    const value = normaliseValue(scope, option.value);
    const before = option.value.kind === 'option' ? setByParts.get(name) : undefined;
    if (before !== undefined) {
      before.push(value);
      continue;
    }
    const values = [value];
    if (option.value.kind === 'option') setByParts.set(name, values);
    normal.push({ name, isExtension, values });
  }
  return normal
    .map(({ name, isExtension, values }) => {
      const type = isExtension ? extensionType(scope, name) : undefined;
      return { name, isExtension, value: merged(values, type) };
    })
    .sort(byText(({ name }) => name));
}

function fullExtension(scope: Scope, written: string): string {
  return findExtension(scope, written)?.fullName ?? written;
}

function normaliseValue(scope: Scope, value: ProtoOptionValue): ProtoOptionValue {
  switch (value.kind) {
    case 'option': {
      const { name, isExtension } = value.option;
      const key = isExtension ? `[${name}]` : name;
      return mapOf(scope, [{ key, value: value.option.value }]);
    }
    case 'map':
      return mapOf(scope, value.entries);
    case 'list':
      return { kind: 'list', values: value.values.map((each) => normaliseValue(scope, each)) };
    default:
      return value;
  }
}

function mapOf(scope: Scope, entries: readonly ProtoOptionEntry[]): ProtoOptionValue {
  const normal = entries.map(({ key, value }) => ({
    key: key.startsWith('[') ? `[${fullExtension(scope, key.slice(1, -1))}]` : key,
    value: normaliseValue(scope, value),
  }));
  return { kind: 'map', entries: normal.sort(byText(({ key }) => key)) };
}

/** Several values of one option, by what its definition says; without one all are kept, as a list. */
function merged(
  values: readonly ProtoOptionValue[],
  type: ValueType | undefined,
): ProtoOptionValue {
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0) return only;
  const parts = new Map<string, ProtoOptionValue[]>();
  for (const value of values) {
    if (value.kind !== 'map') return listOf(values);
    for (const { key, value: part } of value.entries) {
      const before = parts.get(key);
      if (before === undefined) parts.set(key, [part]);
      else before.push(part);
    }
  }
  const entries = [...parts].map(([key, each]) => ({
    key,
    value: mergedPart(each, partType(type, key)),
  }));
  return { kind: 'map', entries: entries.sort(byText(({ key }) => key)) };
}

function mergedPart(
  values: readonly ProtoOptionValue[],
  type: ValueType | undefined,
): ProtoOptionValue {
  const last = values.at(-1);
  if (last === undefined || values.length === 1) return last ?? listOf(values);
  if (type === undefined || type.isRepeated) return listOf(values);
  return type.message === undefined ? last : merged(values, type);
}

function listOf(values: readonly ProtoOptionValue[]): ProtoOptionValue {
  return {
    kind: 'list',
    values: values.flatMap((each) => (each.kind === 'list' ? each.values : [each])),
  };
}
