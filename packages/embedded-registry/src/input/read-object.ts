import { isRecord } from '../http/body-shape.ts';
import { InvalidInput } from './invalid-input.ts';

/** What a field takes. */
export interface FieldRule {
  isValid(value: unknown): boolean;
  /** For a sentence: `the field takes …`. */
  takes: string;
  required?: boolean;
}

/** Fields by name. */
export type FieldRules = Readonly<Record<string, FieldRule>>;

/**
 * Reads a JSON object of which only some fields are known.
 *
 * @param name what it is, for a sentence
 * @returns its fields; those that are undefined are left out
 * @throws InvalidInput when it is none, lacks a field, or has one that is unknown or not of its kind
 */
export function readObject(
  value: unknown,
  name: string,
  rules: FieldRules,
): Record<string, unknown> {
  if (!isRecord(value)) throw new InvalidInput(`${name} is an object, not ${shown(value)}.`);
  const fields = Object.entries(value).filter(([, content]) => content !== undefined);
  for (const [field, content] of fields) {
    const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
    if (rule === undefined) {
      const known = Object.keys(rules).join(', ');
      throw new InvalidInput(`${name} has no field ${shown(field)}; it takes ${known}.`);
    }
    if (!rule.isValid(content))
      throw new InvalidInput(`${name}: ${field} takes ${rule.takes}, not ${shown(content)}.`);
  }
  const given = new Map(fields);
  for (const [field, rule] of Object.entries(rules)) {
    if (rule.required && !given.has(field))
      throw new InvalidInput(`${name} needs ${field}: ${rule.takes}.`);
  }
  return Object.fromEntries(fields);
}

/** A value as it can stand in a sentence: as JSON, and not too long. */
export function shown(value: unknown): string {
  let text: string;
  try {
    text = JSON.stringify(value) ?? String(value);
  } catch {
    text = `a ${typeof value}`;
  }
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
