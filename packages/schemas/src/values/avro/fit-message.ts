import type { AvroType } from '../../avro/model.ts';
import type { ValueEncoding } from '../value-options.ts';
import type { ValueProblem } from '../value-problem.ts';
import { describeType } from './describe-type.ts';
import type { Fit, Fitted } from './fit.ts';
import { GREATEST_EFFORT, newFit, tell, UNFIT } from './fit.ts';
import { fitValue } from './fit-value.ts';
import type { TypeNames, ValueTree } from './value-tree.ts';

/** A whole message in the codec's terms, or what is wrong with it. */
export type FittedMessage = { tree: ValueTree } | { problems: ValueProblem[] };

interface Reading {
  fitted: Fitted;
  problems: ValueProblem[];
  labels: number;
}

/**
 * Fits a message into a schema.
 *
 * @param encoding without it, whichever of the two fits; a message that means something else in
 *   each of them is refused
 * @param limit how many problems are told
 * @param build whether the value is wanted, or only the verdict
 */
export function fitMessage(
  root: AvroType,
  names: TypeNames,
  value: unknown,
  encoding: ValueEncoding | undefined,
  limit: number,
  build: boolean,
): FittedMessage {
  const read = (style: ValueEncoding, most: number): Reading =>
    fitAs(newFit(style, names, most, build), root, value);
  if (encoding !== undefined) return outcome(read(encoding, limit));
  const plain = read('plain', 1);
  if (!hasUnion(root)) return outcome(plain.fitted === UNFIT ? read('plain', limit) : plain);
  const labelled = read('avro-json', 1);
  if (plain.fitted !== UNFIT) {
    if (labelled.fitted === UNFIT || labelled.labels === 0) return outcome(plain);
    return { problems: [tellAmbiguity(root)] };
  }
  if (labelled.fitted !== UNFIT) return outcome(labelled);
  const asPlain = read('plain', limit);
  if (labelled.labels === 0) return outcome(asPlain);
  // Told is the reading that is nearer to a good one; counting further would not change that.
  const asLabelled = read('avro-json', limit);
  return outcome(asLabelled.problems.length < asPlain.problems.length ? asLabelled : asPlain);
}

function fitAs(fit: Fit, root: AvroType, value: unknown): Reading {
  const fitted = fitValue(root, value, fit);
  if (fit.effort.left < 0) {
    tell(fit, {
      message: 'The message is too large to be checked against this schema. Check a part of it.',
      expected: `at most ${GREATEST_EFFORT} steps`,
      found: 'more',
    });
  }
  return { fitted, problems: fit.problems, labels: fit.labels };
}

function outcome({ fitted, problems }: Reading): FittedMessage {
  return fitted === UNFIT ? { problems } : { tree: fitted };
}

function tellAmbiguity(root: AvroType): ValueProblem {
  return {
    path: '/',
    message:
      'The message can be read as Avro JSON and as plain JSON, with different meanings. Say which encoding it has.',
    expected: describeType(root),
    found: 'a message with two meanings',
  };
}

/** Whether a union can be reached from a type. */
function hasUnion(root: AvroType): boolean {
  const seen = new Set<AvroType>([root]);
  for (const type of seen) {
    if (type.type === 'union') return true;
    if (type.type === 'array') seen.add(type.items);
    else if (type.type === 'map') seen.add(type.values);
    else if (type.type === 'record') for (const field of type.fields) seen.add(field.type);
  }
  return false;
}
