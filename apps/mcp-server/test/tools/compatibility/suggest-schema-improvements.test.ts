import { describe, expect, it } from 'vitest';
import { connectToRegistry } from '../../connect.ts';

const careless = {
  type: 'record',
  name: 'order_event',
  fields: [
    { name: 'ID', type: 'string' },
    { name: 'created_at', type: 'long' },
  ],
};

interface Finding {
  rule: string;
  severity: string;
  path: string;
  message: string;
  suggestion: string;
}

describe('suggest_schema_improvements', () => {
  it('finds what could be better in a text, the worst first, and says what to write', async () => {
    const { call } = await connectToRegistry();
    const answer = await call('suggest_schema_improvements', { schema: JSON.stringify(careless) });
    const findings = answer['findings'] as Finding[];
    expect(findings.length).toBeGreaterThan(2);
    for (const finding of findings) {
      expect(finding).toMatchObject({
        message: expect.any(String),
        suggestion: expect.any(String),
      });
    }
    const ranks = findings.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
    expect(findings.map(({ path }) => path)).toContain('ID');
    expect(answer).not.toHaveProperty('evolution');
    const counts = Object.values(answer['by_severity'] as Record<string, number>);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(answer['total']);
  });

  it('leaves out what is less severe, and rules that are not wanted', async () => {
    const { call } = await connectToRegistry();
    const schema = JSON.stringify(careless);
    const found = async (written: object) =>
      (await call('suggest_schema_improvements', { schema, ...written }))['findings'] as Finding[];
    const all = await found({});
    const severe = await found({ min_severity: 'warning' });
    expect(severe).toEqual(all.filter(({ severity }) => severity !== 'info'));
    const rule = all[0]?.rule ?? '';
    expect(await found({ ignore: [rule] })).toEqual(all.filter((one) => one.rule !== rule));
  });

  it('names the nearest rule to one that there is not', async () => {
    const { call } = await connectToRegistry();
    const written = { schema: '"string"', ignore: ['field-doc-mising'] };
    const { error } = await call('suggest_schema_improvements', written);
    expect(error).toMatchObject({
      code: 'invalid_arguments',
      message: expect.stringContaining('Did you mean field-doc-missing?'),
      rules: expect.arrayContaining(['field-doc-missing']),
    });
  });

  it('judges the last step of a subject, too', async () => {
    const { call, registry } = await connectToRegistry();
    const timed = (logicalType: string) => ({
      ...careless,
      fields: [{ name: 'at', type: { type: 'long', logicalType } }],
    });
    const register = async (schema: object) =>
      registry.versions.register('orders', { schema: JSON.stringify(schema) });
    await register(timed('timestamp-millis'));
    const first = await call('suggest_schema_improvements', { subject: 'orders' });
    expect(first).not.toHaveProperty('compared_with');
    await register(timed('timestamp-micros'));
    const written = { subject: 'orders', min_severity: 'error' };
    expect(await call('suggest_schema_improvements', written)).toMatchObject({
      schema_used: { subject: 'orders', version: 2 },
      compared_with: 1,
      evolution: [{ severity: 'error', path: 'at', advice: expect.any(String) }],
      total_evolution: 1,
    });
  });

  it('takes a schema of another context', async () => {
    const { call, registry } = await connectToRegistry();
    const schema = JSON.stringify(careless);
    await registry.inContext('staging').versions.register('orders', { schema });
    const from = { subject: 'orders', context: 'staging' };
    const answer = await call('suggest_schema_improvements', { from });
    expect(answer).toMatchObject({ schema_used: { context: '.staging', version: 1 } });
  });

  it('says where a text cannot be read', async () => {
    const { call } = await connectToRegistry();
    const { error } = await call('suggest_schema_improvements', { schema: '{"type":\n "nope"' });
    expect(error).toMatchObject({ code: 'invalid_schema', line: 2 });
  });

  it.each([
    ['PROTOBUF', 'syntax = "proto3"; message order {}', 'message-name-style'],
    ['JSON', '{"type":"object","properties":{"id":{"type":"string"}}}', 'draft-missing'],
  ])('knows %s as well', async (schema_type, schema, rule) => {
    const { call } = await connectToRegistry();
    const { findings } = await call('suggest_schema_improvements', { schema, schema_type });
    expect(findings).toContainEqual(expect.objectContaining({ rule }));
  });
});
