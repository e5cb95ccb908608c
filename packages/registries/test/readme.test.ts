import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { settingsTable, variables } from '../src/index.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

test('the example in the README runs as it stands there', async () => {
  const example = await readFile(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(/```ts\n(.*?)```/s.exec(readme)?.[1]).toBe(example);

  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('./readme-example.ts');
  expect(log.mock.calls).toEqual([
    [['orders-value']],
    ['dev', 'connected', 'confluent', '8.1.5'],
    ['prod', 'connected', 'confluent', '8.1.5'],
    ['view_only'],
  ]);
});

test('the file in the README says what stands beside it', async () => {
  const { registriesFromVariables } = await import('../src/index.ts');
  const file = /```yaml\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const files: Record<string, string> = { '/etc/srkit.yaml': file, '/run/secrets/prod': 'pw' };
  const read = await registriesFromVariables(
    { SRKIT_CONFIG: '/etc/srkit.yaml', CLOUD_SECRET: 's' },
    { readFile: (path) => files[path] ?? '' },
  );
  expect(Object.keys(read.registries)).toEqual(['dev', 'prod', 'cloud']);
  expect(read).toMatchObject({
    default: 'dev',
    registries: {
      prod: { user: 'robot', viewOnly: true, timeoutMs: 5_000 },
      cloud: { oauth: { clientId: 'srkit' } },
    },
  });
});

test('the README lists every setting and every variable', () => {
  for (const path of Object.keys(settingsTable)) expect(readme).toContain(`| \`${path}\` |`);
  for (const { name } of variables) expect(readme).toContain(`\`${name}\``);
});
