import { describe, expect, it } from 'vitest';
import { resourceTable } from '../../src/resources/resource-table.ts';
import { catalog } from '../../src/tools/catalog.ts';
import { aRecord, aSetting, connect, connectToRegistry } from '../connect.ts';

const root = 'registry://registries';
const latest = (subject: string) =>
  `${root}/default/subjects/${encodeURIComponent(subject)}/latest`;

function textOf({ contents }: { contents: object[] }): Record<string, unknown> {
  const [content] = contents;
  expect(content).toMatchObject({ mimeType: 'application/json' });
  return JSON.parse((content as { text: string }).text);
}

describe('resources', () => {
  it('are listed with title, description and type, for every registry', async () => {
    const { client } = await connect({
      registries: { dev: aSetting('dev'), 'prod-é': aSetting('prod') },
    });
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      root,
      `${root}/dev/contexts`,
      `${root}/prod-%C3%A9/contexts`,
      `${root}/dev/statistics`,
      `${root}/prod-%C3%A9/statistics`,
    ]);
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(
      resourceTable.slice(1).map(({ address }) => address),
    );
    for (const one of [...resources, ...resourceTemplates]) {
      expect(one).toMatchObject({
        name: expect.stringMatching(/\S/),
        title: expect.stringMatching(/\S/),
        description: expect.stringMatching(/\S/),
        mimeType: 'application/json',
      });
    }
    for (const { uri } of resources)
      expect(textOf(await client.readResource({ uri }))).toBeTruthy();
  });

  it('are of tools that read, and take nothing but arguments of theirs', () => {
    for (const { tool, address } of resourceTable) {
      const found = catalog.find(({ name }) => name === tool);
      expect(found?.effect, address).toBe('read');
    }
  });

  it('say what their tools say', async () => {
    const { client, call, registry } = await connectToRegistry();
    await registry.versions.register(':.staging:orders', { schema: aRecord('R', 'a') });
    for (const [uri, tool, written] of [
      [root, 'list_registries', {}],
      [`${root}/default/contexts`, 'list_contexts', {}],
      [`${root}/default/contexts/staging/subjects`, 'list_subjects', { context: 'staging' }],
      [`${root}/default/contexts/:.:/subjects`, 'list_subjects', { context: '.' }],
      [`${root}/default/statistics`, 'get_registry_statistics', {}],
      [latest(':.staging:orders'), 'get_schema', { subject: ':.staging:orders' }],
    ] as const) {
      const { read_at: _at, task_id: _id, ...said } = await call(tool, written);
      expect(textOf(await client.readResource({ uri })), uri).toMatchObject(said);
    }
  });

  it.each([
    'a/b %ü:c',
    ':.:.',
    ':.:..',
    ':.staging:a/b',
    '~ ?#[]@!$&\'()*+,;="',
    '统一/码 😀',
    '%2e%2e',
    'x'.repeat(300),
  ])('are read of the subject %j', async (subject) => {
    const { client, registry } = await connectToRegistry();
    await registry.versions.register(subject, { schema: aRecord('R', 'a') });
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toContain(
      `${root}/{registry}/subjects/{subject}/latest`,
    );
    expect(textOf(await client.readResource({ uri: latest(subject) }))).toMatchObject({
      version: 1,
      subject: subject.replace(/^:\.\w*:/, ''),
    });
  });

  it.each([
    [latest('none'), 'none'],
    [`${root}/nowhere/contexts`, 'nowhere'],
    [`${root}/default/contexts/a%3Ab/subjects`, 'context'],
    [`${root}/default/subjects/%E0%A4%A/latest`, 'not found'],
    [`${root}/default/subjects/${'x'.repeat(9_000)}/latest`, 'not found'],
    [`${root}/default/subjects/../latest`, 'not found'],
    [`${root}/default/nothing`, 'not found'],
    ['registry://elsewhere', 'not found'],
    ['no address', 'invalid'],
  ])('that are not there are an error: %s', async (uri, said) => {
    const { client } = await connectToRegistry();
    const error = await client.readResource({ uri }).then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(error).toMatchObject({ message: expect.stringContaining(said) });
    expect(error?.message.length).toBeLessThan(3_000);
  });

  it('of a registry that is down say so, with the facts of the tool', async () => {
    const { client } = await connect({ registries: { prod: { url: 'http://127.0.0.1:9' } } });
    await expect(client.readResource({ uri: `${root}/prod/contexts` })).rejects.toMatchObject({
      code: -32603,
      data: { code: 'connection_failed', registry: 'prod' },
    });
  });

  it('of a long text hold as much as an answer may, and how to read on', async () => {
    const { client, registry } = await connectToRegistry();
    const doc = 'x'.repeat(200_000);
    const schema = JSON.stringify({ type: 'record', name: 'R', doc, fields: [] });
    await registry.versions.register('big', { schema });
    const read = textOf(await client.readResource({ uri: latest('big') }));
    expect(read).toMatchObject({ next_offset: expect.any(Number), more: expect.any(String) });
    expect(JSON.stringify(read).length).toBeLessThan(31_000);
  });
});
