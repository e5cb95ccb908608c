import type { Place } from './draft.ts';

/** What was written in a document, or handed in as an object: a value, items or entries. */
export interface Tree {
  /** What has no parts; for an object that code hands in, the object as it is. */
  value?: unknown;
  items?: readonly Tree[];
  entries?: readonly TreeEntry[];
  /** `null`, an empty value, undefined. */
  isNothing?: boolean;
  /** There is something, and what is wrong with it was said. */
  isUnreadable?: boolean;
}

/** A part of a tree that has a name. */
export interface TreeEntry {
  key: string;
  place: Place;
  tree: Tree;
}
