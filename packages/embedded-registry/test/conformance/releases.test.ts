import { expect, it } from 'vitest';
import type { RegistryUnderTest } from './registry-under-test.ts';
import {
  type ReleaseDifference,
  releaseDifferences,
  ruleDifferences,
} from './release-differences.ts';
import { specification } from './specification.ts';

const name = 'What came with which release (2.10)';

specification(name, (registry) => {
  it('the release is told by GET /v1/metadata/version alone: no header names it', async () => {
    const { headers } = await registry.exchange('GET', '/');
    expect(Object.values(headers).some((value) => /\d+\.\d+\.\d+/.test(value ?? ''))).toBe(false);
  });
});

const releases = ['7.0.0', '7.4.0', '7.9.6', '8.0.0', '8.0.5', '8.1.1', '8.1.5', '8.2.0', '9.0.0'];

/** The default release of ours, or the one of another registry; then other releases of ours. */
for (const confluentVersion of [undefined, ...releases]) {
  specification(
    name,
    (registry) => {
      const { call, isSince } = registry;

      it('GET /v1/metadata/version names the release, from 7.2 on', async () => {
        const { status, body } = await call('GET', '/v1/metadata/version');
        expect(status).toBe((await isSince('7.2.0')) ? 200 : 404);
        if (status === 200 && registry.ours) expect(body.version).toBe(confluentVersion ?? '8.1.5');
      });

      tryEach(registry, releaseDifferences(registry));

      it('batches of changes were asked for at /associations:batch first', async () => {
        const { status } = await call('POST', '/associations:batch', { requests: [] });
        const isFirstName =
          (await isSince('8.0.4/8.1.2/8.2.0')) && !(await isSince('8.0.6/8.1.4/8.2.2'));
        expect(status).toBe(isFirstName ? 207 : 404);
      });
    },
    confluentVersion === undefined ? {} : { confluentVersion },
  );

  specification(name, (registry) => tryEach(registry, ruleDifferences(registry)), {
    edition: 'enterprise',
    ...(confluentVersion !== undefined && { confluentVersion }),
  });
}

function tryEach({ isSince }: RegistryUnderTest, differences: readonly ReleaseDifference[]): void {
  for (const { title, firsts, look, before = false, after = true } of differences)
    it(`${firsts}: ${title}`, async (test) => {
      expect(await look(test)).toEqual((await isSince(firsts)) ? after : before);
    });
}
