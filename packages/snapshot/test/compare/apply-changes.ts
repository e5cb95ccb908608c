import type { RegistryClient } from '@srkit/registry-client';
import { type Config, globalContext, qualifiedName } from '@srkit/registry-protocol';
import type { Change, SettingOwner, Snapshot } from '../../src/index.ts';

/** Does what a comparison says has to change, as a registry takes it: in IMPORT mode, with ids that nobody has. */
export async function applyChanges(
  client: RegistryClient,
  changes: readonly Change[],
  source: Snapshot,
): Promise<void> {
  const everywhere = `:${globalContext}:`;
  await client.mode.set(everywhere, 'IMPORT', { force: true });
  let id = 100_000;
  for (const change of changes) {
    id += 1;
    await apply(client, change, source, id);
  }
  await client.mode.delete(everywhere);
}

async function apply(
  client: RegistryClient,
  change: Change,
  source: Snapshot,
  id: number,
): Promise<unknown> {
  switch (change.action) {
    case 'create_context': {
      const name = qualifiedName(change.context, 'first');
      await client.versions.register(name, { schema: '"string"', id, version: 1 });
      await client.subjects.delete(name);
      return client.subjects.delete(name, { permanent: true });
    }
    case 'register_version':
    case 'replace_version': {
      const { subject, version, schemaType, references, guid } = change;
      const schema = await source.texts.read(guid);
      const { metadata, ruleSet } = versionOf(source, change.from);
      return client.versions.register(subject, {
        ...{ schema, schemaType, references: [...references], id, version },
        ...(metadata && { metadata }),
        ...(ruleSet && { ruleSet }),
      });
    }
    case 'delete_version': {
      const { subject, version, permanent } = change;
      await client.versions.delete(subject, version).catch(alreadyDeleted);
      return permanent && client.versions.delete(subject, version, { permanent });
    }
    case 'delete_subject': {
      const { subject, permanent } = change;
      await client.subjects.delete(subject).catch(alreadyDeleted);
      return permanent && client.subjects.delete(subject, { permanent });
    }
    case 'delete_context':
      return client.contexts.delete(change.context);
    case 'set_config': {
      const { compatibilityLevel: compatibility, ...config } = configOf(source, change.from);
      const cleared = change.fields.map((field) => [field, null]);
      const { compatibilityLevel: _, ...none } = Object.fromEntries(cleared);
      return client.config.update(nameOf(change.of), { ...none, ...config, compatibility });
    }
    case 'delete_config':
      return client.config.delete(nameOf(change.of));
    case 'set_mode':
      return client.mode.set(nameOf(change.of), change.mode, { force: true });
    case 'delete_mode':
      return client.mode.delete(nameOf(change.of));
  }
}

function alreadyDeleted(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'version_soft_deleted' && code !== 'subject_soft_deleted') throw error;
}

function versionOf(source: Snapshot, from: { subject: string; version: number }) {
  const subject = source.subjects.find(({ name }) => name === from.subject);
  const version = subject?.versions.find((one) => one.version === from.version);
  if (!version) throw new Error(`${from.subject} ${from.version} is not in the source`);
  return version;
}

function configOf(source: Snapshot, owner: SettingOwner): Config {
  if ('subject' in owner)
    return source.subjects.find(({ name }) => name === owner.subject)?.config ?? {};
  if (owner.context === globalContext) return source.everywhere.config ?? {};
  return source.contexts.find(({ name }) => name === owner.context)?.config ?? {};
}

function nameOf(owner: SettingOwner): string {
  if ('subject' in owner) return owner.subject;
  return owner.context === '.' ? ':.:' : qualifiedName(owner.context, '');
}
