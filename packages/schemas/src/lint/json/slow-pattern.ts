import { parsePattern } from '../../json/pattern/parse-pattern.ts';
import type { PatternNode } from '../../json/pattern/pattern-node.ts';
import { isSchemaError } from '../../schema-error.ts';

/**
 * Whether an expression repeats without a limit what can itself be any number of the same thing, as
 * `(a+)+` does. Engines that try all ways need exponential time for it. Others may be slow, too: this is
 * what is sure to be.
 */
export function couldBeSlow(pattern: string): boolean {
  // Without two repetitions there is none of another.
  if (!/[*+}].*[*+}]/s.test(pattern)) return false;
  try {
    return holdsNested(parsePattern(pattern).root);
  } catch (error) {
    if (isSchemaError(error)) return false;
    throw error;
  }
}

function holdsNested(node: PatternNode): boolean {
  switch (node.type) {
    case 'repeat':
      return (isEndless(node) && isRepetition(node.part)) || holdsNested(node.part);
    case 'sequence':
      return node.parts.some(holdsNested);
    case 'alternatives':
      return node.branches.some(holdsNested);
    case 'capture':
    case 'look':
      return holdsNested(node.part);
    default:
      return false;
  }
}

/** Whether a node can be nothing but a repetition of one thing, however often. */
function isRepetition(node: PatternNode): boolean {
  switch (node.type) {
    case 'repeat':
      return isEndless(node) || isRepetition(node.part);
    case 'capture':
      return isRepetition(node.part);
    case 'alternatives':
      return node.branches.some(isRepetition);
    case 'sequence': {
      const needed = node.parts.filter((part) => !canBeEmpty(part));
      const [only] = needed;
      if (needed.length === 0) return node.parts.some(isRepetition);
      return needed.length === 1 && only !== undefined && isRepetition(only);
    }
    default:
      return false;
  }
}

function isEndless({ greatest }: { greatest: number }): boolean {
  return greatest === Number.POSITIVE_INFINITY;
}

function canBeEmpty(node: PatternNode): boolean {
  switch (node.type) {
    case 'repeat':
      return node.least === 0 || canBeEmpty(node.part);
    case 'capture':
      return canBeEmpty(node.part);
    case 'sequence':
      return node.parts.every(canBeEmpty);
    case 'alternatives':
      return node.branches.some(canBeEmpty);
    case 'characters':
    case 'backreference':
      return false;
    default:
      return true;
  }
}
