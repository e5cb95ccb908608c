import { describe, expect, it } from 'vitest';
import { connectToRegistry } from '../../connect.ts';

describe('get_global_config', () => {
  it('reads what applies, and where a context has it from', async () => {
    const { call, registry } = await connectToRegistry();
    const staging = { context: 'staging' };
    expect(await call('get_global_config', staging)).toMatchObject({
      context: '.staging',
      config: { compatibility: 'BACKWARD' },
      source: 'registry',
    });
    await registry
      .inContext('staging')
      .config.updateGlobal({ compatibility: 'FULL', normalize: true });
    expect(await call('get_global_config', staging)).toMatchObject({
      config: { compatibility: 'FULL', normalize: true },
      source: 'context',
    });
  });

  it('reads what every context inherits', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.config.update(':.__GLOBAL:', { compatibility: 'FORWARD' });
    const answer = await call('get_global_config', { context: '__GLOBAL' });
    expect(answer).toMatchObject({ context: '.__GLOBAL', config: { compatibility: 'FORWARD' } });
    expect(await call('get_global_config', { context: 'staging' })).toMatchObject({
      config: { compatibility: 'FORWARD' },
      source: 'registry',
    });
  });

  it('answers to the name that it had elsewhere', async () => {
    const { call } = await connectToRegistry();
    expect(await call('get_config')).toEqual(await call('get_global_config'));
  });
});
