import { isRecord } from './body-shape.ts';

/** What an operation answers with: JSON, or a text that is sent as it is. */
export type Answer =
  | {
      status?: number;
      json: unknown;
      /** Whether null and empty fields are written too. */
      keepEmpty?: boolean;
    }
  | { status?: number; text: string };

/** Writes JSON as the registry does: null, empty texts and empty lists are left out of objects. */
export function writeJson(value: unknown): string {
  return JSON.stringify(isRecord(value) ? withoutEmpty(value) : value);
}

/** An object without the fields that are null or empty. */
export function withoutEmpty(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === undefined || value === '';
}
