import { Buffer } from 'node:buffer';
import { isSchemaError } from '../../schema-error.ts';
import { missingPrefix } from '../missing-prefix.ts';
import type { CheckValueOptions } from '../value-options.ts';
import type { ValueProblem } from '../value-problem.ts';
import { parseValue } from '../value-text.ts';
import { PREFIX_LENGTH, readWirePrefix } from '../wire-prefix.ts';

/** A message that was read from bytes, or why it could not be. */
export type ReadMessage = { schemaId?: number } & ({ value: unknown } | { problem: ValueProblem });

/** Reads JSON in UTF-8, with or without a registry's prefix: no JSON begins with a zero byte. */
export function readMessage(
  bytes: Uint8Array,
  wirePrefix: CheckValueOptions['wirePrefix'] = 'optional',
): ReadMessage {
  const prefix = wirePrefix === 'none' ? undefined : readWirePrefix(bytes);
  if (prefix === undefined) {
    if (wirePrefix === 'required') return { problem: missingPrefix(bytes) };
    return readJson(bytes, 0);
  }
  return { ...readJson(prefix.payload, PREFIX_LENGTH), schemaId: prefix.schemaId };
}

function readJson(bytes: Uint8Array, start: number): ReadMessage {
  let text: string;
  try {
    // Without ignoring it, so that offsets count it.
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const offset = start + validLength(bytes);
    return {
      problem: broken(
        `The bytes are no UTF-8 at offset ${offset}.`,
        'UTF-8',
        bytes[offset - start],
        offset,
      ),
    };
  }
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const json = text.slice(mark);
  try {
    return { value: parseValue(json) };
  } catch (error) {
    if (!isSchemaError(error, 'invalid_value')) throw error;
    const { line = 1, column = 1 } = error;
    const before = text.slice(0, mark + positionOf(json, line, column));
    const offset = start + Buffer.byteLength(before);
    const reason = error.details.replace(/: line [0-9]+, column [0-9]+$/, '');
    const message = `The bytes are no JSON at offset ${offset}: ${reason}.`;
    return { problem: broken(message, 'JSON', bytes[offset - start], offset) };
  }
}

function broken(
  message: string,
  expected: string,
  byte: number | undefined,
  offset: number,
): ValueProblem {
  const found = byte === undefined ? 'the end of the bytes' : `the byte ${byte}`;
  return { path: '/', message, expected, found, offset };
}

/** Where a line and a column, counted from 1, are in a text. */
function positionOf(text: string, line: number, column: number): number {
  const breaks = /\r\n|\r|\n/g;
  for (let left = line - 1; left > 0; left -= 1) if (breaks.exec(text) === null) break;
  return breaks.lastIndex + column - 1;
}

/** How many bytes at the beginning are UTF-8. */
function validLength(bytes: Uint8Array): number {
  let [valid, broken] = [0, bytes.length];
  while (valid < broken) {
    const middle = Math.ceil((valid + broken) / 2);
    if (isBeginning(bytes.subarray(0, middle))) valid = middle;
    else broken = middle - 1;
  }
  return valid;
}

/** Whether bytes are UTF-8, or the beginning of it. */
function isBeginning(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
