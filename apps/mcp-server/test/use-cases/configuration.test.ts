import { expect, it } from 'vitest';
import { record, startAssistant, startRegistry } from './start-with-registries.ts';

// Use case 7: compatibility and modes while it runs.
it('sets levels by context and subject, and closes the registry for maintenance', async () => {
  const registry = await startRegistry();
  const { call, refused } = await startAssistant({ main: registry });
  const payment = record('Payment', 'id');
  for (const context of ['production', 'development']) {
    await call('register_schema', { context, subject: 'payment-events', schema: payment });
    await call('register_schema', { context, subject: 'internal-events', schema: payment });
  }
  await call('update_global_config', { context: 'production', compatibility: 'FULL' });
  await call('update_global_config', { context: 'development', compatibility: 'BACKWARD' });
  const narrower = { subject: 'payment-events', schema: record('Payment') };
  expect(await call('check_compatibility', { ...narrower, context: 'development' })).toMatchObject({
    compatible: true,
  });
  expect(await call('check_compatibility', { ...narrower, context: 'production' })).toMatchObject({
    compatible: false,
  });

  const critical = { context: 'development', subject: 'payment-events' };
  await call('update_subject_config', { ...critical, compatibility: 'FULL' });
  expect(await call('get_subject_config', critical)).toMatchObject({
    inherited: false,
    config: { compatibility: 'FULL' },
  });
  expect(await call('check_compatibility', { ...narrower, context: 'development' })).toMatchObject({
    compatible: false,
  });

  const shown = await call('update_mode', {
    context: 'production',
    mode: 'READONLY',
    dry_run: true,
  });
  expect(shown).toMatchObject({ dry_run: true, after: 'READONLY' });
  await call('update_mode', { context: 'production', mode: 'READONLY' });
  const error = await refused('register_schema', {
    context: 'production',
    subject: 'new',
    schema: payment,
  });
  expect(error['code']).toBe('operation_not_permitted');
  await call('update_mode', { context: 'production', mode: 'READWRITE' });
  await call('register_schema', { context: 'production', subject: 'new', schema: payment });

  expect(await call('get_registry_statistics', { configs: true })).toMatchObject({
    settings: { subjects_with_config: 1 },
  });
});
