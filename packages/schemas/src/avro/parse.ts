import { readLosslessJson } from '../lossless-json/parse.ts';
import type { AvroSchema, ParseOptions } from '../parsed-schema.ts';
import { isSchemaError } from '../schema-error.ts';
import { buildType } from './build-type.ts';
import { spellJavaNumber } from './java-number.ts';
import type { AvroType } from './model.ts';
import { isNamed } from './model.ts';
import type { ParseContext } from './parse-context.ts';
import { newContext } from './parse-context.ts';
import { printAvro } from './print.ts';
import { refuse } from './refuse.ts';
import { resolveNames } from './resolve-names.ts';

/** How deep the registry's JSON parser goes. */
const GREATEST_DEPTH = 1000;

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

function parseAs(text: string, { references = [], validation = 'new' }: ParseOptions): AvroSchema {
  const context = newContext(validation === 'new');
  const referenceNames: string[] = [];
  for (const reference of references) {
    const type = readText(reference.text, context);
    if (isNamed(type)) referenceNames.push(type.name.fullName);
  }
  const root = readText(text, context);
  const stored = printAvro(root, referenceNames);
  return { type: 'AVRO', text: stored, root, references, referenceNames, validation };
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
  // Even a comment is too much here: the registry looks at the bare text after the schema.
  const rest = text.slice(end).trim();
  if (rest !== '') throw refuse(`dangling content after end of schema: ${rest}`);
  return resolved;
}

function readTree(text: string, context: ParseContext): { root: AvroType; end: number } {
  const { value, end } = readLosslessJson(text, {
    comments: true,
    maxDepth: GREATEST_DEPTH,
    spellNumber: spellJavaNumber,
  });
  if (value === undefined) throw refuse('Cannot parse <null> schema', 'The schema is empty');
  return { root: buildType(value, context, undefined, () => {}), end };
}
