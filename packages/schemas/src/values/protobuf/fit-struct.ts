import type { Members } from '../plain-value.ts';
import { isMembers } from '../plain-value.ts';
import { describeFound } from '../value-problem.ts';
import type { Fit } from './fit.ts';
import { beginNested, countValue, endNested, isOver, tell, tellMismatch, UNFIT } from './fit.ts';
import { fitKey, fitScalar } from './fit-scalar.ts';
import type { Scalar, ScalarType } from './scalar-types.ts';
import { scalarTraits } from './scalar-types.ts';
import { writeScalar, writeTag } from './wire-writer.ts';

const EXPECTED = 'a value of JSON (google.protobuf.Value)';

/** Fits any object into a `google.protobuf.Struct`, and writes it. */
export function fitStruct(value: Members, fit: Fit): boolean {
  let fits = true;
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    fit.path.push(key);
    const fitted = fitEntry(key, member, fit);
    fit.path.pop();
    if (fitted) continue;
    if (isOver(fit)) return false;
    fits = false;
  }
  return fits;
}

/** Fits any list into a `google.protobuf.ListValue`, and writes it. */
export function fitList(value: readonly unknown[], fit: Fit): boolean {
  let fits = true;
  let index = 0;
  for (const element of value) {
    fit.path.push(index);
    const fitted = fitInner(1, element, fit);
    fit.path.pop();
    index += 1;
    if (fitted) continue;
    if (isOver(fit)) return false;
    fits = false;
  }
  return fits;
}

/** Fits whatever JSON has into a `google.protobuf.Value`, and writes it. */
export function fitValueOfJson(value: unknown, fit: Fit): boolean {
  if (!countValue(fit)) return false;
  if (value === null) return writeMember(fit, 1, 'int32', 0);
  if (typeof value === 'boolean') return writeMember(fit, 4, 'bool', value);
  if (typeof value === 'string') {
    const text = fitScalar('string', value, fit);
    return text !== UNFIT && writeMember(fit, 3, 'string', text);
  }
  if (typeof value === 'number' || typeof value === 'bigint') return fitNumber(value, fit);
  const isList = Array.isArray(value);
  if (!isList && !isMembers(value)) return tellMismatch(fit, EXPECTED, value);
  const number = isList ? 6 : 5;
  const begin = beginNested(fit, number);
  if (begin === undefined) return false;
  const fits = isList ? fitList(value, fit) : fitStruct(value, fit);
  endNested(fit, number, begin);
  return fits;
}

function fitEntry(key: string, member: unknown, fit: Fit): boolean {
  const name = fitKey('string', key, fit);
  if (name === UNFIT) return false;
  const begin = beginNested(fit, 1);
  if (begin === undefined) return false;
  writeMember(fit, 1, 'string', name);
  const fits = fitInner(2, member, fit);
  endNested(fit, 1, begin);
  return fits;
}

function fitInner(number: number, value: unknown, fit: Fit): boolean {
  const begin = beginNested(fit, number);
  if (begin === undefined) return false;
  const fits = fitValueOfJson(value, fit);
  endNested(fit, number, begin);
  return fits;
}

function fitNumber(value: number | bigint, fit: Fit): boolean {
  const number = Number(value);
  if (Number.isFinite(number)) return writeMember(fit, 2, 'double', number);
  return tell(fit, {
    message: `A google.protobuf.Value holds finite numbers only, found ${describeFound(value)}.`,
    expected: 'a finite number',
    found: describeFound(value),
  });
}

function writeMember({ writer }: Fit, number: number, type: ScalarType, value: Scalar): true {
  writeTag(writer, number, scalarTraits(type).wireType);
  writeScalar(writer, type, value);
  return true;
}
