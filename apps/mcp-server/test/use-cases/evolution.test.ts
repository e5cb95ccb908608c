import { expect, it } from 'vitest';
import { record, startAssistant, startRegistry } from './start-with-registries.ts';

// Use case 3: a schema goes on, checked before, and through environments.
it('designs an evolution, proves each step, and rolls it out', async () => {
  const [development, production] = await Promise.all([startRegistry(), startRegistry()]);
  const { call } = await startAssistant({ development, production });
  const subject = 'order-events';
  const first = ['orderId', 'customerId'];
  const versions = [
    record('Order', ...first),
    record('Order', ...first, 'amount:double?'),
    record('Order', ...first, 'amount:double?', 'currency:string?'),
  ];
  for (const { client } of [development, production]) {
    for (const schema of versions) await client.versions.register(subject, { schema });
  }
  expect(await call('get_schema', { registry: 'production', subject })).toMatchObject({
    version: 3,
    schema: versions[2],
  });
  expect(await call('get_schema_versions', { registry: 'production', subject })).toMatchObject({
    versions: [1, 2, 3],
  });

  // Optional fields go at once.
  const optional = record(
    'Order',
    ...first,
    'amount:double?',
    'currency:string?',
    'shippingAddress:string?',
    'orderNotes:string?',
  );
  const asked = { registry: 'production', subject, schema: optional };
  expect(await call('check_compatibility', asked)).toMatchObject({
    compatible: true,
    warnings: [],
  });
  expect(await call('analyze_schema_evolution', asked)).toMatchObject({
    verdict: 'accepted',
    levels: { FULL_TRANSITIVE: 'accepted' },
    upgrade_order: 'any_order',
    cannot_read: [],
    cannot_be_read_by: [],
    history: [
      { from: 1, to: 2 },
      { from: 2, to: 3 },
    ],
  });

  // A field that everybody has to give does not; some steps lead to it.
  const wanted = record('Order', ...first, 'amount:double?', 'currency:string?', 'channel');
  const target = { registry: 'development', subject, schema: wanted };
  expect(await call('check_compatibility', target)).toMatchObject({ compatible: false });
  const plan = await call('suggest_evolution_strategy', target);
  expect(plan).toMatchObject({ reaches: true, direct: false });
  for (const { schema } of plan['steps'] as { schema: string }[]) {
    const step = { registry: 'development', subject, schema };
    expect(await call('check_compatibility', step)).toMatchObject({ compatible: true });
    await call('register_schema', step);
  }
  expect(
    await call('diff_schema_across_registries', {
      source: 'development',
      target: 'production',
      subject,
    }),
  ).toMatchObject({
    from: { version: 3 },
    backward: { compatible: false },
    forward: { compatible: true },
  });
  // Production goes the same way when its consumers are ready; until then it is as it was.
  expect(await production.client.versions.list(subject)).toEqual([1, 2, 3]);
});
