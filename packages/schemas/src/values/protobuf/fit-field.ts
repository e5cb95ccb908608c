import { closestName } from '../closest-name.ts';
import { isMembers } from '../plain-value.ts';
import { describeFound, quote } from '../value-problem.ts';
import { describeField, describeType } from './describe-type.ts';
import type { Fit } from './fit.ts';
import { beginNested, countValue, endNested, isOver, tell, tellMismatch, UNFIT } from './fit.ts';
import { fitKey, fitScalar } from './fit-scalar.ts';
import type { EnumShape, FieldShape, MessageShape, ValueType } from './message-shape.ts';
import type { Scalar } from './scalar-types.ts';
import { isZero, scalarTraits } from './scalar-types.ts';
import { beginSized, endSized, writeScalar, writeTag } from './wire-writer.ts';

type FitMessage = (shape: MessageShape, value: unknown, fit: Fit) => boolean;
type Leaf = Extract<ValueType, { kind: 'scalar' | 'enum' }>;

/** How a value is written: `bare` without its tag, `filled` also where it is a zero. */
type Form = 'bare' | 'filled' | 'unless zero';

/** Fits the value of a field, and writes it; false after the walk has noted why it does not fit. */
export function fitField(
  field: FieldShape,
  value: unknown,
  fit: Fit,
  fitMessage: FitMessage,
): boolean {
  const { type, number, presence } = field;
  switch (field.cardinality) {
    case 'repeated':
      return fitList(field, value, fit, fitMessage);
    case 'map':
      return fitMap(field, value, fit, fitMessage);
    case 'singular':
      return fitValue(
        type,
        number,
        value,
        fit,
        fitMessage,
        presence === 'implicit' ? 'unless zero' : 'filled',
      );
  }
}

function fitList(field: FieldShape, value: unknown, fit: Fit, fitMessage: FitMessage): boolean {
  const { type, number, packed } = field;
  if (!Array.isArray(value)) {
    return tellMismatch(fit, describeField(field, fit.shapes), value, 'Write it as a list.');
  }
  if (value.length === 0) return true;
  if (packed) writeTag(fit.writer, number, 2);
  const begin = packed ? beginSized(fit.writer) : 0;
  let fits = true;
  let index = 0;
  for (const element of value) {
    fit.path.push(index);
    const fitted = fitValue(type, number, element, fit, fitMessage, packed ? 'bare' : 'filled');
    fit.path.pop();
    index += 1;
    if (fitted) continue;
    if (isOver(fit)) return false;
    fits = false;
  }
  if (packed) endSized(fit.writer, begin);
  return fits;
}

function fitMap(field: FieldShape, value: unknown, fit: Fit, fitMessage: FitMessage): boolean {
  if (!isMembers(value)) {
    return tellMismatch(fit, describeField(field, fit.shapes), value, 'Write it as an object.');
  }
  const seen = new Set<Scalar>();
  let fits = true;
  for (const [key, element] of Object.entries(value)) {
    if (element === undefined) continue;
    fit.path.push(key);
    const fitted = fitEntry(field, key, element, seen, fit, fitMessage);
    fit.path.pop();
    if (fitted) continue;
    if (isOver(fit)) return false;
    fits = false;
  }
  return fits;
}

/** Writes a message with the key as field 1 and the value as field 2. */
function fitEntry(
  { type, number, mapKey = 'string' }: FieldShape,
  key: string,
  element: unknown,
  seen: Set<Scalar>,
  fit: Fit,
  fitMessage: FitMessage,
): boolean {
  const fitted = fitKey(mapKey, key, fit);
  if (fitted === UNFIT) return false;
  // Only numbers can be spelled in several ways.
  if (typeof fitted !== 'string') {
    if (seen.has(fitted)) return tellSameKey(fit, key);
    seen.add(fitted);
  }
  const begin = beginNested(fit, number);
  if (begin === undefined) return false;
  writeTag(fit.writer, 1, scalarTraits(mapKey).wireType);
  writeScalar(fit.writer, mapKey, fitted);
  const fits = fitValue(type, 2, element, fit, fitMessage, 'filled');
  endNested(fit, number, begin);
  return fits;
}

function tellSameKey(fit: Fit, key: string): false {
  return tell(fit, {
    message: 'The same key is written in another way too. Write it once.',
    expected: 'each key once',
    found: describeFound(key),
  });
}

function fitValue(
  type: ValueType,
  number: number,
  value: unknown,
  fit: Fit,
  fitMessage: FitMessage,
  form: Form,
): boolean {
  if (!countValue(fit)) return false;
  if (type.kind === 'scalar' || type.kind === 'enum') {
    return fitLeaf(type, number, value, fit, form);
  }
  const begin = beginNested(fit, number, type.kind);
  if (begin === undefined) return false;
  const fits = fitMessage(fit.shapes.of(type), value, fit);
  endNested(fit, number, begin, type.kind);
  return fits;
}

function fitLeaf(type: Leaf, number: number, value: unknown, fit: Fit, form: Form): boolean {
  const scalar = type.kind === 'scalar' ? type.scalar : 'int32';
  const fitted =
    type.kind === 'scalar' ? fitScalar(scalar, value, fit) : fitConstant(type, value, fit);
  if (fitted === UNFIT) return false;
  if (form === 'unless zero' && isZero(fitted)) return true;
  if (form !== 'bare') writeTag(fit.writer, number, scalarTraits(scalar).wireType);
  writeScalar(fit.writer, scalar, fitted);
  return true;
}

/** The number of an enum's constant, which is written by its name or number. */
function fitConstant(
  type: Extract<ValueType, { kind: 'enum' }>,
  value: unknown,
  fit: Fit,
): number | typeof UNFIT {
  const { numbers, names, isClosed, fullName }: EnumShape = type.enum;
  if (value === null && fullName === 'google.protobuf.NullValue') return 0;
  const named = typeof value === 'string' ? numbers.get(value) : undefined;
  if (named !== undefined) return named;
  const number = typeof value === 'number' || typeof value === 'bigint' ? Number(value) : undefined;
  if (number !== undefined && Number.isInteger(number)) {
    const isKnown = names.has(number) || (!isClosed && number >= -(2 ** 31) && number < 2 ** 31);
    if (isKnown) return number + 0;
  }
  const close = typeof value === 'string' ? closestName(value, [...numbers.keys()]) : undefined;
  const advice = close === undefined ? '' : `Write ${quote(close)}.`;
  tellMismatch(fit, describeType(type, fit.shapes), value, advice);
  return UNFIT;
}
