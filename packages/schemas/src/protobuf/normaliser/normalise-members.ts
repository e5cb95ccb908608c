import type {
  ProtoEnum,
  ProtoExtension,
  ProtoExtensionRange,
  ProtoField,
  ProtoGroup,
  ProtoMessage,
  ProtoOneof,
  ProtoRange,
  ProtoReserved,
} from '../model.ts';
import { normaliseOptions } from './normalise-options.ts';
import { byNumber, byText, compareTexts } from './order.ts';
import { fullType, innerScope, resolveType, type Scope } from './scope.ts';

const MAX_FIELD_NUMBER = 536_870_911;

/** Fields in order of their numbers, types by full name. */
export function normaliseFields(scope: Scope, fields: readonly ProtoField[]): ProtoField[] {
  return [...fields].sort(byNumber).map((field) => normaliseField(scope, field));
}

function normaliseField(scope: Scope, field: ProtoField): ProtoField {
  const options = normaliseOptions(scope, field.options);
  if (field.mapKey !== undefined) {
    const mapKey = fullType(scope, field.mapKey, field);
    return { ...field, mapKey, type: fullType(scope, field.type, field), options };
  }
  const entry = resolveType(scope, field.type, field);
  if (entry === undefined) return { ...field, options };
  const map = entry.type.kind === 'message' ? asMap(entry.type) : undefined;
  if (map === undefined) return { ...field, type: `.${entry.fullName}`, options };
  const inner = { ...scope, name: entry.fullName };
  const mapKey = fullType(inner, map.key.type, map.key);
  const type = fullType(inner, map.value.type, map.value);
  return { ...field, label: undefined, mapKey, type, options };
}

/** The fields of a message that stands for the entries of a map, as compilers write one. */
export function asMap({
  fields,
  options,
}: ProtoMessage): { key: ProtoField; value: ProtoField } | undefined {
  const isMapEntry = options.some(
    ({ name, value }) => name === 'map_entry' && value.kind === 'boolean' && value.text === 'true',
  );
  const key = fields.find(({ number }) => number === 1);
  const value = fields.find(({ number }) => number === 2);
  return isMapEntry && key !== undefined && value !== undefined ? { key, value } : undefined;
}

/** Whether a message only stands for the entries of a map; a normalised file has a map instead. */
export function isMapEntry(message: ProtoMessage): boolean {
  return asMap(message) !== undefined;
}

/** Oneofs in order of their lowest numbers; empty ones are left out. */
export function normaliseOneofs(scope: Scope, oneofs: readonly ProtoOneof[]): ProtoOneof[] {
  return oneofs
    .filter(({ fields, groups }) => fields.length + groups.length > 0)
    .map((oneof) => ({
      ...oneof,
      options: normaliseOptions(scope, oneof.options),
      fields: normaliseFields(scope, oneof.fields),
      groups: normaliseGroups(scope, oneof.groups),
    }))
    .sort((a, b) => lowestNumber(a) - lowestNumber(b));
}

function lowestNumber({ fields, groups }: ProtoOneof): number {
  return (fields[0] ?? groups[0])?.number ?? 0;
}

/** Groups in order of their numbers. */
export function normaliseGroups(scope: Scope, groups: readonly ProtoGroup[]): ProtoGroup[] {
  return [...groups].sort(byNumber).map((group) => ({
    ...group,
    fields: normaliseFields(innerScope(scope, group.name), group.fields),
  }));
}

/** Every `extend` by the full name of its message; several of one message become one. */
export function normaliseExtensions(
  scope: Scope,
  extensions: readonly ProtoExtension[],
): ProtoExtension[] {
  const fieldsByName = new Map<string, ProtoField[]>();
  for (const extension of extensions) {
    const name = fullType(scope, extension.name, extension);
    const fields = fieldsByName.get(name) ?? [];
    for (const field of extension.fields) fields.push(field);
    fieldsByName.set(name, fields);
  }
  return [...fieldsByName].map(([name, fields]) => ({
    name,
    fields: normaliseFields(scope, fields),
    groups: [],
    doc: '',
  }));
}

/** An enum with its names in order of their numbers. */
export function normaliseEnum(scope: Scope, type: ProtoEnum): ProtoEnum {
  const constants = type.constants.map((constant) => ({
    ...constant,
    options: normaliseOptions(scope, constant.options),
  }));
  return {
    ...type,
    options: normaliseOptions(scope, type.options),
    constants: constants.sort((a, b) => byNumber(a, b) || compareTexts(a.name, b.name)),
    reserved: normaliseReserved(type.reserved),
  };
}

/** One statement a name, number or range, in the order of their spelling. */
export function normaliseReserved(reserved: readonly ProtoReserved[]): ProtoReserved[] {
  return reserved
    .flatMap(({ values, doc }) => values.map((value) => ({ values: [single(value)], doc })))
    .sort(byText(({ values }) => spelled(values[0])));
}

/** The same for `extensions`. */
export function normaliseExtensionRanges(
  scope: Scope,
  ranges: readonly ProtoExtensionRange[],
): ProtoExtensionRange[] {
  return ranges
    .flatMap(({ values, options, doc }) => {
      const normal = normaliseOptions(scope, options);
      return values.map((value) => ({ values: [single(value)], options: normal, doc }));
    })
    .sort(byText(({ values }) => spelled(values[0])));
}

function single<Value>(value: Value | ProtoRange): Value | ProtoRange | number {
  return isRange(value) && value.from === value.to ? value.from : value;
}

/** Ranges are spelled `4..9` here, so that 10 comes before 4..9 and that before 5. */
function spelled(value: string | number | ProtoRange | undefined): string {
  if (!isRange(value)) return `${value}`;
  return `${value.from}..${value.to === 'max' ? MAX_FIELD_NUMBER : value.to}`;
}

function isRange(value: unknown): value is ProtoRange {
  return typeof value === 'object' && value !== null;
}
