import { describe, expect, it } from 'vitest';
import { aRecord } from '../../connect.ts';
import { connectToTwo } from './two-registries.ts';

describe('diff_schema_across_registries', () => {
  it('tells what changed from the target to the source, and who can read whose data', async () => {
    const { call, staging, production } = await connectToTwo();
    await production.versions.register('a', { schema: aRecord('R', 'id') });
    await staging.versions.register('a', { schema: aRecord('R', 'id') });
    const noDefault = {
      type: 'record',
      name: 'R',
      fields: ['id', 'new'].map((name) => ({ name, type: 'string' })),
    };
    await staging.versions.register('a', { schema: JSON.stringify(noDefault) });
    expect(await call('diff_schema_across_registries', { subject: 'a' })).toMatchObject({
      from: { registry: expect.stringContaining('production'), version: 1 },
      to: { registry: expect.stringContaining('staging'), version: 2 },
      identical: false,
      changes: [{ kind: 'field_added', message: expect.any(String) }],
      backward: { compatible: false, total_reasons: 1 },
      forward: { compatible: true, reasons: [] },
      full: false,
    });
    const first = { subject: 'a', version: '1' };
    expect(await call('diff_schema_across_registries', first)).toMatchObject({
      identical: true,
      changes: [],
    });
  });

  it('follows references of each registry', async () => {
    const { call, staging, production } = await connectToTwo();
    const references = [{ name: 'Money', subject: 'money', version: 1 }];
    const schema = '{"type":"record","name":"Invoice","fields":[{"name":"total","type":"Money"}]}';
    for (const client of [staging, production]) {
      await client.versions.register('money', { schema: aRecord('Money', 'amount') });
      await client.versions.register('invoice', { schema, references });
    }
    expect(await call('diff_schema_across_registries', { subject: 'invoice' })).toMatchObject({
      identical: true,
      full: true,
    });
  });

  it('says which side does not have it', async () => {
    const { call, staging } = await connectToTwo();
    await staging.versions.register('a', { schema: aRecord('R', 'id') });
    const { error } = await call('diff_schema_across_registries', { subject: 'a' });
    expect(error).toMatchObject({ code: 'subject_not_found' });
    expect(error.message).toContain('production');
  });
});
