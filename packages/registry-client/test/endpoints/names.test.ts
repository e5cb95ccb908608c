import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { listen } from '@srkit/embedded-registry/node';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createRegistryClient } from '../../src/index.ts';
import { anEmbeddedClient, aRecord } from '../embedded-client.ts';
import { failureOf } from '../failure-of.ts';

const subjects = [
  'a/b %ü:c',
  '.',
  '..',
  '%2e%2E',
  'subjects',
  'mode',
  'versions',
  "it's (so)",
  '😀',
  'x'.repeat(300),
];
const contexts = ['.', '.staging', '..', '.a b/c'];
const cases = contexts.flatMap((context) => subjects.map((subject) => ({ context, subject })));

describe.each(cases)('a subject $subject in the context $context', ({ context, subject }) => {
  const shown = context === '.' ? subject : `:${context}:${subject}`;

  test.each(['in process', 'over a socket'])('goes through every operation %s', async (way) => {
    const registry = createEmbeddedRegistry();
    let client = anEmbeddedClient({ context }, registry);
    if (way === 'over a socket') {
      const { url, close } = await listen(registry);
      onTestFinished(close);
      client = createRegistryClient({ url, context });
    }
    const first = { schema: aRecord('A', 'one') };
    const second = { schema: aRecord('A', 'one', 'two') };

    const { id } = await client.versions.register(subject, first);
    expect(await client.inContext('.').subjects.list()).toEqual([shown]);
    expect(await client.subjects.list()).toEqual([shown]);
    expect((await client.schemas.list()).map((schema) => schema.subject)).toEqual([shown]);
    expect(await client.schemas.subjectsById(id)).toEqual([shown]);
    expect(await client.compatibility.check(subject, second)).toEqual({
      compatible: true,
      messages: [],
    });
    expect((await client.compatibility.check(subject, second, { version: 'all' })).compatible).toBe(
      true,
    );
    await client.versions.register(subject, second);
    expect(await client.versions.list(subject)).toEqual([1, 2]);
    expect(await client.versions.get(subject, 'latest')).toMatchObject({
      subject: shown,
      version: 2,
    });
    expect(JSON.parse(await client.versions.getText(subject, 1))).toEqual(JSON.parse(first.schema));
    expect((await client.versions.lookUp(subject, first)).version).toBe(1);
    expect(await client.versions.referencedBy(subject, 1)).toEqual([]);

    await client.config.update(subject, { compatibility: 'FULL' });
    expect(await client.config.get(subject)).toMatchObject({ compatibilityLevel: 'FULL' });
    await client.config.delete(subject);
    expect((await failureOf(client.config.get(subject))).code).toBe('config_not_found');
    await client.mode.set(subject, 'READONLY');
    expect(await client.mode.get(subject)).toEqual({ mode: 'READONLY' });
    expect((await failureOf(client.subjects.delete(subject))).code).toBe('operation_not_permitted');
    await client.mode.delete(subject);
    expect((await failureOf(client.mode.get(subject))).code).toBe('mode_not_found');

    expect(await client.versions.delete(subject, 1)).toBe(1);
    expect(await client.versions.list(subject, { deletedAsNegative: true })).toEqual([-1, 2]);
    expect(await client.subjects.delete(subject)).toEqual([2]);
    expect(await client.subjects.list()).toEqual([]);
    expect(await client.subjects.list({ deletedOnly: true })).toEqual([shown]);
    expect(await client.subjects.delete(subject, { permanent: true })).toEqual([1, 2]);
    expect(await client.subjects.list({ deleted: true })).toEqual([]);
    expect((await failureOf(client.versions.list(subject))).code).toBe('subject_not_found');
  });
});

test('an empty subject is one of its own, but names no configuration or mode', async () => {
  const client = anEmbeddedClient({ context: 'staging' });
  await client.versions.register('', { schema: '"string"' });
  expect(await client.subjects.list()).toEqual([':.staging:']);
  expect(await client.versions.list('')).toEqual([1]);
  const calls = [
    client.config.get(''),
    client.config.update('', { compatibility: 'NONE' }),
    client.config.delete(''),
    client.mode.get(''),
    client.mode.set('', 'READONLY'),
    client.mode.delete(''),
  ];
  for (const call of calls) expect((await failureOf(call)).code).toBe('invalid_argument');
});
