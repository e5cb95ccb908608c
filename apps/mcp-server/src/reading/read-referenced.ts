import { isRegistryError } from '@srkit/registry-client';
import {
  parseQualifiedName,
  type RegisteredSchema,
  type SchemaReference,
} from '@srkit/registry-protocol';
import type { ReferencedSchema } from '@srkit/schemas';
import { ToolError } from '../tool-error.ts';
import { inParallel } from './in-parallel.ts';
import { resolveReference } from './resolve-reference.ts';
import type { VersionPlace, VersionReader } from './version-reader.ts';

/** No real schema uses nearly as many; each of them is a request. */
const most = 500;

/**
 * Reads the texts of all that a schema refers to, directly or not, each after what it uses itself.
 *
 * @param place where the schema that refers is
 * @throws ToolError `too_large`
 */
export async function readReferenced(
  place: VersionPlace,
  references: readonly SchemaReference[] | undefined,
  read: VersionReader,
): Promise<ReferencedSchema[]> {
  const found = new Map<string, string>();
  const begun = new Set<string>();
  const collect = async (
    from: VersionPlace,
    wanted: readonly SchemaReference[] | undefined,
  ): Promise<void> => {
    await readAhead(
      from,
      (wanted ?? []).filter(({ name }) => !begun.has(name)),
      read,
    );
    for (const reference of wanted ?? []) {
      // Of two references of one name the first counts.
      if (begun.has(reference.name)) continue;
      begun.add(reference.name);
      if (begun.size > most) throw tooMany();
      const { at, schema } = await follow(from, reference, read);
      await collect(at, schema.references);
      found.set(reference.name, schema.schema);
    }
  };
  await collect(place, references);
  return [...found].map(([name, text]) => ({ name, text }));
}

/** Reads side by side what is followed one after the other: the reader remembers it, failures too. */
async function readAhead(
  from: VersionPlace,
  references: readonly SchemaReference[],
  read: VersionReader,
): Promise<void> {
  const first = new Map(references.toReversed().map((reference) => [reference.name, reference]));
  await inParallel([...first.values()].slice(0, most), (reference) =>
    follow(from, reference, read).catch(() => undefined),
  );
}

async function follow(
  { client, context: where }: VersionPlace,
  reference: SchemaReference,
  read: VersionReader,
): Promise<{ at: VersionPlace; schema: RegisteredSchema }> {
  const { context, subject } = resolveReference(reference.subject, where);
  const version = reference.version === -1 ? 'latest' : reference.version;
  const place = { client, context };
  const schema = await read(place, subject, version).catch((error: unknown) => {
    if (
      isRegistryError(error, 'subject_not_found') ||
      isRegistryError(error, 'version_not_found')
    ) {
      // What is stored may refer to what was softly deleted since.
      return read(place, subject, version, { deleted: true });
    }
    throw error;
  });
  return { at: { client, context: parseQualifiedName(schema.subject).context }, schema };
}

function tooMany(): ToolError {
  return new ToolError(
    'too_large',
    `The schema refers to more than ${most} others, which are not all read here.`,
  );
}
