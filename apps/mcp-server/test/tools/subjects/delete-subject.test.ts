import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

async function aReferredSubject() {
  const connected = await connectToRegistry();
  const { versions } = connected.registry;
  await versions.register('address', { schema: aRecord('Address', 'street') });
  const customer = JSON.stringify({
    type: 'record',
    name: 'Customer',
    fields: [{ name: 'home', type: 'Address' }],
  });
  const references = [{ name: 'Address', subject: 'address', version: 1 }];
  await versions.register('customer', { schema: customer, references });
  return connected;
}

describe('delete_subject', () => {
  it('deletes softly by default, so that the id still answers', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    const { id } = await registry.versions.register('orders', { schema: aRecord('R', 'a', 'b') });
    const answer = await call('delete_subject', { subject: 'orders' });
    expect(answer).toMatchObject({ dry_run: false, permanent: false, versions: [1, 2] });
    expect(await registry.subjects.list()).toEqual([]);
    expect(await registry.subjects.list({ deleted: true })).toEqual(['orders']);
    expect(await call('get_schema_by_id', { id })).toMatchObject({ id });
  });

  it('deletes for good in two steps when the subject is live', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    const answer = await call('delete_subject', { subject: 'orders', permanent: true });
    expect(answer).toMatchObject({ steps: ['soft_delete', 'permanent_delete'], versions: [1] });
    expect(await registry.subjects.list({ deleted: true })).toEqual([]);
  });

  it('needs one step for good when the subject is softly deleted', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    await registry.subjects.delete('orders');
    const answer = await call('delete_subject', { subject: 'orders', permanent: true });
    expect(answer).toMatchObject({ steps: ['permanent_delete'], versions: [1] });
  });

  it('only shows with dry_run what would go, what refers to it and that it would be refused', async () => {
    const { call, requests } = await aReferredSubject();
    requests.length = 0;
    const answer = await call('delete_subject', { subject: 'address', dry_run: true });
    expect(answer).toMatchObject({
      dry_run: true,
      versions: [1],
      steps: ['soft_delete'],
      referenced_by: [{ context: '.', subject: 'customer', version: 1 }],
      mode: 'READWRITE',
      would_be_refused: { code: 'reference_exists' },
    });
    expect(requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
  });

  it('passes the refusal of a referred subject on, with the tool that helps', async () => {
    const { call } = await aReferredSubject();
    const { error } = await call('delete_subject', { subject: 'address' });
    expect(error).toMatchObject({ code: 'reference_exists', error_code: 42206 });
    expect(error.next).toContain('get_referenced_by');
  });

  it('does not begin a permanent deletion that would stop halfway', async () => {
    const { call, registry, requests } = await aReferredSubject();
    await registry.subjects.delete('customer');
    requests.length = 0;
    const { error } = await call('delete_subject', { subject: 'address', permanent: true });
    expect(error).toMatchObject({
      code: 'reference_exists',
      referenced_by: [{ subject: 'customer', version: 1 }],
    });
    expect(requests.filter((request) => request.startsWith('DELETE '))).toEqual([]);
    expect(await registry.subjects.list()).toEqual(['address']);
  });

  it('does not count references within the subject itself', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('tree', { schema: aRecord('Leaf', 'a') });
    await registry.config.update('tree', { compatibility: 'NONE' });
    const schema = JSON.stringify({
      type: 'record',
      name: 'Tree',
      fields: [{ name: 'leaf', type: 'Leaf' }],
    });
    const references = [{ name: 'Leaf', subject: 'tree', version: 1 }];
    await registry.versions.register('tree', { schema, references });
    const answer = await call('delete_subject', { subject: 'tree', dry_run: true });
    expect(answer).toMatchObject({ versions: [1, 2], referenced_by: [] });
    expect(answer).not.toHaveProperty('would_be_refused');
  });

  it('foresees what the registry would say of a read-only, a deleted and a missing subject', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('locked', { schema: aRecord('R', 'a') });
    await registry.mode.set('locked', 'READONLY');
    await registry.versions.register('gone', { schema: aRecord('R', 'a') });
    await registry.subjects.delete('gone');
    const codes = {
      locked: 'operation_not_permitted',
      gone: 'subject_soft_deleted',
      none: 'subject_not_found',
    };
    for (const [subject, code] of Object.entries(codes)) {
      const shown = await call('delete_subject', { subject, dry_run: true });
      expect(shown).toMatchObject({ would_be_refused: { code } });
      const { error } = await call('delete_subject', { subject });
      expect(error).toMatchObject({ code });
    }
  });

  it('says that configuration and mode go with the last version', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    const answer = await call('delete_subject', {
      subject: 'orders',
      permanent: true,
      dry_run: true,
    });
    expect(answer['warnings']).toEqual([expect.stringContaining('configuration')]);
  });
});
