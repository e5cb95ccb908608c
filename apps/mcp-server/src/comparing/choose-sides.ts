import type { ContextName, SchemaReference, SchemaType } from '@srkit/registry-protocol';
import { type KnownSchema, readKnownText, readKnownVersion } from '../reading/known-schema.ts';
import { readVersion } from '../reading/read-version.ts';
import { createVersionReader, type VersionReader } from '../reading/version-reader.ts';
import { ToolError } from '../tool-error.ts';
import type { Services } from '../tools/define-tool.ts';
import { readVersionBefore } from './version-before.ts';

/** A schema, as a call names it: a registered version or a text. */
interface WrittenSchema {
  registry?: string | undefined;
  context?: string | undefined;
  subject?: string | undefined;
  version?: string | undefined;
  schema?: string | undefined;
}

/** What a call compares: each side is a version of `subject`, or given on its own. */
export interface Sides {
  subject?: string | undefined;
  from_version?: string | undefined;
  to_version?: string | undefined;
  from?: WrittenSchema | undefined;
  to?: WrittenSchema | undefined;
  schema_type?: SchemaType | undefined;
  references?: readonly SchemaReference[] | undefined;
}

type Surroundings = Pick<Services, 'client' | 'at'> & { context: ContextName };

/**
 * Reads the two schemas that a call compares.
 *
 * @returns the older side, then the newer one
 * @throws ToolError `invalid_arguments` where a side is named in several ways or in none
 */
export async function chooseSides(
  sides: Sides,
  around: Surroundings,
  { signal }: { signal: AbortSignal },
): Promise<[KnownSchema, KnownSchema]> {
  checkSides(sides);
  const read = createVersionReader({ signal });
  const open = (end: End) => openSide(sides, end, around, read, signal);
  if (sides.from !== undefined || sides.to !== undefined || sides.from_version !== undefined) {
    return Promise.all([open('from'), open('to')]);
  }
  const after = await open('to');
  const before = await readVersionBefore(after, read, { signal });
  if (before !== undefined) return [before, after];
  throw new ToolError(
    'invalid_arguments',
    `Version ${after.facts.version} of ${JSON.stringify(sides.subject)} is the first one: there is none before it to compare with. Name the other side in 'from'.`,
  );
}

type End = 'from' | 'to';

function checkSides(sides: Sides): void {
  const { subject, from, to, schema_type: schemaType, references } = sides;
  for (const end of ['from', 'to'] as const) checkSide(sides, end);
  if (subject !== undefined && from !== undefined && to !== undefined) {
    throw refused("Both sides are given without 'subject': leave it out.");
  }
  const hasText = from?.schema !== undefined || to?.schema !== undefined;
  if (!hasText && (schemaType !== undefined || references !== undefined)) {
    throw refused(
      'schema_type and references belong to a text; of registered schemas they are known: leave them out.',
    );
  }
}

function checkSide(sides: Sides, end: End): void {
  const { [end]: side, [`${end}_version` as const]: version, subject } = sides;
  const isClear =
    side === undefined ? subject !== undefined : version === undefined && namesOne(side);
  if (isClear) return;
  throw refused(
    `Give the '${end}' side in one way: 'subject' and '${end}_version', or in '${end}' a 'subject' or a text as 'schema'.`,
  );
}

function namesOne({ subject, schema, version, context, registry }: WrittenSchema): boolean {
  if (subject !== undefined) return schema === undefined;
  return schema !== undefined && version === undefined && (context ?? registry) === undefined;
}

function refused(message: string): ToolError {
  return new ToolError('invalid_arguments', message);
}

async function openSide(
  sides: Sides,
  end: End,
  { client, context, at }: Surroundings,
  read: VersionReader,
  signal: AbortSignal,
): Promise<KnownSchema> {
  const { schema_type: schemaType, references, [end]: side } = sides;
  if (side?.schema !== undefined) {
    const text = { schema: side.schema, schemaType, references };
    return readKnownText(text, { client, context }, read, { signal });
  }
  if (side?.subject !== undefined) {
    const { registry, version } = side;
    const place = at({ ...side, subject: side.subject });
    return readKnownVersion({ ...place, registry, version: readVersion(version) }, read);
  }
  const version = readVersion(sides[`${end}_version`]);
  return readKnownVersion({ client, context, subject: sides.subject ?? '', version }, read);
}
