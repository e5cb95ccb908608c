import type { ProtoOption, ProtoOptionValue } from '../model.ts';
import { escapeText } from './escape-text.ts';
import type { Lines } from './lines.ts';

/** Writes `option name = value;`. */
export function writeOption(lines: Lines, depth: number, option: ProtoOption): void {
  lines.write(depth, 'option ');
  appendOption(lines, depth, option);
  lines.append(';');
}

/** Adds ` [name = value]` to the last line, one option a line where there are several. */
export function appendOptions(lines: Lines, depth: number, options: readonly ProtoOption[]): void {
  const [first, ...others] = options;
  if (first === undefined) return;
  lines.append(' [');
  if (others.length === 0) {
    appendOption(lines, depth, first);
    lines.append(']');
    return;
  }
  options.forEach((option, index) => {
    lines.write(depth + 1, '');
    appendOption(lines, depth + 1, option);
    if (index < options.length - 1) lines.append(',');
  });
  lines.write(depth, ']');
}

function appendOption(lines: Lines, depth: number, option: ProtoOption): void {
  let { name, isExtension, value } = option;
  let written = isExtension ? `(${name})` : name;
  while (value.kind === 'option') {
    ({ name, isExtension, value } = value.option);
    written += isExtension ? `.(${name})` : `.${name}`;
  }
  lines.append(`${written} = `);
  appendValue(lines, depth, value);
}

function appendValue(lines: Lines, depth: number, value: ProtoOptionValue): void {
  switch (value.kind) {
    case 'string':
      lines.append(`"${escapeText(value.text)}"`);
      return;
    case 'map':
      lines.append('{');
      value.entries.forEach((entry, index) => {
        lines.write(depth + 1, `${entry.key}: `);
        appendValue(lines, depth + 1, entry.value);
        if (index < value.entries.length - 1) lines.append(',');
      });
      lines.write(depth, '}');
      return;
    case 'list':
      lines.append('[');
      value.values.forEach((each, index) => {
        lines.write(depth + 1, '');
        appendValue(lines, depth + 1, each);
        if (index < value.values.length - 1) lines.append(',');
      });
      lines.write(depth, ']');
      return;
    case 'option':
      // Inside of braces an option stands for its value in braces of its own.
      lines.append('{');
      lines.write(depth + 1, `${value.option.name}: `);
      appendValue(lines, depth + 1, value.option.value);
      lines.write(depth, '}');
      return;
    default:
      lines.append(value.text);
  }
}
