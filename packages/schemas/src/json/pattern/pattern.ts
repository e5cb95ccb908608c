import type { Effort } from '../effort.ts';
import { compilePattern } from './compile-pattern.ts';
import { matchesWithCaptures } from './match-captures.ts';
import { stateMatcher } from './match-states.ts';
import { parsePattern } from './parse-pattern.ts';
import type { PatternTree } from './pattern-node.ts';

/** A regular expression that can be asked. */
export interface Pattern {
  readonly text: string;
  readonly tree: PatternTree;
  /** How many instructions it is made of. */
  readonly size: number;
  /** Whether it matches anywhere in a text. */
  matches(text: string, effort: Effort): boolean;
}

/**
 * Reads a regular expression. It runs in an engine of this package and not in the platform's, which
 * some expressions keep busy for years: time is bounded by the lengths of expression and text, and by
 * the effort where the expression has backreferences.
 *
 * @throws SchemaError `not_supported`, `too_large`
 */
export function readPattern(text: string): Pattern {
  const tree = parsePattern(text);
  const program = compilePattern(text, tree);
  const facts = { text, tree, size: program.size };
  if (tree.hasBackreference) {
    return { ...facts, matches: (value, effort) => matchesWithCaptures(program, value, effort) };
  }
  const matcher = stateMatcher(program);
  return { ...facts, matches: (value, effort) => matcher(value, 0, false, effort) };
}
