import { describe, expect } from 'vitest';
import { registryTest, registryTestWith } from '../../../src/node/vitest/index.ts';
import { registering } from '../../a-server.ts';

const subjects = async (url: string) => (await fetch(`${url}/subjects`)).json();
const seen: string[] = [];

registryTest('each test gets a registry that listens', async ({ registry }) => {
  seen.push(registry.url);
  await fetch(`${registry.url}/subjects/s/versions`, registering('"int"'));
  registry.faults.set([{ kind: 'error', method: 'POST' }]);
  expect(await subjects(registry.url)).toEqual(['s']);
});

registryTest('the next one gets the same, as it was at first', async ({ registry }) => {
  expect(seen).toEqual([registry.url]);
  expect(await subjects(registry.url)).toEqual([]);
  expect(registry.faults.list()).toEqual([]);
});

describe('with options for some tests', () => {
  registryTest.override({ registryOptions: { faults: [{ kind: 'error', status: 502 }] } });

  registryTest('they are followed', async ({ registry }) => {
    expect((await fetch(registry.url)).status).toBe(502);
    registry.faults.clear();
    seen.push(registry.url);
  });

  registryTest('they are there again for the next', async ({ registry }) => {
    expect((await fetch(registry.url)).status).toBe(502);
    expect(seen.at(-1)).toBe(registry.url);
  });
});

const extended = registryTest.extend({ registryOptions: { clusterId: 'mine' } });

extended('options can be overridden in a test of one’s own', async ({ registry }) => {
  expect(await (await fetch(`${registry.url}/v1/metadata/id`)).text()).toContain('mine');
});

describe.concurrent('at the same time', () => {
  registryTest.for([1, 2, 3])('test %d has one of its own', async (number, { registry }) => {
    await registry.seed([{ path: `s${number}.avsc`, text: '"int"' }]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await subjects(registry.url)).toEqual([`s${number}`]);
  });
});

registryTestWith({ clusterId: 'theirs' })('options can be given', async ({ registry }) => {
  expect(await (await fetch(`${registry.url}/v1/metadata/id`)).text()).toContain('theirs');
});
