import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

async function filled(options: Parameters<typeof connectToRegistry>[0] = {}) {
  const connected = await connectToRegistry(options);
  const { registry } = connected;
  await registry.versions.register('money', { schema: aRecord('Money', 'amount') });
  await registry.versions.register('alone', { schema: '"int"' });
  await registry.versions.register('invoice', {
    schema: '{"type":"record","name":"Invoice","fields":[{"name":"total","type":"Money"}]}',
    references: [{ name: 'Money', subject: 'money', version: 1 }],
  });
  return connected;
}

describe('get_dependency_graph', () => {
  it('says who refers to whom', async () => {
    const { call } = await filled();
    const answer = await call('get_dependency_graph', { mermaid: true });
    expect(answer).toMatchObject({
      references: [
        {
          from: { subject: 'invoice', version: 1 },
          name: 'Money',
          to: { subject: 'money', version: 1 },
        },
      ],
      total_nodes: 2,
      unconnected: 1,
      depth: 1,
      circles: [],
      dangling: [],
      roots: [{ subject: 'invoice', version: 1 }],
      leaves: [{ subject: 'money', version: 1 }],
    });
    expect(answer['mermaid']).toMatch(/^flowchart LR\n/);
  });

  it('keeps to one subject, and one context', async () => {
    const { call, registry } = await filled();
    expect(await call('get_dependency_graph', { subject: 'alone' })).toMatchObject({
      total_nodes: 0,
      unconnected: 1,
    });
    expect(await call('get_dependency_graph', { subject: 'money' })).toMatchObject({
      total_nodes: 2,
    });
    await registry.versions.register(':.us:other', { schema: '"int"' });
    expect(await call('get_dependency_graph', { context: 'us' })).toMatchObject({
      context: '.us',
      total_nodes: 0,
    });
    const { error } = await call('get_dependency_graph', { subject: 'monye' });
    expect(error).toMatchObject({ code: 'subject_not_found' });
  });

  it.each([
    [30_000, 'whole', 121],
    [8_000, 'as far as an answer carries it, and says so', undefined],
  ])('draws a large graph, with a budget of %i characters %s', async (responseBudget, _, all) => {
    const { call, registry } = await filled({ responseBudget });
    const schema = '{"type":"record","name":"Invoice","fields":[{"name":"total","type":"Money"}]}';
    for (let number = 0; number < 120; number += 1) {
      await registry.versions.register(`a-rather-long-name-of-an-invoice-${number}`, {
        schema: schema.replace('Invoice', `Invoice${number}`),
        references: [{ name: 'Money', subject: 'money', version: 1 }],
      });
    }
    const drawing = String((await call('get_dependency_graph', { mermaid: true }))['mermaid']);
    expect(drawing.length).toBeLessThanOrEqual(responseBudget / 2);
    const arrows = [...drawing.matchAll(/^ +(v\d+) -->.* (v\d+)$/gm)];
    expect(arrows.length).toBe(all ?? arrows.length);
    expect(arrows.length).toBeGreaterThan(10);
    for (const [, from, to] of arrows) {
      expect(drawing).toContain(`    ${from}["`);
      expect(drawing).toContain(`    ${to}["`);
    }
    expect(drawing.includes('left out')).toBe(all === undefined);
    expect(drawing).toMatch(/classDef missing .*\n?$/);
  });
});
