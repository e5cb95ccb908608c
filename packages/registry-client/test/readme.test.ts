import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { anEmbeddedClient } from './embedded-client.ts';
import { knownDifferences } from './registries/known-differences.ts';

test('the example in the README runs as it stands there', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const example = await readFile(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(/```ts\n(.*?)```/s.exec(readme)?.[1]).toBe(example);

  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('./readme-example.ts');
  expect(log.mock.calls).toEqual([
    ['incompatible_schema', 409, expect.stringContaining('compatibility level')],
    [':.staging:orders-value', 1, 1],
  ]);
});

test('the serializer in the README runs as it stands there', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const example = await readFile(new URL('readme-serializer.ts', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);

  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const { createDeserializer, createSerializer } = await import('./readme-serializer.ts');
  expect(log.mock.calls).toEqual([[{ id: 'o-1', items: ['tea'] }]]);

  const client = anEmbeddedClient();
  const money = '{"type":"record","name":"Money","fields":[{"name":"amount","type":"long"}]}';
  await client.versions.register('money', { schema: money });
  await client.versions.register('avro', {
    schema: '{"type":"record","name":"Order","fields":[{"name":"total","type":"Money"}]}',
    references: [{ name: 'Money', subject: 'money', version: 1 }],
  });
  await client.versions.register('json', {
    schemaType: 'JSON',
    schema: '{"type":"object","properties":{"total":{"type":"integer"}}}',
  });
  const deserialize = createDeserializer(client);
  for (const [subject, value] of [
    ['avro', { total: { amount: 7 } }],
    ['json', { total: 7 }],
  ] as const) {
    const bytes = await createSerializer(client, subject)(value);
    expect([...bytes.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect(await deserialize(bytes)).toEqual(value);
  }
});

test('the README lists every known difference of vendors', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  for (const [name, reason] of Object.entries(knownDifferences.apicurio ?? {}))
    expect(readme).toContain(`| ${name} | ${reason} |`);
});

test('the README lists every option of a client', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const source = await readFile(
    new URL('../src/create-registry-client.ts', import.meta.url),
    'utf8',
  );
  const options = /interface RegistryClientOptions \{(.*?)\n\}/s.exec(source)?.[1] ?? '';
  const names = [...options.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(readme).toContain(`| \`${name}\` |`);
});
