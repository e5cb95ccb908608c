import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { describe, expect, it } from 'vitest';
import { aRecord, connect, connectToRegistry } from '../connect.ts';

function aSetting(name: string) {
  return { name, url: `http://${name}.test`, fetch: createEmbeddedRegistry().fetch };
}

describe('the registry argument', () => {
  it('is not listed while there is no choice, and taken when it names the one', async () => {
    const { client, call } = await connectToRegistry();
    const { tools } = await client.listTools();
    for (const { inputSchema } of tools)
      expect(inputSchema.properties).not.toHaveProperty('registry');
    expect(await call('list_contexts', { registry: 'default' })).toMatchObject({ total: 1 });
    const { error } = await call('list_contexts', { registry: 'prod' });
    expect(error).toMatchObject({ code: 'unknown_registry', registries: ['default'] });
  });

  it('chooses between several, and answers say which it was', async () => {
    const { client, call } = await connect({
      registries: [aSetting('dev'), aSetting('prod')],
      defaultRegistry: 'prod',
    });
    const { tools } = await client.listTools();
    for (const { inputSchema } of tools) expect(inputSchema.properties).toHaveProperty('registry');
    await call('register_schema', { subject: 'a', schema: aRecord('R', 'a') });
    expect(await call('list_subjects')).toMatchObject({ registry: 'prod', total: 1 });
    expect(await call('list_subjects', { registry: 'dev' })).toMatchObject({
      registry: 'dev',
      total: 0,
    });
    expect(client.getInstructions()).toContain('without it prod is meant');
  });
});
