import { isRecord } from './body-shape.ts';
import { stringify } from './jackson/stringify.ts';

/** What an operation answers with: JSON, or a text that is sent as it is. */
export type Answer =
  | {
      status?: number;
      json: unknown;
      /** Whether null and empty fields are written too. */
      keepEmpty?: boolean;
    }
  | {
      status?: number;
      text: string;
      /** The text in UTF-8, where it is sent again and again. */
      bytes?: Uint8Array;
    };

/** An answer that is kept, with its bytes. */
export function writtenOnce(text: string): Answer {
  return { text, bytes: new TextEncoder().encode(text) };
}

/** Writes JSON as the registry does: null, empty texts and empty lists are left out of objects. */
export function writeJson(value: unknown): string {
  return stringify(isRecord(value) && wouldWriteEmpty(value) ? withoutEmpty(value) : value);
}

/** What is undefined is not written anyway. */
function wouldWriteEmpty(record: Record<string, unknown>): boolean {
  for (const name in record) {
    const value = record[name];
    if (value !== undefined && isEmpty(value)) return true;
  }
  return false;
}

/** An object without the fields that are null or empty. */
export function withoutEmpty(record: Record<string, unknown>): Record<string, unknown> {
  if (!hasEmpty(record)) return record;
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)));
}

function hasEmpty(record: Record<string, unknown>): boolean {
  for (const name in record) if (isEmpty(record[name])) return true;
  return false;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === undefined || value === '';
}
