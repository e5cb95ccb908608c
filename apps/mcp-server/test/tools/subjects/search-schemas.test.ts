import { describe, expect, it } from 'vitest';
import { connectToRegistry } from '../../connect.ts';

async function filled() {
  const connected = await connectToRegistry();
  const { registry } = connected;
  const customer = {
    type: 'record',
    name: 'Customer',
    namespace: 'shop',
    fields: [
      { name: 'email', type: ['null', 'string'], default: null, doc: 'Where to write to' },
      { name: 'state', type: { type: 'enum', name: 'State', symbols: ['NEW', 'GOLD'] } },
    ],
  };
  await registry.versions.register('customers', { schema: JSON.stringify(customer) });
  const references = [{ name: 'shop.Customer', subject: 'customers', version: 1 }];
  const order = {
    type: 'record',
    name: 'Order',
    fields: [{ name: 'by', type: 'shop.Customer' }],
  };
  await registry.versions.register('orders', { schema: JSON.stringify(order), references });
  return connected;
}

describe('search_schemas', () => {
  it('finds a text in fields, docs, types and symbols', async () => {
    const { call } = await filled();
    expect(await call('search_schemas', { text: 'EMAIL' })).toMatchObject({
      context: '*',
      hits: [
        { subject: 'customers', version: 1, what: 'field', path: 'email' },
        { subject: 'orders', what: 'field', path: 'by.email', through_reference: true },
      ],
      total_hits: 2,
      matched_subjects: 2,
      searched_subjects: 2,
      total_not_searched: 0,
    });
    expect(await call('search_schemas', { text: 'write to', in: ['doc'] })).toMatchObject({
      hits: [{ what: 'doc' }, { what: 'doc' }],
    });
    expect(await call('search_schemas', { text: 'gold' })).toMatchObject({
      hits: [{ what: 'symbol' }, { what: 'symbol' }],
    });
  });

  it('finds by regular expression, and says what RE2 does not have', async () => {
    const { call } = await filled();
    expect(await call('search_schemas', { regex: '^ord', in: ['subject'] })).toMatchObject({
      hits: [{ subject: 'orders', what: 'subject' }],
    });
    const { error } = await call('search_schemas', { regex: '(a)\\1' });
    expect(error).toMatchObject({ code: 'invalid_argument' });
  });

  it('finds fields of a certain kind', async () => {
    const { call } = await filled();
    const field = { type: 'string', nullable: true, has_doc: true };
    expect(await call('search_schemas', { field })).toMatchObject({
      hits: [{ subject: 'customers', path: 'email', type: expect.stringContaining('string') }, {}],
    });
    expect(await call('search_schemas', { field: { ...field, has_doc: false } })).toMatchObject({
      hits: [],
    });
  });

  it('wants one question', async () => {
    const { call } = await filled();
    for (const written of [{}, { text: 'a', regex: 'b' }]) {
      const { error } = await call('search_schemas', written);
      expect(error).toMatchObject({ code: 'invalid_arguments' });
    }
  });
});
