import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { demoRegistry } from '../../src/demo/demo-registry.ts';
import { aRecord, connect } from '../connect.ts';

async function aDemo(files?: Record<string, string>) {
  let folder: string | undefined;
  if (files) {
    const made = mkdtempSync(join(tmpdir(), 'srkit-demo-'));
    onTestFinished(() => rmSync(made, { recursive: true }));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
    folder = made;
  }
  const lines: string[] = [];
  const { setting, demo } = demoRegistry(folder, (level, message) =>
    lines.push(`${level} ${message}`),
  );
  return { ...(await connect({ registries: { demo: setting }, demo })), lines };
}

describe('the demo', () => {
  it('holds the schemas of a shop: contexts, versions, references and all three types', async () => {
    const { call } = await aDemo();
    const counted = await call('count_schemas');
    expect(counted).toMatchObject({ total_contexts: 3, soft_deleted_subjects: 1 });
    expect(counted['types']).toMatchObject([
      { schema_type: 'AVRO' },
      { schema_type: 'JSON' },
      { schema_type: 'PROTOBUF' },
    ]);
    const { referenced_by } = await call('get_referenced_by', { subject: 'shop.common.Address' });
    expect(referenced_by).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ subject: 'orders-value', version: 3 }),
        expect.objectContaining({ subject: 'customers-value', version: 3 }),
      ]),
    );
  });

  it('has Avro subjects whose versions follow each other at the level in force', async () => {
    const { call } = await aDemo();
    for (const [subject, versions] of [
      ['orders-value', 3],
      ['customers-value', 3],
      ['shop.common.Address', 2],
    ]) {
      for (let version = 2; version <= Number(versions); version += 1) {
        const from = { subject, version };
        const against = { subject, version: version - 1, from };
        expect(await call('check_compatibility', against)).toMatchObject({ compatible: true });
      }
    }
    const from = { subject: 'orders-value', context: 'staging' };
    const next = await call('check_compatibility', { subject: 'orders-value', from });
    expect(next).toMatchObject({ compatible: true, level: 'BACKWARD' });
  });

  it('shows settings of every kind', async () => {
    const { call } = await aDemo();
    expect(await call('get_subject_config', { subject: 'payments-value' })).toMatchObject({
      config: { compatibility: 'FULL' },
    });
    expect(await call('get_global_config', { context: 'staging' })).toMatchObject({
      config: { compatibility: 'BACKWARD_TRANSITIVE' },
    });
    expect(await call('get_schema', { subject: 'clients-value' })).toMatchObject({ version: 3 });
    expect(
      await call('get_subject_mode', { subject: ':.team-logistics:carrier-capacity-value' }),
    ).toMatchObject({ mode: 'READONLY' });
  });

  it('is filled from a folder, and names each file that does not register with the reason', async () => {
    const { call, lines } = await aDemo({
      'order.avsc': aRecord('Order', 'a'),
      'broken.avsc': '{"type": "record", "name": ',
      'unknown.avsc': '{"type":"record","name":"U","fields":[{"name":"x","type":"Nowhere"}]}',
      'notes.txt': 'not a schema',
    });
    const answer = await call('list_subjects');
    expect(answer['subjects']).toEqual(['order']);
    expect(answer['not_registered']).toEqual(
      expect.arrayContaining([
        { file: 'broken.avsc', reason: expect.stringMatching(/\S/) },
        { file: 'unknown.avsc', reason: expect.stringContaining('Nowhere') },
      ]),
    );
    expect(lines.filter((line) => line.startsWith('warn'))).toHaveLength(2);
    expect(lines.join()).toContain('broken.avsc');
  });
});
