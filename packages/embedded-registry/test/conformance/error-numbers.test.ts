import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from './answers.ts';
import { avro, order } from './schemas.ts';
import { specification } from './specification.ts';

specification('The numbers of errors, each with a request that ends in it (2.9)', (registry) => {
  const { call, register, must, aSubject, aContext } = registry;
  let subject: string;
  beforeEach(async () => {
    subject = aSubject();
    await register(subject, order.first);
  });
  const missing = () => aSubject();
  const post = (body: object) => call('POST', `/subjects/${subject}/versions`, body);

  /** By number: the status, and how to get there. */
  const table: [number, number, () => Promise<Answer>][] = [
    [404, 404, () => call('GET', '/nope')],
    [405, 405, () => call('POST', '/subjects')],
    [406, 406, () => call('GET', '/subjects', undefined, { accept: 'text/html' })],
    [415, 415, () => call('PUT', `/config/${missing()}`, '{}', { 'content-type': 'text/plain' })],
    [400, 400, () => post([])],
    [422, 422, () => call('POST', `/subjects/${subject}/versions`)],
    [40401, 404, () => call('GET', `/subjects/${missing()}/versions`)],
    [40402, 404, () => call('GET', `/subjects/${subject}/versions/9`)],
    [40403, 404, () => call('GET', '/schemas/ids/2000000000')],
    [
      40404,
      404,
      async () => {
        await must('DELETE', `/subjects/${subject}`);
        return call('DELETE', `/subjects/${subject}`);
      },
    ],
    [40405, 404, () => call('DELETE', `/subjects/${subject}?permanent=true`)],
    [
      40406,
      404,
      async () => {
        await register(subject, order.second);
        await must('DELETE', `/subjects/${subject}/versions/1`);
        return call('DELETE', `/subjects/${subject}/versions/1`);
      },
    ],
    [40407, 404, () => call('DELETE', `/subjects/${subject}/versions/1?permanent=true`)],
    [40408, 404, () => call('GET', `/config/${missing()}`)],
    [40409, 404, () => call('GET', `/mode/${missing()}`)],
    [42201, 422, () => post({ schema: '{"type":"nope"}' })],
    [42202, 422, () => call('GET', `/subjects/${subject}/versions/x`)],
    [42203, 422, () => call('PUT', `/config/${missing()}`, { compatibility: 'x' })],
    [42204, 422, () => call('PUT', `/mode/${missing()}`, { mode: 'x' })],
    [42205, 422, () => post({ schema: order.second, id: 5 })],
    [
      42206,
      422,
      async () => {
        await register(missing(), {
          schema: avro('Out', 'order:Order'),
          references: [{ name: 'Order', subject, version: 1 }],
        });
        return call('DELETE', `/subjects/${subject}`);
      },
    ],
    [42208, 422, () => call('POST', '/subjects/__GLOBAL/versions', { schema: order.first })],
  ];

  it.each(table)('%i comes with status %i', async (number, status, provoke) => {
    const answer = await provoke();
    expect(answer).toEqual({
      status,
      body: { error_code: number, message: expect.any(String) },
    });
  });

  it('42211 comes with status 422, from a context that is not empty', async (test) => {
    await registry.since(test, '8.0.1');
    const context = aContext();
    await register(`:${context}:a`, order.first);
    const { status, body } = await call('DELETE', `/contexts/${context}`);
    expect([status, body.error_code]).toEqual([422, 42211]);
  });

  it('40901 comes with status 409, from a schema that does not fit; older releases say 409', async () => {
    await must('PUT', `/config/${subject}`, { compatibility: 'BACKWARD' });
    const { status, body } = await post({ schema: order.incompatible });
    const number = (await registry.isSince('8.0.4/8.1.2')) ? 40901 : 409;
    expect([status, body.error_code]).toEqual([409, number]);
  });

  describe('what fails inside the registry', () => {
    it.each([
      ['the text of an id that is not there', () => call('GET', '/schemas/ids/2000000000/schema')],
      ['a list from a negative offset', () => call('GET', '/schemas?offset=-1')],
      ['a mode without a mode', () => call('PUT', `/mode/${aSubject()}`, {})],
      ['a reference that is null', () => post({ schema: '"int"', references: [null] })],
      [
        'a property of the metadata that is null',
        () => post({ schema: order.first, metadata: { properties: { a: null } } }),
      ],
    ])('is 500: %s', async (_, provoke) => {
      expect(await provoke()).toEqual({
        status: 500,
        body: { error_code: 500, message: 'Internal Server Error' },
      });
    });
  });
});
