import { isRegistryError, type RegistryClient } from '@srkit/registry-client';
import type { Config, Mode, SchemaReference } from '@srkit/registry-protocol';
import type { Snapshot } from '../src/index.ts';

/** A version, as it is compared. */
interface PlainVersion {
  version: number;
  id: number;
  deleted: boolean;
  schemaType: string;
  schema: string;
  guid: string | undefined;
  references: readonly SchemaReference[];
  metadata: unknown;
  ts: number | undefined;
}

/** All that a registry holds, to be compared: by subject. */
export interface PlainContents {
  contexts: Record<string, { config: Config | undefined; mode: Mode | undefined }>;
  subjects: Record<
    string,
    { config: Config | undefined; mode: Mode | undefined; versions: PlainVersion[] }
  >;
}

/** Reads a registry in the simplest way there is: one request after the other, and none in bulk. */
export async function contentsOf(
  client: RegistryClient,
  { deleted = false }: { deleted?: boolean } = {},
): Promise<PlainContents> {
  const contents: PlainContents = { contexts: {}, subjects: {} };
  for (const context of await client.contexts.list()) {
    contents.contexts[context] = await settingsOf(client, `:${context}:`);
  }
  for (const subject of await client.subjects.list({ deleted })) {
    const versions: PlainVersion[] = [];
    for (const number of await client.versions.list(subject, { deleted })) {
      const found = await client.versions.get(subject, number, { deleted });
      const { version, id, schema, guid, schemaType = 'AVRO', references = [], ts } = found;
      const { metadata, deleted: isDeleted = false } = found;
      versions.push({
        ...{ version, id, deleted: isDeleted, schemaType, schema, guid, references, metadata, ts },
      });
    }
    contents.subjects[subject] = { ...(await settingsOf(client, subject)), versions };
  }
  return contents;
}

/** The same of a snapshot. */
export async function contentsOfSnapshot(snapshot: Snapshot): Promise<PlainContents> {
  const contents: PlainContents = { contexts: {}, subjects: {} };
  for (const { name, config, mode } of snapshot.contexts)
    contents.contexts[name] = { config, mode };
  for (const { name, config, mode, versions } of snapshot.subjects) {
    const plain: PlainVersion[] = [];
    for (const { ruleSet: _, bytes: __, ...version } of versions) {
      const schema = await snapshot.texts.read(version.guid);
      plain.push({ metadata: undefined, ts: undefined, ...version, schema });
    }
    contents.subjects[name] = { config, mode, versions: plain };
  }
  return contents;
}

async function settingsOf(
  client: RegistryClient,
  name: string,
): Promise<{ config: Config | undefined; mode: Mode | undefined }> {
  const config = await client.config.get(name).catch(noneIfNotFound);
  const mode = await client.mode.get(name).catch(noneIfNotFound);
  return { config, mode: mode?.mode };
}

function noneIfNotFound(error: unknown): undefined {
  if (isRegistryError(error) && error.status === 404) return undefined;
  throw error;
}
