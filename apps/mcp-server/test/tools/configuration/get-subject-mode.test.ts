import { describe, expect, it } from 'vitest';
import { connectToRegistry } from '../../connect.ts';

describe('get_subject_mode', () => {
  it('says whether a mode is its own or inherited', async () => {
    const { call, registry } = await connectToRegistry();
    const read = () => call('get_subject_mode', { subject: ':.staging:orders' });
    expect(await read()).toMatchObject({ mode: 'READWRITE', source: 'registry', inherited: true });
    await registry.inContext('staging').mode.setGlobal('READONLY');
    expect(await read()).toMatchObject({ mode: 'READONLY', source: 'context', inherited: true });
    await registry.inContext('staging').mode.set('orders', 'IMPORT');
    expect(await read()).toMatchObject({ mode: 'IMPORT', source: 'subject', inherited: false });
  });
});
