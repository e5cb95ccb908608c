import { describe, expect, it } from 'vitest';
import { connectToRegistry } from '../../connect.ts';

describe('create_context', () => {
  it('creates a context that is listed and empty, once', async () => {
    const { call, registry } = await connectToRegistry();
    expect(await call('create_context', { context: 'feature-a' })).toMatchObject({
      context: '.feature-a',
      outcome: 'created',
      how: expect.any(String),
    });
    expect(await registry.contexts.list()).toContain('.feature-a');
    expect(await registry.subjects.list({ subjectPrefix: ':.feature-a:', deleted: true })).toEqual(
      [],
    );
    expect(await call('create_context', { context: '.feature-a' })).toMatchObject({
      outcome: 'exists',
    });
  });

  it.each(['', '*', 'a:b'])('refuses the name %j', async (context) => {
    const { call } = await connectToRegistry();
    const { error } = await call('create_context', { context });
    expect(error.code).toMatch(/^invalid_/);
  });
});
