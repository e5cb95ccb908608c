import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/tools/catalog.ts';
import { hasRegistry } from '../../src/tools/define-tool.ts';
import { aRecord, aSetting, connect, connectToRegistry } from '../connect.ts';

/** Tools that are about one registry. */
const ofRegistry = catalog.filter(({ place }) => hasRegistry(place)).map(({ name }) => name);

describe('the registry argument', () => {
  it('is not listed while there is no choice, and taken when it names the one', async () => {
    const { client, call } = await connectToRegistry();
    const { tools } = await client.listTools();
    for (const { inputSchema } of tools.filter(({ name }) => ofRegistry.includes(name)))
      expect(inputSchema.properties).not.toHaveProperty('registry');
    expect(await call('list_contexts', { registry: 'default' })).toMatchObject({ total: 1 });
    const { error } = await call('list_contexts', { registry: 'prod' });
    expect(error).toMatchObject({ code: 'unknown_registry', registries: ['default'] });
  });

  it('chooses between several, and answers say which it was', async () => {
    const { client, call } = await connect({
      registries: { dev: aSetting('dev'), prod: aSetting('prod') },
      default: 'prod',
    });
    const { tools } = await client.listTools();
    for (const { inputSchema } of tools.filter(({ name }) => ofRegistry.includes(name)))
      expect(inputSchema.properties).toHaveProperty('registry');
    await call('register_schema', { subject: 'a', schema: aRecord('R', 'a') });
    expect(await call('list_subjects')).toMatchObject({ registry: 'prod', total: 1 });
    expect(await call('list_subjects', { registry: 'dev' })).toMatchObject({
      registry: 'dev',
      total: 0,
    });
    expect(client.getInstructions()).toContain('without it prod is meant');
  });
});
