import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LintFinding, LintOptions } from '../../src/index.ts';
import { lintRules, lintSchema, parseAvro } from '../../src/index.ts';
import { adversarialSchemas } from '../adversarial-schemas.ts';
import { arbitraryAvro } from '../avro/arbitrary-schema.ts';
import { cpuClock } from '../cpu-time.ts';
import { ruleCases } from './rule-cases.ts';
import { field, one, record } from './well-made-parts.ts';

const avroRules = lintRules.filter(({ appliesTo }) => appliesTo.includes('AVRO'));
const everything = Object.fromEntries(avroRules.map(({ id }) => [id, 'warning' as const]));
const lint = (schema: unknown, options: LintOptions = {}): LintFinding[] =>
  lintSchema(parseAvro(JSON.stringify(schema), { validation: 'stored' }), options);

describe('lintSchema', () => {
  it.for(avroRules.map(({ id }) => id))('%s complains where it should, and only there', (rule) => {
    const { bad, path, write, good } = ruleCases[rule] ?? {};
    const found = lint(bad, { rules: everything }).filter((finding) => finding.rule === rule);
    expect(found.map((finding) => [finding.path, finding.suggestion])).toEqual([[path, write]]);
    const fine = lint(good, { rules: everything }).filter((finding) => finding.rule === rule);
    expect(fine).toEqual([]);
  });

  it('has nothing to say about a schema that is well made', () => {
    const status = {
      type: 'enum',
      name: 'Status',
      doc: 'A status.',
      symbols: ['UNKNOWN', 'NEW'],
      default: 'UNKNOWN',
    };
    expect(
      lint(
        record(
          field('orderId', { type: 'string', logicalType: 'uuid' }),
          field('placedAt', { type: 'long', logicalType: 'timestamp-millis' }),
          field('amount', { type: 'bytes', logicalType: 'decimal', precision: 12, scale: 2 }),
          field('status', status, { default: 'UNKNOWN' }),
          field('note', ['null', 'string'], { default: null }),
          field('labels', { type: 'map', values: 'string' }, { default: {} }),
        ),
      ),
    ).toEqual([]);
  });

  it('gives each finding a rule, a severity, a path, a message and a suggestion', () => {
    expect(lint(one(['null', 'string']))).toEqual([
      {
        rule: 'optional-without-default',
        severity: 'warning',
        path: 'some',
        message:
          "'some' may be null but has no default: readers fail on data that lacks it, and it cannot be removed later.",
        suggestion: '{"name":"some","type":["null","string"],"default":null}',
      },
    ]);
  });

  it('lets each rule be switched, and passes over ids that it does not know', () => {
    const schema = one(['null', 'string']);
    const rule = 'optional-without-default';
    expect(lint(schema, { rules: { [rule]: 'off', 'no-such-rule': 'error' } })).toEqual([]);
    expect(lint(schema, { rules: { [rule]: 'error' } })).toMatchObject([{ severity: 'error' }]);
    expect(lint(schema, { rules: { 'default-missing': 'info', [rule]: 'off' } })).toMatchObject([
      { rule: 'default-missing', severity: 'info' },
    ]);
  });

  it('does not look at what a reference defines', () => {
    const references = [
      { name: 'bad', text: '{"type":"record","name":"bad","fields":[{"name":"a","type":"int"}]}' },
    ];
    const text = JSON.stringify(one('.bad'));
    const plain = text.replace('".bad"', '"bad"').replace('"namespace":"com.shop",', '');
    const findings = lintSchema(parseAvro(plain, { references }));
    expect(findings.map(({ rule, path }) => [rule, path])).toEqual([['namespace-missing', '']]);
  });

  it('never throws, and has something to suggest for whatever it finds', () => {
    fc.assert(
      fc.property(arbitraryAvro, (text) => {
        for (const { rule, message, suggestion } of lintSchema(parseAvro(text), {
          rules: everything,
        })) {
          expect(lintRules.map(({ id }) => id)).toContain(rule);
          expect(message).toMatch(/\.$/);
          expect(suggestion).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it.for(Object.entries(adversarialSchemas('double')))(
    'is done with %s within a second',
    ([, text]) => {
      const schema = parseAvro(text);
      const elapsed = cpuClock();
      const findings = lintSchema(schema, { rules: everything });
      expect(elapsed()).toBeLessThan(1000);
      expect(findings.length).toBeGreaterThan(0);
    },
  );
});

describe('lintRules', () => {
  it('is a table to document: each id once, a sentence for each', () => {
    expect(new Set(lintRules.map(({ id }) => id)).size).toBe(lintRules.length);
    for (const { id, summary, appliesTo } of lintRules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(appliesTo).not.toEqual([]);
    }
  });
});
