import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LintFinding, LintOptions } from '../../../src/index.ts';
import { lintRules, lintSchema, parseSchema } from '../../../src/index.ts';
import { cpuTime } from '../../cpu-time.ts';
import { arbitraryJsonSchema } from '../../field-walk/json/arbitrary-json-schema.ts';
import { hostileJsonSchemas } from '../../field-walk/json/hostile-json-schemas.ts';
import { one, ruleCases, schema } from './rule-cases.ts';

const rules = lintRules.filter(({ appliesTo }) => appliesTo.includes('JSON'));
const everything = Object.fromEntries(rules.map(({ id }) => [id, 'warning' as const]));
const lint = (value: unknown, options: LintOptions = {}): LintFinding[] =>
  lintSchema(parseSchema('JSON', JSON.stringify(value), { validation: 'stored' }), options);

describe('lintSchema, for JSON Schema', () => {
  it.for(rules.map(({ id }) => id))('%s complains where it should, and only there', (rule) => {
    const { bad, path, write, good } = ruleCases[rule] ?? {};
    const found = lint(bad, { rules: everything }).filter((finding) => finding.rule === rule);
    expect(found.map((finding) => [finding.path, finding.suggestion])).toEqual([[path, write]]);
    const fine = lint(good, { rules: everything }).filter((finding) => finding.rule === rule);
    expect(fine).toEqual([]);
  });

  it('has no case for a rule that there is not', () => {
    expect(Object.keys(ruleCases).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it('has nothing to say about a schema that is well made', () => {
    const text = (more: object) => ({ type: 'string', description: 'What it is for.', ...more });
    expect(
      lint(
        schema(
          {
            orderId: text({ format: 'uuid' }),
            placedAt: text({ format: 'date-time' }),
            total: text({ pattern: '^[0-9]+\\.[0-9]{2}$' }),
            status: { description: 'How far it is.', enum: ['UNKNOWN', 'NEW'], default: 'UNKNOWN' },
            note: { description: 'Of the customer.', type: ['string', 'null'], default: null },
            lines: { description: 'What.', type: 'array', items: { $ref: '#/$defs/Line' } },
            labels: {
              description: 'Any.',
              type: 'object',
              additionalProperties: { type: 'string' },
            },
          },
          {
            required: ['orderId', 'placedAt'],
            $defs: {
              Line: {
                type: 'object',
                properties: { article: text({ minLength: 1 }) },
                required: ['article'],
                additionalProperties: false,
              },
            },
          },
        ),
      ),
    ).toEqual([]);
  });

  it('gives each finding a rule, a severity, a path, a message and a suggestion', () => {
    expect(lint(one({ type: 'string', maxLength: 2, default: 'abc' }))).toEqual([
      {
        rule: 'default-unfit',
        severity: 'warning',
        path: 'some',
        message: expect.stringContaining('The default "abc" does not fit its own schema. '),
        suggestion: 'Write a default that fits, or remove it.',
      },
    ]);
  });

  it('lets each rule be switched', () => {
    const bad = one({ minLength: 2 });
    expect(lint(bad, { rules: { 'type-missing': 'off' } })).toEqual([]);
    expect(lint(bad, { rules: { 'type-missing': 'error' } })).toMatchObject([
      { severity: 'error' },
    ]);
  });

  it.for([
    ['(a+)+', true],
    ['(a*)*b', true],
    ['^(([a-z]+)[0-9]*)+$', true],
    ['(x|y+)+', true],
    ['(a+){2,}', true],
    ['(a+)?', false],
    ['(a+b)+', false],
    ['(a{2})+', false],
    ['a+b+', false],
    ['([a-z]+\\.)+[a-z]+', false],
    ['(', false],
  ] as const)('tells slow patterns from others: %s', ([pattern, isSlow]) => {
    const found = lint(one({ type: 'string', pattern })).map(({ rule }) => rule);
    expect(found.includes('pattern-slow')).toBe(isSlow);
  });

  it('does not look at what a reference holds', () => {
    const references = [{ name: 'bad.json', text: '{"properties":{"a b":{"minlength":1}}}' }];
    const text = JSON.stringify(one({ $ref: 'bad.json' }, { $id: undefined }));
    const findings = lintSchema(parseSchema('JSON', text, { references }));
    expect(findings).toEqual([]);
  });

  it('never throws, and has something to suggest for whatever it finds', () => {
    fc.assert(
      fc.property(arbitraryJsonSchema, (text) => {
        const any = parseSchema('JSON', text, { validation: 'stored' });
        for (const { rule, message, suggestion } of lintSchema(any, { rules: everything })) {
          expect(Object.keys(everything)).toContain(rule);
          expect(message).toMatch(/\.$/);
          expect(suggestion).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it.for(Object.entries(hostileJsonSchemas('number')))('is soon done with %s', ([, text]) => {
    const hostile = parseSchema('JSON', text, { validation: 'stored' });
    let findings: LintFinding[] = [];
    const time = cpuTime(() => {
      findings = lintSchema(hostile, { rules: everything });
    });
    expect(time).toBeLessThan(3000);
    expect(findings.length).toBeGreaterThan(0);
  });
});
