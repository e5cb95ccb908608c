import type { JsonValue } from './value.ts';

/** Values that may stand in the lists of a text's outermost object, so that they need not be read again. */
export interface KnownElements {
  /** The value that is known to stand here, and where it ends; undefined for none. */
  at(start: number): { readonly json: JsonValue; readonly end: number } | undefined;
  /** Is told of each other value, and where it stands. */
  read(json: JsonValue, start: number, end: number): void;
}
