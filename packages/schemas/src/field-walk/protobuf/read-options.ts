import type { JsonValue } from '../../lossless-json/value.ts';
import type { ProtoOption, ProtoOptionValue } from '../../protobuf/model.ts';

const MOST_LEVELS = 8;
const MOST_PARTS = 24;

/** An option under its whole name. */
export interface FlatOption {
  /** As it would be written: `java_package`, `(google.api.http)`, `(a.b).part`. */
  readonly key: string;
  readonly value: ProtoOptionValue;
}

/** An option with the parts that follow its name drawn into the name. */
export function flattenOption(option: ProtoOption): FlatOption {
  let key = optionName(option);
  let { value } = option;
  while (value.kind === 'option') {
    key += `.${optionName(value.option)}`;
    value = value.option.value;
  }
  return { key, value };
}

/** The value of an option by its whole name; where it comes several times, of the last. */
export function findOption(
  options: readonly ProtoOption[],
  key: string,
): ProtoOptionValue | undefined {
  return options.map(flattenOption).findLast((option) => option.key === key)?.value;
}

/** Whether an option is set to true. */
export function isSet(options: readonly ProtoOption[], key: string): boolean {
  const value = findOption(options, key);
  return value !== undefined && 'text' in value && value.text === 'true';
}

/** The text of an option, without quotes. */
export function optionText(options: readonly ProtoOption[], key: string): string | undefined {
  const value = findOption(options, key);
  return value !== undefined && 'text' in value ? value.text : undefined;
}

/** A value as it would be written, cut where it is too deep or too long to read. */
export function sayOptionValue(value: ProtoOptionValue, level = 0): string {
  if (level > MOST_LEVELS) return '…';
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.text);
    case 'option':
      return `{ ${optionName(value.option)}: ${sayOptionValue(value.option.value, level + 1)} }`;
    case 'list':
      return `[${sayParts(value.values, (each) => sayOptionValue(each, level + 1))}]`;
    case 'map': {
      const parts = sayParts(
        value.entries,
        (each) => `${each.key}: ${sayOptionValue(each.value, level + 1)}`,
      );
      return parts === '' ? '{}' : `{ ${parts} }`;
    }
    default:
      return value.text;
  }
}

/** A value as JSON: what a `default` is, for example. */
export function optionValueAsJson(value: ProtoOptionValue): JsonValue {
  switch (value.kind) {
    case 'string':
    case 'word':
      return value.text;
    case 'boolean':
      return value.text === 'true';
    case 'number':
      return numberAsJson(value.text);
    default:
      return sayOptionValue(value);
  }
}

function optionName({ name, isExtension }: ProtoOption): string {
  return isExtension ? `(${name})` : name;
}

function sayParts<Part>(parts: readonly Part[], say: (part: Part) => string): string {
  const said = parts.slice(0, MOST_PARTS).map(say);
  return (said.length < parts.length ? [...said, '…'] : said).join(', ');
}

/** A number in JSON's spelling; `inf` and `nan` have none and stay words. */
function numberAsJson(text: string): JsonValue {
  const [, sign = '', digits = ''] = /^([+-]?)\s*(.*)$/s.exec(text) ?? [];
  const minus = sign === '-' ? '-' : '';
  if (/^0x[0-9a-f]+$/i.test(digits)) return { number: `${minus}${BigInt(digits)}` };
  if (/^0[0-7]+$/.test(digits)) return { number: `${minus}${BigInt(`0o${digits}`)}` };
  if (/^(0|[1-9][0-9]*)(\.[0-9]+)?(e[+-]?[0-9]+)?$/i.test(digits)) {
    return { number: `${minus}${digits}` };
  }
  const number = Number(digits.replace(/f$/i, ''));
  return digits !== '' && Number.isFinite(number) ? { number: `${minus}${number}` } : text;
}
