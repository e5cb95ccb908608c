/** Where in its text something was read, counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** The positions at which parts of a file were read. They stand beside the model, not in it. */
export type Positions = Map<object, number>;

/** Line and column of a position. */
export function textPlace(source: string, position: number): TextPlace {
  const before = source.slice(0, position);
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') };
}
