import * as z from 'zod';
import { makeExamples } from '../../messages/make-examples.ts';
import { chooseSchema } from '../../reading/choose-schema.ts';
import { createVersionReader } from '../../reading/version-reader.ts';
import { schemaUsed } from '../answers.ts';
import { messageType, schemaChoice } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const generateExampleMessage = defineTool({
  name: 'generate_example_message',
  title: 'Generate example messages',
  summary: 'Make up plausible messages that are valid for a schema, the same for the same seed.',
  input: z.object({
    ...schemaChoice,
    seed: z.int().default(1).describe('Another number, other messages.'),
    count: z.int().min(1).max(20).default(1).describe('How many.'),
    message_type: messageType,
    as_base64: z.boolean().default(false).describe('Also as bytes, with the id before them.'),
  }),
  output: z.object({
    schema_used: schemaUsed,
    examples: z.array(
      z.object({
        seed: z.int(),
        json: z.string().describe('The message as JSON text.'),
        base64: z.string().optional().describe('The same as bytes.'),
      }),
    ),
    wire_prefix: z.boolean().optional().describe('Whether the schema id stands before the bytes.'),
    more: z.string().optional().describe('How to get those that did not fit.'),
  }),
  effect: 'read',
  place: 'subject',
  async run({ seed, count, as_base64, message_type, ...choice }, services, { signal }) {
    const read = createVersionReader({ signal });
    const known = await chooseSchema(choice, services, read, { signal });
    const options = {
      seed,
      count,
      asBase64: as_base64,
      messageType: message_type,
      budget: services.budget,
    };
    return { schema_used: known.facts, ...(await makeExamples(known, options)) };
  },
});
