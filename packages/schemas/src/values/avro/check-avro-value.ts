import type { AvroType } from '../../avro/model.ts';
import type { AvroSchema } from '../../parsed-schema.ts';
import { missingPrefix } from '../missing-prefix.ts';
import type { CheckValueOptions, ValueCheck } from '../value-options.ts';
import type { ValueProblem } from '../value-problem.ts';
import { PREFIX_LENGTH, readWirePrefix } from '../wire-prefix.ts';
import { checkBytes } from './check-bytes.ts';
import { fitMessage } from './fit-message.ts';
import { nameTypes } from './value-tree.ts';

const DEFAULT_PROBLEMS = 20;

/** Checks a message against an Avro schema. */
export function checkAvroValue(
  { root }: AvroSchema,
  value: unknown,
  options: CheckValueOptions,
): ValueCheck {
  if (value instanceof Uint8Array) return locateValue(root, value, options.wirePrefix).check;
  const limit = Math.max(1, options.maxProblems ?? DEFAULT_PROBLEMS);
  const fitted = fitMessage(root, nameTypes(), value, options.encoding, limit, false);
  return 'tree' in fitted ? { valid: true } : { valid: false, problems: fitted.problems };
}

/** Checks bytes, and finds out where in them the value begins. */
export function locateValue(
  root: AvroType,
  bytes: Uint8Array,
  wirePrefix: CheckValueOptions['wirePrefix'] = 'optional',
): { start: number; check: ValueCheck } {
  const prefix = wirePrefix === 'none' ? undefined : readWirePrefix(bytes);
  if (prefix === undefined) {
    const problem = wirePrefix === 'required' ? missingPrefix(bytes) : checkBytes(root, bytes, 0);
    return { start: 0, check: verdict(problem) };
  }
  const { schemaId } = prefix;
  const prefixed = checkBytes(root, bytes, PREFIX_LENGTH);
  if (prefixed === undefined || wirePrefix === 'required') {
    return { start: PREFIX_LENGTH, check: { ...verdict(prefixed), schemaId } };
  }
  const bare = checkBytes(root, bytes, 0);
  // Of two readings that both fail, the one that came further is told.
  if (bare === undefined || (bare.offset ?? 0) > (prefixed.offset ?? 0)) {
    return { start: 0, check: verdict(bare) };
  }
  return { start: PREFIX_LENGTH, check: { ...verdict(prefixed), schemaId } };
}

function verdict(problem: ValueProblem | undefined): ValueCheck {
  return problem === undefined ? { valid: true } : { valid: false, problems: [problem] };
}
