import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { order } from './schemas.ts';
import { specification } from './specification.ts';

specification('Reading in pages (1.0)', (registry) => {
  const { call, register, must, aContext } = registry;

  /** Every list with five things in it, each by its own request. */
  const lists = ['subjects', 'schemas', 'versions', 'referencedby'] as const;
  let context: string;
  const targets = {
    subjects: () => `/subjects?subjectPrefix=:${context}:`,
    schemas: () => `/schemas?subjectPrefix=:${context}:&latestOnly=true`,
    versions: () => `/subjects/:${context}:a/versions?`,
    referencedby: () => `/subjects/:${context}:a/versions/1/referencedby?`,
  };

  beforeEach(async () => {
    context = aContext();
    await must('PUT', `/config/:${context}:`, { compatibility: 'NONE' });
    await register(`:${context}:a`, order.first);
    for (const name of ['b', 'c', 'd', 'e']) {
      await register(`:${context}:${name}`, {
        schema: JSON.stringify({
          type: 'record',
          name,
          fields: [{ name: 'order', type: 'Order' }],
        }),
        references: [{ name: 'Order', subject: 'a', version: 1 }],
      });
      await register(`:${context}:a`, `{"type":"fixed","name":"F${name}","size":1}`);
    }
    const last = { type: 'array', items: 'Order' };
    await register(`:${context}:a2`, {
      schema: JSON.stringify(last),
      references: [{ name: 'Order', subject: 'a', version: 1 }],
    });
    await must('DELETE', `/subjects/:${context}:b`);
  });

  describe.each(lists)('%s', (list) => {
    beforeEach(async (test) => {
      if (list === 'subjects') await registry.since(test, '7.9.0');
    });
    const page = async (query: string) => must('GET', `${targets[list]()}&${query}`);

    it('come all at once without a limit', async () => {
      expect((await page('')).length).toBe(list === 'referencedby' ? 4 : 5);
    });

    it('are cut by limit and begun by offset', async () => {
      const all = await page('');
      expect(await page('limit=2')).toEqual(all.slice(0, 2));
      expect(await page('offset=1')).toEqual(all.slice(1));
      expect(await page('offset=1&limit=2')).toEqual(all.slice(1, 3));
      expect(await page('offset=3&limit=9')).toEqual(all.slice(3));
    });

    it('end with an empty page', async () => {
      expect(await page('offset=9')).toEqual([]);
    });

    it.each(['limit=0', 'limit=-5', 'limit=-1', 'limit=5000'])(
      'come up to the greatest number for a limit that is not between 1 and that: %s',
      async (query) => {
        expect(await page(query)).toEqual(await page(''));
      },
    );

    it('from a negative offset fail inside the registry', async () => {
      expect(await call('GET', `${targets[list]()}&offset=-1`)).toEqual(
        refused(500, 500, 'Internal Server Error'),
      );
    });

    it('by an offset that is no number are not there', async () => {
      expect(await call('GET', `${targets[list]()}&offset=x`)).toEqual(
        refused(404, 404, 'HTTP 404 Not Found'),
      );
    });
  });

  describe('contexts', () => {
    it('are read in pages too', async (test) => {
      await registry.since(test, '8.0.0');
      const all = await must('GET', '/contexts');
      expect(await call('GET', '/contexts?limit=1')).toEqual(ok(['.']));
      expect(await call('GET', '/contexts?limit=0')).toEqual(ok(all));
      expect(await call('GET', '/contexts?offset=1&limit=1')).toEqual(ok(all.slice(1, 2)));
      expect(await call('GET', `/contexts?offset=${all.length}`)).toEqual(ok([]));
    });
  });

  it('schemas come 1,000 at a time at most, subjects all at once', async (test) => {
    if (!registry.ours) test.skip('makes 1,001 subjects');
    const many = aContext();
    for (let index = 0; index <= 1000; index += 1) await register(`:${many}:${index}`, '"int"');
    const schemas = `/schemas?subjectPrefix=:${many}:`;
    expect(await must('GET', schemas)).toHaveLength(1000);
    expect(await must('GET', `${schemas}&limit=1001`)).toHaveLength(1000);
    expect(await must('GET', `${schemas}&offset=1000`)).toHaveLength(1);
    expect(await must('GET', `/subjects?subjectPrefix=:${many}:`)).toHaveLength(1001);
  });

  it('no answer has headers or fields that say whether there is more', async () => {
    const { headers, text } = await registry.exchange('GET', `${targets.schemas()}&limit=1`);
    expect(headers['link']).toBeUndefined();
    expect(JSON.parse(text)).toMatchObject([{ subject: `:${context}:a` }]);
  });
});
