import * as z from 'zod';
import { checkMessage } from '../../messages/check-message.ts';
import { readMessage } from '../../messages/read-message.ts';
import { schemaOfMessage } from '../../messages/schema-of-message.ts';
import { createVersionReader } from '../../reading/version-reader.ts';
import { schemaUsed } from '../answers.ts';
import { messageType, schemaChoice } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const validateMessage = defineTool({
  name: 'validate_message',
  title: 'Validate a message',
  summary:
    'Check a message against a schema, by default the one whose id stands before its bytes; says what is wrong and where.',
  input: z.object({
    message: z.string().optional().describe('JSON text.'),
    message_base64: z.string().optional().describe('Or its bytes.'),
    message_type: messageType,
    ...schemaChoice,
  }),
  output: z.object({
    valid: z.boolean(),
    problems: z.array(
      z.object({
        path: z.string().describe('JSON pointer into the message; `/` is the whole.'),
        message: z.string(),
        expected: z.string(),
        found: z.string(),
        offset: z.int().optional().describe('For bytes: where, from 0.'),
      }),
    ),
    more_problems: z.string().optional().describe('Set where there are more.'),
    schema_used: schemaUsed,
    prefix_id: z.int().optional().describe('Schema id that stands before the bytes.'),
    decoded: z
      .object({
        json: z.string().describe('What valid bytes mean.'),
        characters: z.int().describe('Of all of it.'),
        cut: z.string().optional().describe('Set where it is not whole.'),
      })
      .optional(),
    note: z.string().optional(),
  }),
  effect: 'read',
  place: 'subject',
  async run({ message, message_base64, message_type, ...choice }, services, { signal }) {
    const given = readMessage(message, message_base64);
    const read = createVersionReader({ signal });
    const schema = await schemaOfMessage(given, choice, services, read, { signal });
    const options = { messageType: message_type, budget: services.budget };
    return { schema_used: schema.facts, ...(await checkMessage(given, schema, options)) };
  },
});
