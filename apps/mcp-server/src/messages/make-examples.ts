import type { KnownSchema } from '../reading/known-schema.ts';
import { ToolError } from '../tool-error.ts';

/** A message that was made up. */
export interface ExampleMessage {
  seed: number;
  json: string;
  base64?: string;
}

/** What to make up. */
export interface ExampleOptions {
  /** Of the first; the others have the numbers after it. */
  seed: number;
  count: number;
  asBase64: boolean;
  /** Of Protobuf: the message's full name. */
  messageType?: string | undefined;
  /** Characters of JSON for the whole answer. */
  budget: number;
}

/** Examples, as many as fit. */
export interface Examples {
  examples: ExampleMessage[];
  /** Whether the id of the schema stands before the bytes. */
  wire_prefix?: boolean;
  more?: string;
}

/**
 * Makes messages up that are valid for a schema. The same schema and seed give the same message.
 *
 * @throws ToolError `too_large` where one alone does not fit into an answer
 * @throws SchemaError `invalid_schema` for a schema that has no message, `not_supported` where none is found
 */
export async function makeExamples(
  { parsed, facts }: KnownSchema,
  { seed, count, asBase64, messageType, budget }: ExampleOptions,
): Promise<Examples> {
  const { encodeValue, exampleValue, printValue } = await import('@srkit/schemas/values');
  const type = messageType === undefined ? {} : { messageType };
  const prefix = facts.id === undefined ? type : { ...type, schemaId: facts.id };
  const examples: ExampleMessage[] = [];
  let room = budget - 1_000;
  for (let index = 0; index < count; index += 1) {
    const value = exampleValue(parsed, { ...type, seed: seed + index });
    const json = printValue(value);
    const bytes = asBase64 ? encodeValue(parsed, value, prefix) : undefined;
    const example = {
      seed: seed + index,
      json,
      ...(bytes && { base64: Buffer.from(bytes).toString('base64') }),
    };
    room -= JSON.stringify(example).length;
    if (room < 0) break;
    examples.push(example);
  }
  if (examples.length === 0) throw tooLong();
  const left = count - examples.length;
  return {
    examples,
    ...(asBase64 && { wire_prefix: facts.id !== undefined }),
    ...(left > 0 && {
      more: `${left} more did not fit: call again with seed=${seed + examples.length} and count=${left}.`,
    }),
  };
}

function tooLong(): ToolError {
  return new ToolError(
    'too_large',
    "A message of this schema is too long for an answer. Give the text of a part of it, such as one of its records, in 'schema'.",
  );
}
