import * as z from 'zod';

/** Fields that several answers have. */
export const schemaId = z.int().describe('Id within the context.');
export const guid = z.string().describe('Fingerprint of the content, the same in every registry.');
const schemaType = z.string().describe('AVRO, JSON or PROTOBUF.');
export const source = z
  .string()
  .describe('Where it is set: `subject`, `context`, or `registry` for anything further up.');
export const config = z.record(z.string(), z.unknown()).describe('Fields that have a value.');
export const mode = z
  .string()
  .describe('READWRITE, READONLY, READONLY_OVERRIDE, IMPORT or FORWARD.');
const refusal = z
  .object({ code: z.string(), reason: z.string() })
  .describe('Why the registry would refuse; absent when it would not.');
const warnings = z.array(z.string()).describe('What to know before doing it.');
const isDryRun = z.boolean().describe('Whether nothing was changed.');

const references = z
  .array(z.object({ name: z.string(), subject: z.string(), version: z.int() }))
  .describe('Schemas that the text uses.');

export const referrers = z
  .array(
    z.object({
      context: z.string(),
      subject: z.string(),
      version: z.int(),
      id: z.int(),
    }),
  )
  .describe('Versions that refer to it.');

/** What a deletion answers, whether it was done or only shown. */
export const deletion = {
  dry_run: isDryRun,
  permanent: z.boolean(),
  versions: z.array(z.int()).describe('Versions that are (or would be) deleted.'),
  steps: z.array(z.string()).describe('What is sent, in order.'),
  referenced_by: referrers,
  unresolved_ids: z
    .array(z.int())
    .optional()
    .describe('Ids that refer to it, found in no context.'),
  mode,
  mode_source: source,
  would_be_refused: refusal.optional(),
  warnings: warnings.optional(),
};

/** What a change of a configuration answers, whether it was done or only shown. */
export const configChanged = {
  dry_run: isDryRun,
  before: config.describe('What applied before.'),
  before_source: source,
  after: config.describe('What the record holds afterwards; empty: it inherits.'),
  mode,
  mode_source: source,
  would_be_refused: refusal.optional(),
  warnings: warnings.optional(),
};

/** What a change of a mode answers, whether it was done or only shown. */
export const modeChanged = {
  dry_run: isDryRun,
  before: mode,
  before_source: source,
  after: mode,
  after_source: source,
  would_be_refused: refusal.optional(),
  deletes_permanently: z
    .array(z.string())
    .optional()
    .describe('Softly deleted subjects that IMPORT deletes for good.'),
  warnings: warnings.optional(),
};

/** What is said of a schema. */
export const schemaFacts = {
  guid: guid.optional(),
  schema_type: schemaType,
  size_bytes: z.int().describe('Size of the whole text in UTF-8.'),
  schema: z.string().describe('The text, or a part of it.'),
  offset: z.int().optional().describe('Where the part begins, in characters (UTF-16 units).'),
  next_offset: z.int().optional().describe('Where the next part begins; absent on the last.'),
  more: z.string().optional().describe('How to read the rest.'),
  references: references.optional(),
  metadata: z.record(z.string(), z.unknown()).optional().describe('Tags and properties.'),
  rule_set: z.record(z.string(), z.unknown()).optional().describe('Rules of the data contract.'),
  registered_at: z.string().optional().describe('When, in UTC.'),
  deleted: z.boolean().optional().describe('Whether it is softly deleted.'),
};

/** What a change of an alias answers, whether it was done or only shown. */
export const aliasChanged = {
  ...configChanged,
  target_exists: z.boolean().optional().describe('Whether there is a subject that it stands for.'),
};

/** A place in a schema. */
export const path = z.string().describe('Where in the schema; empty or `/` is the whole.');

/** Changes that are dangerous although a registry may take them. */
export const dangers = z.array(
  z.object({
    rule: z.string(),
    severity: z.string().describe('`error`, `warning` or `info`.'),
    path,
    message: z.string().describe('What happens to data.'),
    advice: z.string().describe('What to do.'),
  }),
);

/** Which schema was meant, as far as it is known. */
export const schemaUsed = z.object({
  registry: z.string().optional(),
  context: z.string().optional(),
  subject: z.string().optional(),
  version: z.int().optional(),
  id: schemaId.optional(),
  guid: guid.optional(),
  schema_type: schemaType,
});

/** What is known of a registry without asking it. */
export const registryFacts = {
  name: z.string().describe('As `registry` takes it.'),
  is_default: z.boolean().describe('Whether it is meant where a call names none.'),
  urls: z.array(z.string()).describe('Its addresses.'),
  view_only: z.boolean().describe('Whether it cannot be changed through this server.'),
  context: z.string().describe('Context that is meant where a call names none.'),
  description: z.string().optional().describe('What it is, as whoever runs this server says.'),
};

/** How a registry is. */
export const healthFacts = {
  state: z.string().describe('`connected`, `degraded` (slow, or not all of it answers) or `down`.'),
  latency_ms: z.int().optional().describe('How long one small read took.'),
  vendor: z.string().optional().describe('Who makes it.'),
  version: z.string().optional().describe('As it says it.'),
  can: z.array(z.string()).optional().describe('What it can.'),
  cannot: z.array(z.string()).optional().describe('What some others can and it cannot.'),
  problem: z.string().optional().describe('Why it is not `connected`: `slow`, or a code.'),
  reason: z.string().optional().describe('The same in a sentence, with what to do.'),
};

/** What could not be read. */
export const unknownParts = z.array(
  z.object({
    what: z.string(),
    context: z.string().optional(),
    subject: z.string().optional(),
    version: z.int().optional(),
    reason: z.string(),
    code: z.string().optional(),
  }),
);
