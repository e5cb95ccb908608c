import { describe, expect, test } from 'vitest';
import { createEmbeddedRegistry, type SeedOptions, seedFiles } from '../../src/index.ts';
import { aRegistry, avro } from '../a-registry.ts';

const shop = [
  {
    path: 'shop/Order.avsc',
    text: '{"type":"record","name":"shop.Order","fields":[{"name":"customer","type":"shop.Customer"},{"name":"address","type":"shop.Address"}]}',
  },
  {
    path: 'shop/Customer.avsc',
    text: '{"type":"record","name":"shop.Customer","fields":[{"name":"address","type":"shop.Address"}]}',
  },
  { path: 'shop/Address.avsc', text: avro('shop.Address', 'street') },
];

const seeded = async (files: typeof shop, options?: SeedOptions) => {
  const registry = createEmbeddedRegistry();
  const outcomes = await seedFiles(registry, files, options);
  return { registry, outcomes };
};

describe('seeding', () => {
  test('registers what is referred to first, with references', async () => {
    const { registry, ask } = aRegistry();
    const outcomes = await seedFiles(registry, shop);
    expect(outcomes).toEqual([
      { file: 'shop/Address.avsc', ok: true, subject: 'shop/Address', version: 1, id: 1 },
      { file: 'shop/Customer.avsc', ok: true, subject: 'shop/Customer', version: 1, id: 2 },
      { file: 'shop/Order.avsc', ok: true, subject: 'shop/Order', version: 1, id: 3 },
    ]);
    const order = await ask('GET', '/subjects/shop%2FOrder/versions/1');
    expect(order.body.references).toEqual([
      { name: 'shop.Customer', subject: 'shop/Customer', version: 1 },
      { name: 'shop.Address', subject: 'shop/Address', version: 1 },
    ]);
  });

  test('writes names used across files into the schema, if asked to', async () => {
    const { registry, ask } = aRegistry();
    await seedFiles(registry, shop, { references: 'inline' });
    const order = await ask('GET', '/subjects/shop%2FOrder/versions/1');
    expect(order.body.references).toBeUndefined();
    expect(order.body.schema.match(/"street"/g)).toHaveLength(1);
  });

  test.each([
    ['path', 'shop/Order'],
    ['file', 'Order'],
    ['topic', 'Order-value'],
    ['record', 'shop.Order'],
  ] as const)('names subjects by %s', async (naming, expected) => {
    const { outcomes } = await seeded(shop, { naming });
    expect(outcomes.at(-1)).toMatchObject({ ok: true, subject: expected });
  });

  test('goes into a context, named as people write it', async () => {
    const { registry, outcomes } = await seeded(shop, { context: 'team-a' });
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const answer = await registry.handle({ method: 'GET', target: '/subjects' });
    expect(JSON.parse(answer.body)).toContain(':.team-a:shop/Order');
  });

  test('says of each broken file what is wrong, and registers the others', async () => {
    const { outcomes } = await seeded([
      ...shop,
      { path: 'broken.avsc', text: '{"type":"record","name":"Broken"' },
      {
        path: 'unknown.avsc',
        text: '{"type":"record","name":"U","fields":[{"name":"x","type":"no.Such"}]}',
      },
      { path: 'broken.proto', text: 'syntax = "proto3"; message M { string a = 1;' },
      { path: 'broken.json', text: '{"type": object}' },
      { path: 'notes.txt', text: 'not a schema' },
    ]);
    const failed = Object.fromEntries(
      outcomes.flatMap((outcome) => (outcome.ok ? [] : [[outcome.file, outcome.reason]])),
    );
    expect(Object.keys(failed).sort()).toEqual([
      'broken.avsc',
      'broken.json',
      'broken.proto',
      'unknown.avsc',
    ]);
    expect(failed['unknown.avsc']).toContain('no.Such');
    expect(failed['broken.avsc']).toMatch(/line 1/);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
  });

  test('passes the failure of a file on to those that need it', async () => {
    const [order, customer] = shop;
    const { outcomes } = await seeded([
      { path: 'Order.avsc', text: order?.text ?? '' },
      { path: 'Customer.avsc', text: customer?.text ?? '' },
    ]);
    expect(outcomes).toMatchObject([
      { file: 'Customer.avsc', ok: false, reason: expect.stringContaining('shop.Address') },
      {
        file: 'Order.avsc',
        ok: false,
        reason: expect.stringContaining('Customer.avsc, which was not registered'),
      },
    ]);
  });

  test('refuses files that refer to each other in a circle, and two files of one subject', async () => {
    const circle = await seeded([
      { path: 'a.proto', text: 'syntax = "proto3"; import "b.proto"; message A {}' },
      { path: 'b.proto', text: 'syntax = "proto3"; import "a.proto"; message B {}' },
    ]);
    expect(circle.outcomes).toMatchObject([{ ok: false }, { ok: false }]);
    const twice = await seeded(
      [
        { path: 'x/S.avsc', text: avro('x.S', 'a') },
        { path: 'y/S.avsc', text: avro('y.S', 'a') },
      ],
      { naming: 'file' },
    );
    expect(twice.outcomes).toMatchObject([
      {
        file: 'y/S.avsc',
        ok: false,
        reason: expect.stringContaining("'S' is already that of x/S.avsc"),
      },
      { file: 'x/S.avsc', ok: true },
    ]);
  });

  test('finds imports and $refs by path', async () => {
    const { registry, outcomes } = await seeded([
      {
        path: 'api/order.proto',
        text: 'syntax = "proto3"; import "common/money.proto"; message Order {}',
      },
      { path: 'api/common/money.proto', text: 'syntax = "proto3"; message Money {}' },
      { path: 'json/order.json', text: '{"properties":{"c":{"$ref":"./customer.json#/x"}}}' },
      { path: 'json/customer.json', text: '{"x":{"type":"string"}}' },
    ]);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const read = async (subject: string) =>
      JSON.parse(
        (
          await registry.handle({
            method: 'GET',
            target: `/subjects/${encodeURIComponent(subject)}/versions/1`,
          })
        ).body,
      );
    expect((await read('api/order')).references).toEqual([
      { name: 'common/money.proto', subject: 'api/common/money', version: 1 },
    ]);
    expect((await read('json/order')).references).toEqual([
      { name: './customer.json', subject: 'json/customer', version: 1 },
    ]);
  });
});
