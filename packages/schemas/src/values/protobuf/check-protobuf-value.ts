import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { CheckValueOptions, ValueCheck } from '../value-options.ts';
import type { ValueProblem } from '../value-problem.ts';
import { chooseMessage } from './choose-message.ts';
import { readWhole } from './decode-protobuf-value.ts';
import { newFit } from './fit.ts';
import { fitMessage } from './fit-message.ts';
import { locateMessage } from './locate-message.ts';
import { messageShapes } from './message-shapes.ts';

const DEFAULT_PROBLEMS = 20;

/** Checks a message against a Protobuf schema. */
export function checkProtobufValue(
  schema: ProtobufSchema,
  value: unknown,
  options: CheckValueOptions,
): ValueCheck {
  if (value instanceof Uint8Array) return checkBytes(schema, value, options);
  const { fullName } = chooseMessage(schema, options.messageType);
  const shapes = messageShapes(schema);
  const fit = newFit(shapes, Math.max(1, options.maxProblems ?? DEFAULT_PROBLEMS));
  const fits = fitMessage(shapes.of({ fullName }), value, fit);
  return fits ? { valid: true } : { valid: false, problems: fit.problems };
}

function checkBytes(
  schema: ProtobufSchema,
  bytes: Uint8Array,
  options: CheckValueOptions,
): ValueCheck {
  const located = locateMessage(schema, bytes, options);
  const { schemaId } = located;
  const read =
    'problem' in located
      ? located
      : readWhole(schema, located.message.fullName, located.bytes, located.start, false);
  return verdict('problem' in read ? read.problem : undefined, schemaId);
}

function verdict(problem: ValueProblem | undefined, schemaId: number | undefined): ValueCheck {
  const prefix = schemaId === undefined ? {} : { schemaId };
  return problem === undefined
    ? { valid: true, ...prefix }
    : { valid: false, problems: [problem], ...prefix };
}
