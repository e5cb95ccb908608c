import { closestName } from '../closest-name.ts';
import type { Members } from '../plain-value.ts';
import { isMembers } from '../plain-value.ts';
import { describeFound, listNames } from '../value-problem.ts';
import { describeField, describeMessage } from './describe-type.ts';
import type { Fit } from './fit.ts';
import { countValue, isOver, tell, tellMismatch } from './fit.ts';
import { fitField } from './fit-field.ts';
import { fitWellKnown } from './fit-well-known.ts';
import type { FieldShape, MessageShape } from './message-shape.ts';

/** A member of an object that is a field. */
interface GivenField {
  readonly field: FieldShape;
  readonly key: string;
  readonly value: unknown;
}

/**
 * Fits a JavaScript value, as ProtoJSON has it, into a message, and writes the message.
 *
 * @returns false after the walk has noted why it does not fit
 */
export function fitMessage(shape: MessageShape, value: unknown, fit: Fit): boolean {
  if (shape.wellKnown !== undefined) {
    return fitWellKnown(shape.wellKnown, shape, value, fit, { fitMessage, fitMembers });
  }
  if (!isMembers(value)) {
    return tellMismatch(fit, describeMessage(shape, fit.shapes), value, 'Write it as an object.');
  }
  return fitMembers(shape, value, fit);
}

/**
 * Fits the members of an object.
 *
 * @param apart the name of a member that is no field of the message, if there is one
 */
function fitMembers(shape: MessageShape, value: Members, fit: Fit, apart?: string): boolean {
  const given = new Map<FieldShape, GivenField>();
  const chosen = new Map<string, string>();
  const unknown: string[] = [];
  let fits = true;
  for (const [key, member] of Object.entries(value)) {
    if (!countValue(fit)) return false;
    if (key === apart || member === undefined) continue;
    const field = shape.byName.get(key);
    if (field === undefined) unknown.push(key);
    else if (member !== null || takesNull(field, fit)) {
      const other = given.get(field)?.key;
      const rival = field.oneof === undefined ? undefined : chosen.get(field.oneof);
      if (other !== undefined) fits = tellTwice(fit, key, other, member);
      else if (rival !== undefined) fits = tellRival(fit, field, key, rival, member);
      else given.set(field, { field, key, value: member });
      if (field.oneof !== undefined && rival === undefined) chosen.set(field.oneof, key);
      if (!fits && isOver(fit)) return false;
    }
  }
  const sorted = [...given.values()].sort((one, next) => one.field.number - next.field.number);
  for (const { field, key, value: member } of sorted) {
    fit.path.push(key);
    const fitted = fitField(field, member, fit, fitMessage);
    fit.path.pop();
    if (fitted) continue;
    if (isOver(fit)) return false;
    fits = false;
  }
  for (const field of shape.required) {
    if (given.has(field)) continue;
    fits = tellMissing(fit, shape, field);
    if (isOver(fit)) return false;
  }
  for (const key of unknown) {
    fits = tellUnknown(fit, shape, key, value[key]);
    if (isOver(fit)) return false;
  }
  return fits;
}

/** Whether null is a value of the field, and not the same as nothing. */
function takesNull({ cardinality, type }: FieldShape, { shapes }: Fit): boolean {
  if (cardinality !== 'singular' || type.kind === 'scalar') return false;
  if (type.kind === 'enum') return type.enum.fullName === 'google.protobuf.NullValue';
  return shapes.of(type).wellKnown === 'Value';
}

function tellTwice(fit: Fit, key: string, other: string, value: unknown): false {
  return tellAt(fit, key, {
    message: `The same field is written as ${other} too. Write it once.`,
    expected: `either ${other} or ${key}`,
    found: describeFound(value),
  });
}

function tellRival(
  fit: Fit,
  { oneof }: FieldShape,
  key: string,
  rival: string,
  value: unknown,
): false {
  return tellAt(fit, key, {
    message: `Of the oneof ${oneof} only one member may be there, but ${rival} is there too.`,
    expected: `either ${rival} or ${key}`,
    found: describeFound(value),
  });
}

function tellMissing(fit: Fit, { fullName }: MessageShape, field: FieldShape): false {
  const expected = describeField(field, fit.shapes);
  return tellAt(fit, field.jsonName, {
    message: `The message ${fullName} needs its field ${field.name} (${expected}): it is required.`,
    expected,
    found: 'nothing',
  });
}

function tellUnknown(fit: Fit, shape: MessageShape, key: string, value: unknown): false {
  const names = shape.fields.map(({ jsonName }) => jsonName);
  const close = closestName(key, [...shape.byName.keys()]);
  const expected = names.length === 0 ? 'no fields' : listNames(names);
  const advice = close === undefined ? `It has ${expected}.` : `Write ${close}.`;
  return tellAt(fit, key, {
    message: `The message ${shape.fullName} has no field of this name. ${advice}`,
    expected,
    found: describeFound(value),
  });
}

function tellAt(fit: Fit, key: string, problem: Parameters<typeof tell>[1]): false {
  fit.path.push(key);
  tell(fit, problem);
  fit.path.pop();
  return false;
}
