import type { SchemaType } from '@srkit/registry-protocol';
import {
  isSchemaError,
  type ParsedSchema,
  parseSchema,
  type ReferencedSchema,
} from '@srkit/schemas';
import type { ReadText, TextCache } from '../registry.ts';
import { createSlots, numberOfText } from './slots.ts';

/** How many texts are remembered, and how long one may be. */
const mostTexts = 32;
const mostCharacters = 50_000;

interface Remembered {
  schemaType: SchemaType;
  references: string;
  text: string;
  read: ReadText;
}

/** Creates an empty cache. */
export function createTextCache(): TextCache {
  const slots = createSlots<Remembered>(mostTexts);

  return {
    read(schemaType, text, references, validation, earlier) {
      const number = numberOfText(text);
      const known = slots.get(number);
      if (
        known?.text === text &&
        known.schemaType === schemaType &&
        known.references === references.key &&
        (known.read.isValidNew || validation === 'stored')
      )
        return known.read;
      const read = parse(schemaType, text, references.schemas, validation, earlier() ?? null);
      if (text.length <= mostCharacters)
        slots.set(number, { schemaType, references: references.key, text, read });
      return read;
    },
  };
}

/** What is good for a new schema is good for a stored one: then the second question needs no reading. */
function parse(
  schemaType: SchemaType,
  text: string,
  references: readonly ReferencedSchema[],
  validation: 'new' | 'stored',
  earlier: ParsedSchema | null,
): ReadText {
  try {
    const parsed = parseSchema(schemaType, text, { references, validation: 'new', earlier });
    return { parsed, isValidNew: true, contents: new Map() };
  } catch (error) {
    if (validation === 'new' || !isSchemaError(error)) throw error;
    const parsed = parseSchema(schemaType, text, { references, validation, earlier });
    return { parsed, isValidNew: false, contents: new Map() };
  }
}
