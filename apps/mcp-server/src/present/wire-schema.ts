import type { JSONValue } from '@modelcontextprotocol/server';
import * as z from 'zod';

/** What an argument is, as far as this server looks at it. */
export interface PropertySchema {
  type?: string;
  properties?: Record<string, PropertySchema>;
  items?: PropertySchema;
  enum?: JSONValue[];
  [keyword: string]: JSONValue;
}

/** A JSON Schema of an object, as it goes over the wire. */
export interface WireSchema extends PropertySchema {
  type: 'object';
  required?: string[];
}

/** Bounds that only say that a number is an integer of JavaScript's; they cost tokens and say nothing. */
const integerBounds: ReadonlySet<unknown> = new Set([
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
]);

/** The JSON Schema of a tool's input or output, without what an assistant has no use for. */
export function wireSchema(schema: z.ZodObject): WireSchema {
  const { $schema: _, ...written } = z.toJSONSchema(schema, { io: 'input' });
  return { ...(withoutNoise(written) as PropertySchema), type: 'object' };
}

function withoutNoise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNoise);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !(/m(?:in|ax)imum/i.test(key) && integerBounds.has(item)))
      // Every object refuses what it does not know; a caller who needs to hear it is told by name.
      .filter(([key, item]) => key !== 'additionalProperties' || item !== false)
      .map(([key, item]) => [key, withoutNoise(item)]),
  );
}
