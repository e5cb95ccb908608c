import { readLosslessJson } from '../lossless-json/parse.ts';
import type { JsonValue } from '../lossless-json/value.ts';
import type { AvroSchema, ParsedSchema, ParseOptions } from '../parsed-schema.ts';
import { isSchemaError } from '../schema-error.ts';
import { buildType } from './build-type.ts';
import { spellJavaNumber } from './java-number.ts';
import type { AvroType } from './model.ts';
import { isNamed } from './model.ts';
import type { ParseContext } from './parse-context.ts';
import { newContext } from './parse-context.ts';
import { printWith } from './print.ts';
import { refuse } from './refuse.ts';
import { resolveNames } from './resolve-names.ts';
import { recallFields, type WrittenField } from './written-fields.ts';

/** Comments are taken, and no more levels than by the registry's JSON parser. */
const reading = { comments: true, maxDepth: 1000, spellNumber: spellJavaNumber };
/** Of longer texts no fields are kept for the next version. */
const LONGEST_KEPT = 50_000;

/**
 * Reads an Avro schema as Apache Avro Java 1.12 does for the registry. Comments are taken, names
 * may be used before they are defined, and those of the references are known by full name.
 *
 * @throws SchemaError `invalid_schema` or `too_large`
 */
export function parseAvro(text: string, options: ParseOptions = {}): AvroSchema {
  try {
    return parseAs(text, options);
  } catch (error) {
    if (options.validation === 'stored' || !isSchemaError(error, 'invalid_schema')) throw error;
    // The registry looks for the schema among those it has first, so what is wrong with it as a
    // stored one comes before what is wrong with it as a new one.
    parseAs(text, { ...options, validation: 'stored' });
    throw error;
  }
}

function parseAs(
  text: string,
  { references = [], validation = 'new', earlier }: ParseOptions,
): AvroSchema {
  const context = newContext(validation === 'new');
  const referenceNames: string[] = [];
  for (const reference of references) {
    const type = readText(reference.text, context);
    if (isNamed(type)) referenceNames.push(type.name.fullName);
  }
  if (earlier !== undefined && text.length <= LONGEST_KEPT)
    context.fields = recallFields(text, fieldsOf(earlier, validation), readField);
  const root = readText(text, context);
  const stored = printWith(root, referenceNames, context.fields);
  const written = root.type === 'record' ? context.fields?.toKeep(root, stored) : undefined;
  return { type: 'AVRO', text: stored, root, references, referenceNames, validation, written };
}

function readField(text: string): JsonValue | undefined {
  return readLosslessJson(text, reading).value;
}

/** What was read for a stored schema was not checked as a new one is. */
function fieldsOf(
  earlier: ParsedSchema | null,
  validation: 'new' | 'stored',
): readonly WrittenField[] {
  if (earlier?.type !== 'AVRO' || earlier.written === undefined) return [];
  return validation === 'stored' || earlier.validation === 'new' ? earlier.written : [];
}

/**
 * The full names that a text defines, and those that it uses but does not define. Defaults, names
 * and unions are not checked.
 *
 * @throws SchemaError
 */
export function describeAvroNames(text: string): { defines: string[]; uses: string[] } {
  const context = newContext(false);
  readTree(text, context);
  const uses = new Set(context.forward.map(({ fullName }) => fullName));
  const defines = [...context.definitions.keys()];
  return { defines, uses: [...uses].filter((name) => !context.definitions.has(name)) };
}

function readText(text: string, context: ParseContext): AvroType {
  const { root, end } = readTree(text, context);
  const resolved = resolveNames(root, context);
  // What the text repeats is not read from it.
  if (resolved !== root) context.fields = undefined;
  // Even a comment is too much here: the registry looks at the bare text after the schema.
  const rest = text.slice(end).trim();
  if (rest !== '') throw refuse(`dangling content after end of schema: ${rest}`);
  return resolved;
}

function readTree(text: string, context: ParseContext): { root: AvroType; end: number } {
  const { value, end } = readLosslessJson(text, reading, context.fields?.elements);
  if (value === undefined) throw refuse('Cannot parse <null> schema', 'The schema is empty');
  return { root: buildType(value, context, undefined, () => {}), end };
}
