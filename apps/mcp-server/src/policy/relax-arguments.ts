import type { PropertySchema, WireSchema } from '../present/wire-schema.ts';

/**
 * Reads arguments the way they were meant: models write `"3"` for 3, `3` for a version that is a text, `"true"`, `backward`,
 * a list as JSON in a string, and a schema as the object that its text would hold. What cannot be meant otherwise is brought into the
 * type that the tool declares; everything else stays, and is refused by the check that follows.
 */
export function relaxArguments(
  written: Readonly<Record<string, unknown>>,
  schema: WireSchema,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(written)
      // An argument that is null is one that is not given.
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, relax(value, schema.properties?.[name])]),
  );
}

function relax(value: unknown, schema: PropertySchema | undefined): unknown {
  switch (schema?.type) {
    case 'string':
      return relaxText(value, schema);
    case 'integer':
      return typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : value;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'array': {
      const list = typeof value === 'string' ? parsed(value, Array.isArray) : value;
      return Array.isArray(list) ? list.map((item) => relax(item, schema.items)) : list;
    }
    case 'object': {
      const object = typeof value === 'string' ? parsed(value, isRecord) : value;
      return isRecord(object) ? relaxArguments(object, { ...schema, type: 'object' }) : object;
    }
    default:
      return value;
  }
}

function relaxText(value: unknown, schema: PropertySchema): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value !== 'string' || !Array.isArray(schema.enum)) return value;
  const meant = value.trim().toLowerCase();
  return schema.enum.find((one) => String(one).toLowerCase() === meant) ?? value;
}

function parsed(text: string, fits: (value: unknown) => boolean): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return fits(value) ? value : text;
  } catch {
    return text;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
