import { describe, expect, it } from 'vitest';
import type { AvroSchema, CompatibilityLevel, ParsedSchema } from '../../src/index.ts';
import {
  checkCompatibility,
  describeTypes,
  diffSchemas,
  findDangerousChanges,
  lintSchema,
  normalizeSchema,
  parseAvro,
  parseSchema,
  walkFields,
} from '../../src/index.ts';
import { needsSharedData, sharedRows } from './shared-data.ts';

interface Text {
  file: string;
  status: number;
  references?: object[];
  stored: string;
}

interface Evolution {
  id: string;
  old: string;
  new: string;
}

interface JudgedEvolution extends Evolution {
  results: Record<(typeof LEVELS)[number], { compatible?: boolean }>;
}

const LEVELS = ['BACKWARD', 'FORWARD', 'FULL'] as const satisfies CompatibilityLevel[];

function realSchemas(): { file: string; schema: AvroSchema }[] {
  return sharedRows<Text>('recorded/texts-avro.jsonl')
    .filter(({ status, references = [] }) => status === 200 && references.length === 0)
    .map(({ file, stored }) => ({ file, schema: parseAvro(stored, { validation: 'stored' }) }));
}

describe('real schemas', () => {
  it('are walked: every field has a place in the text', (context) => {
    needsSharedData(context);
    const schemas = realSchemas();
    for (const { schema } of schemas) {
      const written = schema.text.match(/"fields":\[/g) ?? [];
      const fields = walkFields(schema);
      const records = describeTypes(schema).filter(({ fieldCount }) => fieldCount !== undefined);
      expect(records).toHaveLength(written.length);
      const counted = records.reduce((sum, { fieldCount = 0 }) => sum + fieldCount, 0);
      expect(fields).toHaveLength(counted);
      expect(fields.filter(({ pointer }) => pointer === undefined)).toEqual([]);
    }
    expect(schemas.length).toBeGreaterThan(250);
  });

  it('raise few complaints that would wear a reader out', (context) => {
    needsSharedData(context);
    const wellKept = realSchemas().filter(({ file }) => file.includes('radar-schemas'));
    const findings = wellKept.flatMap(({ schema }) => lintSchema(schema));
    const counts = new Map<string, number>();
    for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    // These schemas are linted by their authors. What we find is that enums have no default.
    counts.delete('enum-without-default');
    const others = [...counts.values()].reduce((sum, count) => sum + count, 0);
    expect(others).toBeLessThan(wellKept.length / 3);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('real evolutions', () => {
  it('differ where their texts do, both ways', (context) => {
    needsSharedData(context);
    const silent = sharedRows<Evolution>('recorded/evolutions-avro.jsonl').filter((row) => {
      const [old, next] = [parseAvro(row.old), parseAvro(row.new)];
      const changed = old.text !== next.text;
      return (
        diffSchemas(old, next).length > 0 !== changed ||
        diffSchemas(next, old).length > 0 !== changed
      );
    });
    expect(silent).toEqual([]);
  });

  it('are judged dangerous only at levels at which the registry takes such a change', (context) => {
    needsSharedData(context);
    let judged = 0;
    for (const row of sharedRows<Evolution>('recorded/evolutions-avro.jsonl')) {
      const [old, next] = [parseAvro(row.old), parseAvro(row.new)];
      const changes = diffSchemas(old, next);
      const dangers = findDangerousChanges(old, next);
      for (const { path } of dangers) expect(changes.map((change) => change.path)).toContain(path);
      // Where nothing else changed, the registry's verdict is the one of this change alone.
      const [danger] = dangers;
      if (changes.length !== 1 || danger === undefined) continue;
      judged += 1;
      const accepted = LEVELS.filter(
        (level) => checkCompatibility(next, [{ version: 1, schema: old }], level).compatible,
      );
      expect([row.id, danger.acceptedAt]).toEqual([row.id, accepted]);
    }
    expect(judged).toBeGreaterThan(10);
  });
});

describe('real JSON Schemas', () => {
  const parse = (text: string): ParsedSchema => parseSchema('JSON', text, { validation: 'stored' });
  const schemas = (): ParsedSchema[] =>
    sharedRows<Text>('recorded/texts-json.jsonl')
      .filter(({ status, references = [] }) => status === 200 && references.length === 0)
      .map(({ stored }) => parse(stored));

  it('are walked: every property has a place of its own in the text', (context) => {
    needsSharedData(context);
    let found = 0;
    for (const schema of schemas()) {
      const fields = walkFields(schema);
      const pointers = new Set(fields.map(({ pointer }) => pointer));
      expect(pointers.size).toBe(fields.length);
      expect(pointers).not.toContain(undefined);
      const names = new Set(describeTypes(schema).map(({ name }) => name));
      for (const { record } of fields) expect(names).toContain(record);
      found += fields.length;
    }
    expect(found).toBeGreaterThan(5000);
  });

  it('raise few complaints that would wear a reader out', (context) => {
    needsSharedData(context);
    const findings = schemas().map((schema) => lintSchema(schema));
    const serious = findings
      .map((found) => found.filter(({ severity }) => severity !== 'info').length)
      .sort((a, b) => a - b);
    expect(serious[Math.floor(serious.length / 2)]).toBeLessThanOrEqual(2);
    expect(serious[Math.floor(serious.length * 0.9)]).toBeLessThanOrEqual(10);
    // A registry took them all.
    expect(findings.flat().filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('differ where their texts do, both ways', (context) => {
    needsSharedData(context);
    const silent = sharedRows<Evolution>('recorded/evolutions-json.jsonl').filter((row) => {
      const [old, next] = [parse(row.old), parse(row.new)];
      const changed = normalizeSchema(old) !== normalizeSchema(next);
      return (
        diffSchemas(old, next).length > 0 !== changed ||
        diffSchemas(next, old).length > 0 !== changed
      );
    });
    expect(silent).toEqual([]);
  });

  it('are judged dangerous only at levels at which the registry took such a change', (context) => {
    needsSharedData(context);
    let judged = 0;
    for (const row of sharedRows<JudgedEvolution>('recorded/evolutions-json.jsonl')) {
      const [old, next] = [parse(row.old), parse(row.new)];
      const changes = diffSchemas(old, next);
      const dangers = findDangerousChanges(old, next);
      for (const { path } of dangers) expect(changes.map((change) => change.path)).toContain(path);
      // Where nothing else changed, the registry's verdict is the one of this change alone.
      const [danger] = dangers;
      if (changes.length !== 1 || danger === undefined) continue;
      if (LEVELS.some((level) => row.results[level].compatible === undefined)) continue;
      judged += 1;
      const accepted = LEVELS.filter((level) => row.results[level].compatible === true);
      expect([row.id, danger.acceptedAt]).toEqual([row.id, accepted]);
      // Beside a change that a registry does not look at, it must be told from the change alone.
      const commented = parse(row.new.replace(/^\s*\{/, '{"$comment":"Another change.",'));
      const [same] = findDangerousChanges(old, commented);
      expect([row.id, same?.acceptedAt]).toEqual([row.id, accepted]);
    }
    expect(judged).toBeGreaterThan(20);
  });
});
