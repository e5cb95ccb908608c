import { compatibilityLevels, modes, schemaTypes } from '@srkit/registry-protocol';
import * as z from 'zod';
import { configFields } from '../reading/config-fields.ts';

/** A subject that exists, or is to exist. */
export const subject = z.string().describe('Subject, e.g. `orders-value`.');

/** One version. */
export const version = z.string().optional().describe('Number or `latest` (default).');

/** A version that must be named. */
export const oneVersion = z.string().describe('Number or `latest`.');

/** Whether soft-deleted ones count. */
export const deleted = z.boolean().default(false).describe('Include soft-deleted ones.');

/** Whether only to show what would happen. */
export const dryRun = z
  .boolean()
  .default(false)
  .describe('Only show what would change and whether the registry would refuse.');

/** Whether to delete for good. */
export const permanent = z
  .boolean()
  .default(false)
  .describe('Delete for good; a soft deletion comes first where needed.');

/** Whether to bring a schema into normal form. */
export const normalize = z.boolean().optional().describe('Bring it into normal form first.');

/** From where on to read a text. */
export const textOffset = z.int().min(0).optional().describe('Where in the text to begin.');

/** Form of a text. */
export const format = z
  .string()
  .optional()
  .describe('e.g. `resolved` (Avro), `serialized` (Protobuf).');

/** What kind of schema a text is. */
export const schemaType = z.enum(schemaTypes).optional().describe('Default AVRO.');

const reference = z.strictObject({
  name: z.string().describe('In the text.'),
  subject: z.string().describe('Its subject.'),
  version: z.int().describe('Its version.'),
});

/** What a text refers to. */
export const references = z.array(reference).optional().describe('Schemas it uses.');

/** A schema that is registered anywhere. */
const registeredSchema = z.strictObject({
  subject: z.string().describe('Subject.'),
  version: z.string().optional().describe('Default `latest`.'),
  context: z.string().optional().describe('Its context.'),
  registry: z.string().optional().describe('Its registry.'),
});

/** The same, or a text. */
export const anySchema = registeredSchema.partial({ subject: true }).extend({
  schema: z.string().optional().describe('Or its text.'),
});

/** A schema, by its text or by where it is registered. */
export const schemaSource = {
  schema: z
    .string()
    .optional()
    .describe('Text of the schema (Avro and JSON Schema: JSON in a string). Or give `from`.'),
  schema_type: schemaType,
  references,
  from: registeredSchema.optional().describe('Take a registered schema instead of a text.'),
};

/** A schema, by the version of a subject or as in {@link schemaSource}. */
export const schemaChoice = {
  subject: z.string().optional().describe('Subject whose schema it is.'),
  version,
  schema: z.string().optional().describe('Or the text of a schema.'),
  schema_type: schemaType,
  references,
  from: registeredSchema.optional().describe('Or a schema of another place.'),
};

/** Which message of a Protobuf file. */
export const messageType = z
  .string()
  .optional()
  .describe("Protobuf: the message's full name; default the first.");

/** What can be set and cleared of a configuration. */
export const configChange = {
  compatibility: z.enum(compatibilityLevels).optional().describe('Compatibility level.'),
  normalize: z.boolean().optional().describe('Normalize every schema.'),
  validate_fields: z.boolean().optional().describe('Check reserved fields.'),
  compatibility_policy: z.enum(['STRICT', 'LENIENT']).optional().describe('For JSON Schema.'),
  compatibility_group: z.string().optional().describe('Metadata property that groups versions.'),
  clear: z.array(z.enum(configFields)).optional().describe('Fields to remove; others stay.'),
};

/** An id. */
export const id = z.int().describe('Schema id.');

/** A mode to set, or to let go. */
export const newMode = z.enum([...modes, 'INHERIT']).describe('INHERIT removes its own mode.');

/** Whether to go into IMPORT over live subjects. */
export const force = z.boolean().default(false).describe('IMPORT although live subjects exist.');

/** A name that stands for a subject. */
export const alias = z.string().describe('Name that stands for a subject.');

/** A task. */
export const taskId = z.string().describe('Id of the task, as the call that started it answered.');
