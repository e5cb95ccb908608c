import { describe, expect, it } from 'vitest';
import { connectToRegistry } from '../../connect.ts';

describe('get_mode', () => {
  it('reads the mode of a context and where it comes from', async () => {
    const { call, registry } = await connectToRegistry();
    expect(await call('get_mode')).toEqual({ context: '.', mode: 'READWRITE', source: 'registry' });
    await registry.inContext('staging').mode.setGlobal('READONLY');
    const answer = await call('get_mode', { context: ':.staging:' });
    expect(answer).toEqual({ context: '.staging', mode: 'READONLY', source: 'context' });
  });
});
