import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/tools/catalog.ts';
import { changesRegistry } from '../../src/tools/effects.ts';
import { aRecord, aSetting, connect, connectToRegistry } from '../connect.ts';

const writing = catalog.filter(({ effect }) => changesRegistry(effect));

/** Arguments that each tool that writes would take. */
const arguments_: Record<string, unknown> = {
  subject: 'orders',
  alias: 'orders',
  existing_subject: 'orders',
  version: '1',
  schema: aRecord('R', 'a'),
  mode: 'READONLY',
  compatibility: 'NONE',
};

describe('a view-only server', () => {
  it('lists no tool that writes, and says so', async () => {
    const { client } = await connectToRegistry({ viewOnly: true });
    const { tools } = await client.listTools();
    expect(tools.length).toBe(catalog.length - writing.length);
    expect(tools.every(({ annotations }) => annotations?.destructiveHint === false)).toBe(true);
    expect(client.getInstructions()).toContain('View-only');
  });

  it.each(writing)(
    'refuses $name, called anyway, before anything is sent',
    async ({ name, input }) => {
      const { call, requests } = await connectToRegistry({ viewOnly: true });
      const written = Object.fromEntries(
        Object.keys(input.shape).flatMap((key) =>
          key in arguments_ ? [[key, arguments_[key]]] : [],
        ),
      );
      const { error } = await call(name, written);
      expect(error.code).toBe('view_only');
      expect(requests).toEqual([]);
    },
  );

  it('names only tools that are listed as the next step', async () => {
    const { call } = await connectToRegistry({ viewOnly: true });
    const schema = '{"type":"record","name":"R","fields":[{"name":"a","type":"Missing"}]}';
    const references = [{ name: 'Missing', subject: 'missing', version: 1 }];
    const { error } = await call('check_compatibility', { subject: 'a', schema, references });
    expect(error.code).toBe('missing_references');
    expect(error.next).not.toContain('register_schema');
    expect(error.next).toContain('list_subjects');
  });
});

describe('a server with one view-only registry of two', () => {
  it('lists tools that write, and refuses them for that one', async () => {
    const { client, call } = await connect({
      registries: { dev: aSetting('dev'), prod: { ...aSetting('prod'), viewOnly: true } },
    });
    expect((await client.listTools()).tools.length).toBe(catalog.length);
    const written = { subject: 'a', schema: aRecord('R', 'a') };
    expect(await call('register_schema', written)).toMatchObject({ registry: 'dev', version: 1 });
    const { error } = await call('register_schema', { ...written, registry: 'prod' });
    expect(error.code).toBe('view_only');
  });
});
