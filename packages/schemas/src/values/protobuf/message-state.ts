import type { FieldShape, MessageShape } from './message-shape.ts';
import type { MessageShapes } from './message-shapes.ts';
import type { Scalar } from './scalar-types.ts';
import { isZero } from './scalar-types.ts';
import type { WireReader } from './wire-reader.ts';

/** One reading of bytes: what the names in them mean, and how far it came. */
export interface Reading {
  readonly shapes: MessageShapes;
  readonly reader: WireReader;
}

/** A message that is being read: its fields may come in any order, and in pieces. */
export interface MessageState {
  readonly shape: MessageShape;
  /** Where it begins. */
  readonly offset: number;
  /** What was read, be it in force or not; undefined where nothing was. */
  fields: Map<FieldShape, FieldState> | undefined;
  /** The member that was read last, by the name of its oneof. */
  chosen: Map<string, FieldShape> | undefined;
}

/** What a field holds so far; 64-bit integers as numbers up to 2^53, and as bigints beyond. */
export type FieldState = ValueState | ValueState[] | Map<Scalar, ValueState>;

/** One value; an enum's is its number. */
export type ValueState = Scalar | MessageState;

/** A message of which nothing was read yet. */
export function newMessageState(shape: MessageShape, offset: number): MessageState {
  return { shape, offset, fields: undefined, chosen: undefined };
}

/** Whether a value is a message. */
export function isMessageState(state: FieldState | undefined): state is MessageState {
  return typeof state === 'object' && 'shape' in state;
}

/** Sets what a field holds; of a oneof it is then the member that counts. */
export function setField(into: MessageState, field: FieldShape, value: FieldState): void {
  into.fields ??= new Map();
  into.fields.set(field, value);
  if (field.oneof === undefined) return;
  into.chosen ??= new Map();
  into.chosen.set(field.oneof, field);
}

/** What a field holds; undefined where it is as good as not there. */
export function fieldState(
  { fields, chosen }: MessageState,
  field: FieldShape,
): FieldState | undefined {
  const value = fields?.get(field);
  if (value === undefined) return undefined;
  if (field.oneof !== undefined && chosen?.get(field.oneof) !== field) return undefined;
  return field.presence === 'implicit' && isScalar(value) && isZero(value) ? undefined : value;
}

/** The fields that are there with what they hold, by number. */
export function fieldStates(state: MessageState): [FieldShape, FieldState][] {
  const there: [FieldShape, FieldState][] = [];
  for (const field of state.fields?.keys() ?? []) {
    const value = fieldState(state, field);
    if (value !== undefined && !isEmpty(value)) there.push([field, value]);
  }
  return there.sort(([one], [other]) => one.number - other.number);
}

/** Packed lists may be written with nothing in them. */
function isEmpty(value: FieldState): boolean {
  return Array.isArray(value) ? value.length === 0 : value instanceof Map && value.size === 0;
}

function isScalar(value: FieldState): value is Scalar {
  return typeof value !== 'object' || value instanceof Uint8Array;
}
