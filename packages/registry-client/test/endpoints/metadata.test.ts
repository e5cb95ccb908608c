import { expect, test } from 'vitest';
import { anEmbeddedClient } from '../embedded-client.ts';

test('a registry says what it is, whatever the context', async () => {
  for (const context of ['.', 'staging']) {
    const client = anEmbeddedClient({ context });
    expect((await client.metadata.version()).version).toMatch(/^8\./);
    expect(await client.metadata.clusterId()).toHaveProperty('scope');
    expect(await client.metadata.deployment()).toBeTypeOf('object');
    expect(await client.ping()).toBeUndefined();
  }
});
