import type { AvroType } from './model.ts';
import { isNamed } from './model.ts';
import type { ParseContext } from './parse-context.ts';
import { isPlaceholder } from './parse-context.ts';
import { refuse, refuseSize } from './refuse.ts';
import { replayResolution } from './replay-resolution.ts';
import { requireUnion } from './require-union.ts';

/**
 * Puts definitions where names were used before them.
 *
 * @returns the root, which is an earlier definition where the text repeats one
 */
export function resolveNames(root: AvroType, context: ParseContext): AvroType {
  if (isPlaceholder(root)) {
    throw refuse(
      'Unknown schema: org.apache.avro.compiler.UnresolvedSchema_0',
      `The type '${root.name.fullName}' is not defined here, and no reference defines it`,
    );
  }
  if (orderMatters(context) && !replayResolution(root, context)) {
    const missing = context.forward.find(({ fullName }) => !context.definitions.has(fullName));
    if (missing !== undefined) throw refuse(`Undefined schema: ${missing.fullName}`);
    throw refuseSize('The types refer to each other too often');
  }
  for (const { fullName, put } of context.forward) {
    const definition = context.definitions.get(fullName);
    if (definition !== undefined) put(definition);
  }
  for (const union of context.unionsToCheckAgain) requireUnion(union);
  context.forward = [];
  context.defaultsToCheckAgain = [];
  context.unionsToCheckAgain = [];
  return isNamed(root) ? (context.definitions.get(root.name.fullName) ?? root) : root;
}

/** Whether the order in which Java resolves names decides over the verdict or its words. */
function orderMatters({ forward, definitions, defaultsToCheckAgain }: ParseContext): boolean {
  return (
    defaultsToCheckAgain.length > 0 || forward.some(({ fullName }) => !definitions.has(fullName))
  );
}
