import { expect, it } from 'vitest';
import { record, startAssistant, startRegistry } from './start-with-registries.ts';

// Use case 4: a context for a feature, which goes when it is merged.
it('develops a schema apart, checks it against the main line, and cleans up', async () => {
  const registry = await startRegistry();
  const { call } = await startAssistant({ main: registry });
  const subject = 'user-preferences-updated';
  const old = record('Preferences', 'userId', 'updatedAt:long');
  await call('register_schema', { context: 'development', subject, schema: old });

  await call('create_context', { context: 'feature-user-preferences' });
  const feature = { context: 'feature-user-preferences', subject };
  const schema = record('Preferences', 'userId', 'updatedAt:long', 'theme:string?');
  await call('register_schema', { ...feature, schema });
  expect(await call('list_subjects', { context: 'feature-user-preferences' })).toMatchObject({
    subjects: [subject],
  });
  expect(
    await call('check_compatibility', { context: 'development', subject, from: feature }),
  ).toMatchObject({ compatible: true });
  expect(
    await call('register_schema', { context: 'development', subject, from: feature }),
  ).toMatchObject({ version: 2 });

  const gone = { context: 'feature-user-preferences', everything: true, permanent: true };
  expect(await call('delete_context', { ...gone, dry_run: true })).toMatchObject({
    outcome: 'planned',
    total: 1,
  });
  expect(await call('delete_context', gone)).toMatchObject({ outcome: 'deleted', remains: [] });
  expect(await registry.client.contexts.list()).toEqual(['.', '.development']);
  expect(await call('get_schema', { context: 'development', subject })).toMatchObject({ schema });
});
