import { beforeEach, describe, expect, it } from 'vitest';
import { refused } from './answers.ts';
import { order } from './schemas.ts';
import { specification } from './specification.ts';

/** Every request that names a version in its path. */
const requests: [method: string, path: string][] = [
  ['GET', '/subjects/{s}/versions/{v}'],
  ['GET', '/subjects/{s}/versions/{v}/schema'],
  ['GET', '/subjects/{s}/versions/{v}/referencedby'],
  ['DELETE', '/subjects/{s}/versions/{v}'],
  ['POST', '/compatibility/subjects/{s}/versions/{v}'],
];

specification('Version numbers (1.0)', (registry) => {
  const { call, register, must, aSubject } = registry;
  let subject: string;
  beforeEach(async () => {
    subject = aSubject();
    await register(subject, order.first);
    await register(subject, order.second);
  });

  function ask([method, path]: [string, string], version: string) {
    const body = method === 'POST' ? { schema: order.third } : undefined;
    return call(method, path.replace('{s}', subject).replace('{v}', version), body);
  }

  it.each(['1', '01', '+1', '%201', '1%20'])('%j is version 1', async (version) => {
    expect((await must('GET', `/subjects/${subject}/versions/${version}`)).version).toBe(1);
  });

  it.each(['latest', 'LATEST', 'Latest', 'latest%20', '-1'])(
    '%j is the newest version',
    async (version) => {
      expect((await must('GET', `/subjects/${subject}/versions/${version}`)).version).toBe(2);
    },
  );

  describe.each(requests)('%s %s', (...request) => {
    it.each(['0', '-2', 'abc', '1.0', '2147483648', '99999999999'])(
      'refuses %j',
      async (version) => {
        const message = `The specified version '${version}' is not a valid version id. Allowed values are between [1, 2^31-1] and the string "latest"`;
        expect(await ask(request, version)).toEqual(refused(422, 42202, message));
      },
    );

    it('says when a version is not there', async () => {
      expect(await ask(request, '9')).toEqual(refused(404, 40402, 'Version 9 not found.'));
      expect(await ask(request, '2147483647')).toEqual(
        refused(404, 40402, 'Version 2147483647 not found.'),
      );
    });

    it('takes latest and -1 for the newest', async () => {
      const same = ['latest', '-1'].map((version) => ask(request, version));
      for (const { status } of await Promise.all(same)) expect(status).toBe(200);
    });
  });
});
