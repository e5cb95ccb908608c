import { describe, expect, it } from 'vitest';
import { connectToRegistry } from '../../connect.ts';

describe('get_subject_config', () => {
  it('says whether a configuration is its own, of the context or from further up', async () => {
    const { call, registry } = await connectToRegistry();
    const staging = registry.inContext('staging');
    const read = () => call('get_subject_config', { subject: 'orders', context: 'staging' });
    expect(await read()).toMatchObject({
      config: { compatibility: 'BACKWARD' },
      source: 'registry',
      inherited: true,
    });
    await staging.config.updateGlobal({ compatibility: 'FORWARD' });
    expect(await read()).toMatchObject({
      config: { compatibility: 'FORWARD' },
      source: 'context',
      inherited: true,
    });
    await staging.config.update('orders', { compatibility: 'FULL', alias: 'other' });
    expect(await read()).toMatchObject({
      config: { compatibility: 'FULL', alias: 'other' },
      source: 'subject',
      inherited: false,
    });
  });
});
