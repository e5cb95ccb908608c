import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

const required = (...names: string[]) =>
  JSON.stringify({
    type: 'record',
    name: 'R',
    fields: names.map((name) => ({ name, type: 'string' })),
  });

describe('analyze_schema_evolution', () => {
  it('compares with every version, at every level', async () => {
    const { call } = await connectToRegistry();
    await call('register_schema', { subject: 'a', schema: aRecord('R', 'a') });
    await call('register_schema', { subject: 'a', schema: aRecord('R', 'a', 'b') });
    const answer = await call('analyze_schema_evolution', {
      subject: 'a',
      schema: required('a', 'b'),
    });
    expect(answer).toMatchObject({
      subject: 'a',
      level: 'BACKWARD',
      verdict: 'accepted',
      levels: {
        BACKWARD: 'accepted',
        BACKWARD_TRANSITIVE: 'refused',
        FULL: 'accepted',
        NONE: 'accepted',
      },
      latest: 2,
      same_as: [],
      upgrade_order: 'any_order',
      cannot_read: [1],
      cannot_be_read_by: [],
      versions: [
        { version: 2, backward: { verdict: 'accepted' } },
        { version: 1, backward: { verdict: 'refused' } },
      ],
      history: [{ from: 1, to: 2, under_level: 'accepted' }],
    });
    expect(answer['changes']).not.toEqual([]);
  });

  it('takes a registered schema, a level, and references of the target', async () => {
    const { call } = await connectToRegistry();
    await call('register_schema', { subject: 'a', schema: aRecord('R', 'a') });
    await call('register_schema', { subject: 'b', schema: required('a', 'new') });
    const written = { subject: 'a', from: { subject: 'b' }, level: 'FORWARD' };
    expect(await call('analyze_schema_evolution', written)).toMatchObject({
      level: 'FORWARD',
      level_source: 'given',
      verdict: 'accepted',
      upgrade_order: 'producers_first',
    });
    const { error } = await call('analyze_schema_evolution', {
      subject: 'none',
      schema: required('a'),
    });
    expect(error).toMatchObject({ code: 'subject_not_found' });
  });

  it('says what is wrong with a schema that is none', async () => {
    const { call } = await connectToRegistry();
    await call('register_schema', { subject: 'a', schema: aRecord('R', 'a') });
    const { error } = await call('analyze_schema_evolution', { subject: 'a', schema: '{' });
    expect(error).toMatchObject({ code: 'invalid_schema', message: expect.stringMatching(/\w/) });
  });
});
