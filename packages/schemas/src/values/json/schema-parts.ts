import { schemaDocuments } from '../../json/documents.ts';
import { writtenDraft } from '../../json/draft.ts';
import { spendEffort } from '../../json/effort.ts';
import type { Pattern } from '../../json/pattern/pattern.ts';
import { readPattern } from '../../json/pattern/pattern.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonObject } from '../../lossless-json/value.ts';
import { isJsonObject } from '../../lossless-json/value.ts';
import type { JsonSchema, JsonSchemaDraft } from '../../parsed-schema.ts';
import { SchemaError } from '../../schema-error.ts';
import { quote } from '../value-problem.ts';
import { isKeyword, readPart } from './read-part.ts';
import type { Run, SchemaPart, SchemaParts } from './schema-part.ts';

const MOST_INSTRUCTIONS = 1_000_000;
const COST_OF_INSTRUCTION = 8;
const META_SCHEMA = /^https?:\/\/json-schema\.org\/(?:draft-0[3-7]|draft\/[0-9-]+)\/schema#?$/;

const remembered = new WeakMap<JsonSchema, SchemaParts>();

/** The parts of a schema, the same for the same schema. */
export function schemaParts(schema: JsonSchema): SchemaParts {
  const known = remembered.get(schema);
  if (known !== undefined) return known;
  const made = makeParts(schema);
  remembered.set(schema, made);
  return made;
}

function makeParts(schema: JsonSchema): SchemaParts {
  const documents = schemaDocuments(schema);
  const byObject = new Map<JsonObject, SchemaPart>();
  const drafts = new Map<string | undefined, JsonSchemaDraft>([[undefined, schema.draft]]);
  const patterns = new Map<string, Pattern>();
  let instructions = 0;

  function draftAt(place: SchemaPlace): JsonSchemaDraft {
    const known = drafts.get(place.document);
    if (known !== undefined) return known;
    const top = documents.resolve('#', place)?.value;
    const draft = (top === undefined ? undefined : writtenDraft(top)) ?? schema.draft;
    drafts.set(place.document, draft);
    return draft;
  }

  function partAt(place: SchemaPlace): SchemaPart {
    const { value } = place;
    if (!isJsonObject(value)) return readPart(place, schema.draft, parts);
    const known = byObject.get(value);
    if (known !== undefined) return known;
    const part = readPart(place, draftAt(place), parts);
    byObject.set(value, part);
    return part;
  }

  function find(reference: string, from: SchemaPlace): SchemaPart | undefined {
    const place = documents.resolve(reference, from);
    if (place !== undefined) return partAt(place);
    // A schema that takes schemas; none of them comes with this package.
    if (META_SCHEMA.test(reference)) return partAt({ ...documents.root, value: ANY_SCHEMA });
    return undefined;
  }

  const parts: SchemaParts = {
    get root() {
      return partAt(documents.root);
    },
    speaks: (keyword) => isKeyword(keyword, schema.draft),
    child: (place, ...steps) => {
      const inside = documents.child(place, ...steps);
      return inside && partAt(inside);
    },
    find,
    resolve: (reference, from) => {
      const part = find(reference, from);
      if (part === undefined) throw refuseReference(reference, from);
      return part;
    },
    pattern: (text: string, run: Run) => {
      const known = patterns.get(text);
      if (known !== undefined) return known;
      const pattern = readPattern(text);
      spendEffort(run.effort, pattern.size * COST_OF_INSTRUCTION);
      instructions += pattern.size;
      if (instructions > MOST_INSTRUCTIONS) {
        patterns.clear();
        instructions = pattern.size;
      }
      patterns.set(text, pattern);
      return pattern;
    },
  };
  return parts;
}

const ANY_SCHEMA: JsonObject = new Map([['type', ['object', 'boolean']]]);

function refuseReference(reference: string, { pointer, document }: SchemaPlace): SchemaError {
  const where = `at ${pointer === '' ? 'the top' : pointer}${document === undefined ? '' : ` of ${document}`}`;
  const details = `The reference ${quote(reference)} ${where} leads nowhere`;
  return new SchemaError(`${details}. Give the schema that it means among the references.`, {
    code: 'invalid_schema',
    details,
  });
}
