import type { ParsedSchema } from '@srkit/schemas';
import type { DecodeValueOptions, ValueCheck, ValueProblem } from '@srkit/schemas/values';
import { schemaPart } from '../reading/schema-part.ts';
import type { GivenMessage } from './read-message.ts';
import type { MessageSchema } from './schema-of-message.ts';

/** Whether a message is one of its schema, and where it is not. */
export interface CheckedMessage {
  valid: boolean;
  problems: ValueProblem[];
  /** Set where there are more problems than are told. */
  more_problems?: string;
  prefix_id?: number;
  note?: string;
  decoded?: { json: string; characters: number; cut?: string };
}

const mostProblems = 20;

/**
 * Checks a message, and shows what valid bytes mean.
 *
 * @param options `messageType` is for Protobuf, the message's full name; `budget` the characters of JSON for the whole answer
 * @throws SchemaError `invalid_value` for a message type that there is not, `too_large`
 */
export async function checkMessage(
  message: GivenMessage,
  schema: MessageSchema,
  { messageType, budget }: { messageType?: string | undefined; budget: number },
): Promise<CheckedMessage> {
  const { checkValue } = await import('@srkit/schemas/values');
  const type = messageType === undefined ? {} : { messageType };
  if ('text' in message) {
    const value = await parseText(message.text);
    if ('problem' in value) return { valid: false, problems: [value.problem] };
    const options = { ...type, maxProblems: mostProblems + 1 };
    return verdict(checkValue(schema.parsed, value.value, options), schema, budget);
  }
  const wirePrefix = schema.byPrefix ? ('required' as const) : ('optional' as const);
  const options = { ...type, wirePrefix };
  const checked = verdict(checkValue(schema.parsed, message.bytes, options), schema, budget);
  if (!checked.valid) return checked;
  const json = await decode(schema.parsed, message.bytes, options);
  return { ...checked, decoded: shorten(json, budget) };
}

async function parseText(text: string): Promise<{ value: unknown } | { problem: ValueProblem }> {
  const [{ isSchemaError }, { parseValue }] = await Promise.all([
    import('@srkit/schemas'),
    import('@srkit/schemas/values'),
  ]);
  try {
    return { value: parseValue(text) };
  } catch (error) {
    if (!isSchemaError(error, 'invalid_value')) throw error;
    const { line, column } = error;
    const place = line === undefined ? '' : ` at line ${line}, column ${column}`;
    const found = `a text that is no JSON${place}`;
    return { problem: { path: '/', message: error.message, expected: 'JSON', found } };
  }
}

async function decode(
  schema: ParsedSchema,
  bytes: Uint8Array,
  options: DecodeValueOptions,
): Promise<string> {
  const { decodeValue, printValue } = await import('@srkit/schemas/values');
  return printValue(decodeValue(schema, bytes, options));
}

function verdict(check: ValueCheck, { facts }: MessageSchema, budget: number): CheckedMessage {
  const { schemaId } = check;
  const { shown, more } = fitting(check.valid ? [] : check.problems, budget / 2);
  const otherId = schemaId !== undefined && facts.id !== undefined && facts.id !== schemaId;
  return {
    valid: check.valid,
    problems: shown,
    ...(more && {
      more_problems: 'There are more. Correct these first, and check the message again.',
    }),
    ...(schemaId !== undefined && { prefix_id: schemaId }),
    ...(otherId && {
      note: `The message names the schema id ${schemaId}, but was checked with id ${facts.id}. Without 'subject', 'schema' and 'from' it is checked with its own.`,
    }),
  };
}

/** As many as fit, but always one. */
function fitting(
  problems: readonly ValueProblem[],
  budget: number,
): { shown: ValueProblem[]; more: boolean } {
  let room = budget;
  const shown = problems.slice(0, mostProblems).filter((problem, index) => {
    room -= JSON.stringify(problem).length;
    return index === 0 || room >= 0;
  });
  return { shown, more: shown.length < problems.length };
}

function shorten(json: string, budget: number): NonNullable<CheckedMessage['decoded']> {
  const { schema: part, nextOffset } = schemaPart(json, 0, Math.max(budget - 1_500, 1_000));
  return {
    json: part,
    characters: json.length,
    ...(nextOffset !== undefined && {
      cut: `The first ${nextOffset} of ${json.length} characters; the answer has no room for more.`,
    }),
  };
}
