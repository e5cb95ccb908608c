import type {
  ProtoEnumConstant,
  ProtoExtension,
  ProtoExtensionRange,
  ProtoField,
  ProtoGroup,
  ProtoOneof,
  ProtoOption,
  ProtoRange,
  ProtoReserved,
} from '../model.ts';
import { escapeText } from './escape-text.ts';
import { type Lines, type Part, writeBlock } from './lines.ts';
import { appendOptions, writeOption } from './print-option.ts';

/** Bytes that the registry writes without quotes where they are a `default`. */
const WORD = /^[A-Za-z0-9_.-]+$/;

/** Writes a field. */
export function writeField(lines: Lines, depth: number, field: ProtoField): void {
  const { label, mapKey, type, name, number, options } = field;
  const written = mapKey === undefined ? type : `map<${mapKey}, ${type}>`;
  lines.write(depth, `${label === undefined ? '' : `${label} `}${written} ${name} = ${number}`);
  appendOptions(lines, depth, type === 'bytes' ? options.map(bareDefault) : options);
  lines.append(';');
}

function bareDefault(option: ProtoOption): ProtoOption {
  const { name, value } = option;
  return name === 'default' && value.kind === 'string' && WORD.test(value.text)
    ? { ...option, value: { kind: 'word', text: value.text } }
    : option;
}

/** Writes a group with the fields in it. */
export function writeGroup(lines: Lines, depth: number, group: ProtoGroup): void {
  const { label, name, number, fields } = group;
  const head = `${label === undefined ? '' : `${label} `}group ${name} = ${number}`;
  writeBlock(lines, depth, head, [
    fields.map((field) => () => writeField(lines, depth + 1, field)),
  ]);
}

/** Writes a oneof. */
export function writeOneof(lines: Lines, depth: number, oneof: ProtoOneof): void {
  writeBlock(lines, depth, `oneof ${oneof.name}`, [
    optionsPart(lines, depth, oneof.options),
    oneof.fields.map((field) => () => writeField(lines, depth + 1, field)),
    oneof.groups.map((group) => () => writeGroup(lines, depth + 1, group)),
  ]);
}

/** Writes an `extend`. */
export function writeExtension(lines: Lines, depth: number, extension: ProtoExtension): void {
  writeBlock(lines, depth, `extend ${extension.name}`, [
    extension.fields.map((field) => () => writeField(lines, depth + 1, field)),
  ]);
}

/** Writes a name of an enum. */
export function writeConstant(lines: Lines, depth: number, constant: ProtoEnumConstant): void {
  lines.write(depth, `${constant.name} = ${constant.number}`);
  appendOptions(lines, depth, constant.options);
  lines.append(';');
}

/** Writes a `reserved`. */
export function writeReserved(lines: Lines, depth: number, { values }: ProtoReserved): void {
  lines.write(depth, `reserved ${values.map(rangeText).join(', ')};`);
}

/** Writes an `extensions`. */
export function writeExtensionRange(
  lines: Lines,
  depth: number,
  { values, options }: ProtoExtensionRange,
): void {
  lines.write(depth, `extensions ${values.map(rangeText).join(', ')}`);
  appendOptions(lines, depth, options);
  lines.append(';');
}

/** A name, a number or a range as it stands in a `reserved` or `extensions`. */
function rangeText(value: string | number | ProtoRange): string {
  if (typeof value === 'string') return `"${escapeText(value)}"`;
  return typeof value === 'number' ? `${value}` : `${value.from} to ${value.to}`;
}

/** The options of a block, as a part of it. */
export function optionsPart(lines: Lines, depth: number, options: readonly ProtoOption[]): Part {
  return options.map((option) => () => writeOption(lines, depth + 1, option));
}
