import { tooLarge } from '../parser/limits.ts';

/** Lines of text, each indented by the depth it was written at. */
export interface Lines {
  write(depth: number, line: string): void;
  /** An empty line; inside of a block it is indented like every other. */
  blank(depth: number): void;
  /** Adds to the end of the last line. */
  append(text: string): void;
  text(): string;
}

const MAX_LENGTH = 50_000_000;

/** No lines yet. */
export function startLines(): Lines {
  const lines: string[] = [];
  let length = 0;

  function add(line: string, more: number): void {
    length += more;
    if (length > MAX_LENGTH)
      throw tooLarge(`The text would be longer than ${MAX_LENGTH} characters`);
    lines.push(line);
  }

  return {
    write: (depth, line) => add('  '.repeat(depth) + line, 2 * depth + line.length),
    blank: (depth) => add('  '.repeat(depth), 2 * depth),
    append: (text) => add((lines.pop() ?? '') + text, text.length),
    text: () => lines.map((line) => `${line}\n`).join(''),
  };
}

/** What a block consists of; each part that is not empty is set off from the others by an empty line. */
export type Part = readonly (() => void)[];

/**
 * Writes `head {`, the parts and `}`; without any parts `head {}`.
 *
 * @param end what follows the last brace
 */
export function writeBlock(
  lines: Lines,
  depth: number,
  head: string,
  parts: readonly Part[],
  end = '',
): void {
  const filled = parts.filter((part) => part.length > 0);
  if (filled.length === 0) {
    lines.write(depth, `${head} {}${end}`);
    return;
  }
  lines.write(depth, `${head} {`);
  filled.forEach((part, index) => {
    // The lines of a block are indented once more where it stands inside of another, empty ones too.
    if (index > 0) lines.blank(depth);
    for (const write of part) write();
  });
  lines.write(depth, `}${end}`);
}
