import type { RegistryClient } from '@srkit/registry-client';
import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

const invoice = '{"type":"record","name":"Invoice","fields":[{"name":"total","type":"Money"}]}';

async function fill(registry: RegistryClient, context: string): Promise<void> {
  const inside = registry.inContext(context);
  await inside.versions.register('money', { schema: aRecord('Money', 'amount') });
  const references = [{ name: 'Money', subject: `:.${context}:money`, version: 1 }];
  await inside.versions.register('invoice', { schema: invoice, references });
}

describe('clear_context_batch', () => {
  it('shows what would go and changes nothing', async () => {
    const { call, registry, requests } = await connectToRegistry();
    await fill(registry, 'a');
    requests.length = 0;
    const answer = await call('clear_context_batch', { context: 'a', dry_run: true });
    expect(answer).toMatchObject({
      dry_run: true,
      permanent: false,
      total_schemas: 2,
      total_versions: 2,
      total_blocked: 0,
      contexts: [{ context: '.a', exists: true, mode: 'READWRITE', total_schemas: 2 }],
      subjects: [
        { subject: ':.a:invoice', outcome: 'planned' },
        { subject: ':.a:money', outcome: 'planned' },
      ],
    });
    expect(requests.filter((each) => !each.startsWith('GET'))).toEqual([]);
  });

  it('deletes what refers before what is referred to, for good when told so', async () => {
    const { call, registry } = await connectToRegistry();
    await fill(registry, 'a');
    await fill(registry, 'b');
    expect(await call('clear_context_batch', { context: 'a' })).toMatchObject({
      deleted_schemas: 2,
      deleted_versions: 2,
      contexts: [{ context: '.a', deleted: 2, left: 0 }],
    });
    expect(await registry.subjects.list({ subjectPrefix: ':.a:', deleted: true })).toHaveLength(2);
    const all = { context: 'a', permanent: true, delete_after: true };
    expect(await call('clear_context_batch', all)).toMatchObject({
      deleted_schemas: 2,
      contexts: [{ context: '.a', left: 0, context_outcome: 'deleted', remains: [] }],
    });
    expect(await registry.contexts.list()).toEqual(['.', '.b']);
    expect(await registry.subjects.list({ subjectPrefix: ':.b:' })).toHaveLength(2);
  });

  it('leaves what something outside refers to, and says what', async () => {
    const { call, registry } = await connectToRegistry();
    await fill(registry, 'a');
    const references = [{ name: 'Money', subject: ':.a:money', version: 1 }];
    await registry.versions.register(':.b:invoice', { schema: invoice, references });
    expect(await call('clear_context_batch', { context: 'a' })).toMatchObject({
      deleted_schemas: 1,
      total_blocked: 1,
      contexts: [{ context: '.a', deleted: 1, blocked: 1, left: 1 }],
    });
    expect(await registry.subjects.list({ subjectPrefix: ':.a:' })).toEqual([':.a:money']);
  });

  it('never takes an unnamed or unclear context for all of them', async () => {
    const { call } = await connectToRegistry();
    for (const written of [{}, { context: '' }, { context: '*' }]) {
      const { error } = await call('clear_context_batch', written);
      expect(error.code).toMatch(/^invalid_/);
    }
  });
});
