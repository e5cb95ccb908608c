import { expect, it } from 'vitest';
import { record, startAssistant, startRegistry } from './start-with-registries.ts';

// Use case 2: a context for each client of a platform.
it('gives each client a context of its own, in which schemas evolve by themselves', async () => {
  const registry = await startRegistry();
  const { call } = await startAssistant({ platform: registry });
  for (const context of ['client-acme', 'client-globex', 'client-initech']) {
    expect(await call('create_context', { context })).toMatchObject({ outcome: 'created' });
  }
  const listed = await call('list_contexts', { prefix: 'client-' });
  expect(listed['contexts']).toEqual([
    { context: '.client-acme', total_schemas: 0 },
    { context: '.client-globex', total_schemas: 0 },
    { context: '.client-initech', total_schemas: 0 },
  ]);

  const acme = record('UserProfile', 'userId', 'email', 'gdprConsent:boolean?');
  const globex = record('UserProfile', 'userId', 'email', 'hipaaCompliant:boolean');
  const subject = 'user-profile';
  await call('register_schema', { context: 'client-acme', subject, schema: acme });
  await call('register_schema', { context: 'client-globex', subject, schema: globex });
  expect(await call('get_schema', { context: 'client-acme', subject })).toMatchObject({
    context: '.client-acme',
    version: 1,
    schema: acme,
  });
  expect(await call('get_schema', { context: 'client-globex', subject })).toMatchObject({
    schema: globex,
  });

  const compared = await call('compare_contexts_across_registries', {
    context: 'client-acme',
    target_context: 'client-globex',
  });
  expect(compared).toMatchObject({ state: 'different', by_kind: { content: 1 } });
  expect(await call('search_schemas', { text: 'consent', in: ['field'] })).toMatchObject({
    hits: [{ subject: ':.client-acme:user-profile', path: 'gdprConsent' }],
  });
  expect(await call('count_schemas', { context: 'client-initech' })).toMatchObject({
    total_schemas: 0,
  });
});
