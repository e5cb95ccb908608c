import type { RegistryClient } from '@srkit/registry-client';
import { expect, test } from 'vitest';
import { compareSnapshots, createSnapshot, takeSnapshot } from '../../src/index.ts';
import { aRegistry, fill, snapshotOf } from '../a-snapshot.ts';

const contents = { orders: ['"string"'], ':.staging:orders': ['"string"'] };

async function aConfigured(configure: (client: RegistryClient) => Promise<unknown>) {
  const { client } = aRegistry();
  await fill({ client }, contents);
  await configure(client);
  return takeSnapshot(client, {}, { includeConfigs: true });
}

const plain = await aConfigured(async () => {});

test.each<[string, (client: RegistryClient) => Promise<unknown>, object, object[]]>([
  [
    'a configuration that only the source has',
    async (client) => client.config.update('orders', { compatibility: 'FULL', normalize: true }),
    {
      subjects: [
        {
          differences: [
            {
              kind: 'config',
              own: 'source',
              fields: [
                { field: 'compatibilityLevel', source: 'FULL' },
                { field: 'normalize', source: true },
              ],
            },
          ],
        },
      ],
    },
    [
      {
        action: 'set_config',
        of: { subject: 'orders' },
        from: { subject: 'orders' },
        fields: ['compatibilityLevel', 'normalize'],
      },
    ],
  ],
  [
    'a mode that only the source has',
    async (client) => client.mode.set('orders', 'READONLY'),
    { subjects: [{ differences: [{ kind: 'mode', source: 'READONLY' }] }] },
    [{ action: 'set_mode', of: { subject: 'orders' }, mode: 'READONLY' }],
  ],
  [
    'a configuration of a context',
    async (client) => client.config.update(':.staging:', { compatibility: 'FORWARD' }),
    {
      contexts: [{}, { source: '.staging', state: 'different', differences: [{ kind: 'config' }] }],
    },
    [
      {
        action: 'set_config',
        of: { context: '.staging' },
        from: { context: '.staging' },
        fields: ['compatibilityLevel'],
      },
    ],
  ],
  [
    'a configuration of the default context, which always has one',
    async (client) => client.config.updateGlobal({ compatibility: 'FORWARD' }),
    {
      contexts: [
        {
          differences: [
            {
              own: 'both',
              fields: [{ field: 'compatibilityLevel', source: 'FORWARD', target: 'NONE' }],
            },
          ],
        },
        {},
      ],
    },
    [
      {
        action: 'set_config',
        of: { context: '.' },
        from: { context: '.' },
        fields: ['compatibilityLevel'],
      },
    ],
  ],
  [
    'what holds everywhere',
    async (client) => client.mode.set(':.__GLOBAL:', 'READONLY'),
    { everywhere: [{ kind: 'mode', source: 'READONLY', target: 'READWRITE' }] },
    [{ action: 'set_mode', of: { context: '.__GLOBAL' }, mode: 'READONLY' }],
  ],
])('finds %s', async (_, configure, found, changes) => {
  const configured = await aConfigured(configure);
  const comparison = await compareSnapshots(configured, plain);
  expect(comparison).toMatchObject({ ...found, summary: { differences: 1 } });
  expect(comparison.changes).toEqual(changes);
  const back = await compareSnapshots(plain, configured);
  expect(back.summary.differences).toBe(1);
  expect(back.changes).toHaveLength(1);
});

test('settings are compared only where both snapshots have them', async () => {
  const configured = await aConfigured(async (client) => client.mode.set('orders', 'READONLY'));
  const comparison = await compareSnapshots(configured, await snapshotOf(contents));
  expect(comparison).toMatchObject({ state: 'equal', changes: [] });
  expect(comparison.notCompared).toContainEqual({
    what: 'configs',
    reason: 'Not both snapshots have configurations and modes.',
  });
});

test('whether the default context has a configuration of its own is not told, nor guessed', async () => {
  const options = { contexts: [{ source: '.', target: '.staging' }] };
  const comparison = await compareSnapshots(plain, plain, options);
  expect(comparison).toMatchObject({ state: 'equal', changes: [] });
  expect(comparison.notCompared.filter(({ what }) => what === 'settings')).toHaveLength(2);
  const configured = await aConfigured(async (client) =>
    client.config.updateGlobal({ compatibility: 'FULL', normalize: true }),
  );
  expect(await compareSnapshots(configured, configured, options)).toMatchObject({
    contexts: [{ differences: [{ kind: 'config', own: 'source' }] }],
  });
});

test('what opens a registry comes first, and what closes it last', async () => {
  const source = await aConfigured(async (client) => {
    await client.versions.register('new', { schema: '"int"' });
    await client.config.update('new', { compatibility: 'FULL' });
    await client.mode.set(':.staging:orders', 'READWRITE');
    await client.mode.set('new', 'READONLY');
  });
  const { changes } = await compareSnapshots(source, plain);
  expect(changes.map(({ action, ...change }) => [action, 'mode' in change && change.mode])).toEqual(
    [
      ['set_mode', 'READWRITE'],
      ['register_version', false],
      ['set_config', false],
      ['set_mode', 'READONLY'],
    ],
  );
});

test('a registry that knows nothing that holds everywhere does not differ in it', async () => {
  const { everywhere: _, texts: __, ...parts } = plain;
  const other = createSnapshot({ ...parts, registry: 'apicurio' });
  for (const [source, target] of [
    [plain, other],
    [other, plain],
  ] as const) {
    const comparison = await compareSnapshots(source, target);
    expect(comparison).toMatchObject({ state: 'equal', changes: [] });
    expect(comparison.notCompared).toContainEqual({
      what: 'settings',
      reason: 'apicurio has no settings that hold everywhere.',
    });
  }
});
