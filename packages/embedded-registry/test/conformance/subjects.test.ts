import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { order } from './schemas.ts';
import { specification } from './specification.ts';

specification('Subjects (1.3)', (registry) => {
  const { call, register, must, aSubject, aContext } = registry;

  describe('the list of subjects', () => {
    let context: string;
    beforeEach(async () => {
      context = aContext();
      for (const name of ['b', 'a', 'B', 'gone'])
        await register(`:${context}:${name}`, order.first);
      await must('DELETE', `/subjects/:${context}:gone`);
    });
    const list = (query = '') => must('GET', `/subjects?subjectPrefix=:${context}:${query}`);
    const named = (...names: string[]) => names.map((name) => `:${context}:${name}`);

    it('is sorted as text, with the names of other contexts qualified', async () => {
      expect(await list()).toEqual(named('B', 'a', 'b'));
    });

    it('holds soft-deleted subjects with deleted=true, and nothing else with deletedOnly=true', async () => {
      expect(await list('&deleted=true')).toEqual(named('B', 'a', 'b', 'gone'));
      expect(await list('&deletedOnly=true')).toEqual(named('gone'));
      expect(await list('&deletedOnly=true&deleted=true')).toEqual(named('gone'));
    });

    it('is of all contexts without a prefix, unlike that of schemas', async () => {
      const all: string[] = await must('GET', '/subjects');
      expect(all).toEqual(expect.arrayContaining(named('B', 'a', 'b')));
    });

    it.each([
      ['of the default context', '{s}', ['{s}']],
      ['of the default context by its name', ':.:{s}', ['{s}']],
      ['of every context', ':*:{s}', [':{c}:{s}', '{s}']],
      ['of one context', ':{c}:{s}', [':{c}:{s}']],
    ])('holds names that begin with a prefix, %s', async (_, prefix, expected) => {
      const subject = aSubject();
      await register(subject, order.first);
      await register(`:${context}:${subject}`, order.first);
      const fill = (text: string) => text.replace('{s}', subject).replace('{c}', context);
      expect(await must('GET', `/subjects?subjectPrefix=${fill(prefix)}`)).toEqual(
        expected.map(fill),
      );
    });
  });

  describe('the list of a subject’s versions', () => {
    let subject: string;
    beforeEach(async () => {
      subject = aSubject();
      for (const schema of [order.first, order.second, order.third])
        await register(subject, schema);
    });
    const versions = (query = '') => call('GET', `/subjects/${subject}/versions${query}`);

    it('is in ascending order', async () => {
      expect(await versions()).toEqual(ok([1, 2, 3]));
    });

    it('leaves soft-deleted versions out, gives them too, or gives them alone', async () => {
      await must('DELETE', `/subjects/${subject}/versions/2`);
      expect(await versions()).toEqual(ok([1, 3]));
      expect(await versions('?deleted=true')).toEqual(ok([1, 2, 3]));
      expect(await versions('?deletedOnly=true')).toEqual(ok([2]));
      expect(await versions('?deletedOnly=true&deleted=true')).toEqual(ok([2]));
    });

    it('gives soft-deleted versions as negative numbers with deletedAsNegative=true', async (test) => {
      await registry.since(test, '8.0.6/8.1.4/8.2.0');
      await must('DELETE', `/subjects/${subject}/versions/2`);
      expect(await versions('?deletedAsNegative=true')).toEqual(ok([1, -2, 3]));
      expect(await versions('?deletedAsNegative=true&deleted=true')).toEqual(ok([1, -2, 3]));
    });

    it('is 40401 for a subject that is not there, or whose versions are all soft-deleted', async () => {
      const missing = aSubject();
      expect(await call('GET', `/subjects/${missing}/versions`)).toEqual(
        refused(404, 40401, `Subject '${missing}' not found.`),
      );
      await must('DELETE', `/subjects/${subject}`);
      expect(await versions()).toEqual(refused(404, 40401, `Subject '${subject}' not found.`));
      expect(await versions('?deleted=true')).toEqual(ok([1, 2, 3]));
    });
  });

  describe('the newest version with metadata', () => {
    let subject: string;
    beforeEach(async () => {
      subject = aSubject();
      const properties = [{ stage: 'dev' }, { stage: 'live', owner: 'me' }, { stage: 'dev' }];
      for (const [index, schema] of [order.first, order.second, order.third].entries())
        await register(subject, { schema, metadata: { properties: properties[index] } });
    });
    const find = (query: string) => call('GET', `/subjects/${subject}/metadata${query}`);

    it('is the highest one that has every pair of key and value', async (test) => {
      await registry.since(test, '7.4.0');
      expect((await find('?key=stage&value=dev')).body.version).toBe(3);
      expect((await find('?key=stage&value=live')).body.version).toBe(2);
      expect((await find('?key=stage&value=live&key=owner&value=me')).body.version).toBe(2);
    });

    it('is the newest of all when nothing is asked for', async (test) => {
      await registry.since(test, '7.4.0');
      expect((await find('')).body.version).toBe(3);
    });

    it('is 40403 when no version fits, and 40401 without the subject', async (test) => {
      await registry.since(test, '7.4.0');
      expect(await find('?key=stage&value=none')).toEqual(refused(404, 40403, 'Schema not found'));
      const missing = aSubject();
      expect(await call('GET', `/subjects/${missing}/metadata?key=a&value=b`)).toEqual(
        refused(404, 40401, `Subject '${missing}' not found.`),
      );
    });
  });
});
