import { describe, expect, it } from 'vitest';
import { parseAvro } from '../../src/index.ts';
import { refusal } from './refusal.ts';

const record = (name: string, ...types: unknown[]) => ({
  type: 'record',
  name,
  fields: types.map((type, index) => ({ name: `f${index}`, type })),
});

describe('names used before their definition', () => {
  it('stand in fields, arrays, maps and unions', () => {
    const uses = ['B', { type: 'array', items: 'B' }, { type: 'map', values: 'B' }, ['null', 'B']];
    const { root, text } = parseAvro(JSON.stringify([record('A', ...uses), record('B')]));
    const [a, b] = root.type === 'union' ? root.branches : [];
    const types = a?.type === 'record' ? a.fields.map(({ type }) => type) : [];
    expect(types).toMatchObject([{}, { items: b }, { values: b }, { branches: [{}, b] }]);
    expect(types[0]).toBe(b);
    // It is written in full where it is used first.
    expect(text).toMatch(/^\[\{"type":"record","name":"A","fields":\[\{"name":"f0","type":\{/);
    expect(text).toMatch(/,"B"\]$/);
  });

  it('must not put the same type into a union twice', () => {
    const twice = [record('A', ['B', 'null', 'B']), record('B')];
    expect(refusal(twice).details).toBe('Duplicate in union:B');
  });

  it('are told of in the order in which Java comes across them', () => {
    // Inner records come first, and the branches of a union last to first.
    const inner = record('I', ['First', 'Second']);
    expect(refusal(record('O', 'Outer', inner)).details).toBe('Undefined schema: Second');
    expect(refusal([record('A', 'B', 'Missing'), record('B', 'A', 'Other')]).details).toBe(
      'Undefined schema: Missing',
    );
  });

  it('are told of even where following Java would take too long', () => {
    const count = 3000;
    const names = Array.from({ length: count }, (_, index) => `T${index}`);
    const star = [record('A', ...names), ...names.slice(1).map((name) => record(name, 'A'))];
    expect(refusal(star).details).toBe('Undefined schema: T0');
    const late = [record('A', ...names), ...names.slice(0, -1).map((name) => record(name, 'A'))];
    expect(refusal(late).details).toBe(`Undefined schema: T${count - 1}`);
  });
});
