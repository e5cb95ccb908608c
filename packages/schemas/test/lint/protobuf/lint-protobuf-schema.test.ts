import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LintFinding, LintOptions } from '../../../src/index.ts';
import { lintRules, lintSchema, parseSchema } from '../../../src/index.ts';
import { adversarialProtobuf } from '../../adversarial-protobuf.ts';
import { cpuTime } from '../../cpu-time.ts';
import { arbitraryProtobuf } from '../../structural-difference/protobuf/arbitrary-protobuf.ts';
import { file, ruleCases } from './rule-cases.ts';

const rules = lintRules.filter(({ appliesTo }) => appliesTo.includes('PROTOBUF'));
const everything = Object.fromEntries(rules.map(({ id }) => [id, 'warning' as const]));
const lint = (text: string, options: LintOptions = {}): LintFinding[] =>
  lintSchema(parseSchema('PROTOBUF', text, { validation: 'stored' }), options);

describe('lintSchema, for Protobuf', () => {
  it.for(rules.map(({ id }) => id))('%s complains where it should, and only there', (rule) => {
    const { bad = '', path, write, good = '' } = ruleCases[rule] ?? {};
    const found = lint(bad, { rules: everything }).filter((finding) => finding.rule === rule);
    expect(found.map((finding) => [finding.path, finding.suggestion])).toEqual([[path, write]]);
    const fine = lint(good, { rules: everything }).filter((finding) => finding.rule === rule);
    expect(fine).toEqual([]);
  });

  it('has no case for a rule that there is not', () => {
    expect(Object.keys(ruleCases).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it('has nothing to say about a schema that is well made', () => {
    expect(
      lint(
        file(`import "google/protobuf/timestamp.proto"; import "google/type/money.proto";
          // An order of a customer.
          message Order {
            // Unique among all orders.
            string order_id = 1;
            // When the customer sent it.
            google.protobuf.Timestamp placed_at = 2;
            // What it costs in all.
            google.type.Money total = 3;
            // How far it is.
            Status status = 4;
            // What was ordered, at least one.
            repeated Line lines = 5;
            reserved 6;
            reserved "note";

            // How far an order is.
            enum Status { STATUS_UNSPECIFIED = 0; STATUS_PAID = 1; }
          }
          // One position of an order.
          message Line {
            // What it is called in the catalogue.
            optional string article = 1;
          }`),
      ),
    ).toEqual([]);
  });

  it('gives each finding a rule, a severity, a path, a message and a suggestion', () => {
    expect(
      lint(file('message Order { required int32 a = 1; }', 'syntax = "proto2"; package s;')),
    ).toEqual([
      {
        rule: 'required-field',
        severity: 'warning',
        path: 'a',
        message:
          "'a' is required: it can never be removed or made optional, as readers refuse whole messages without it.",
        suggestion: 'optional int32 a = 1; in a new schema, checked by the code.',
      },
    ]);
  });

  it('asks for comments only where there are some, as a registry stores none', () => {
    const text = file('// An order.\nmessage Order { string id = 1; } message Line {}');
    expect(lint(text).map(({ rule, path }) => [rule, path])).toEqual([
      ['type-comment-missing', '(Line)'],
    ]);
    const stored = parseSchema('PROTOBUF', text).text;
    expect(lint(stored)).toEqual([]);
  });

  it('does not look at what an import defines', () => {
    const references = [
      { name: 'bad.proto', text: 'message bad_name { required double price = 1; }' },
    ];
    const text = file('import "bad.proto"; message Order { bad_name bad = 1; }');
    expect(lintSchema(parseSchema('PROTOBUF', text, { references }))).toEqual([]);
  });

  it('takes an import for used where an option or a public import of it is', () => {
    const references = [
      { name: 'deep.proto', text: 'syntax = "proto3"; package d; message Deep {}' },
      { name: 'all.proto', text: 'syntax = "proto3"; import public "deep.proto";' },
      {
        name: 'option.proto',
        text: 'syntax = "proto2"; package o; import "google/protobuf/descriptor.proto"; extend google.protobuf.FieldOptions { optional string unit = 5000; }',
      },
    ];
    const text = file(`import "all.proto"; import "option.proto";
      message Order { d.Deep deep = 1; int32 size = 2 [(o.unit) = "m"]; }`);
    expect(lintSchema(parseSchema('PROTOBUF', text, { references }))).toEqual([]);
  });

  it('never throws, and has something to suggest for whatever it finds', () => {
    fc.assert(
      fc.property(arbitraryProtobuf, (text) => {
        for (const { rule, message, suggestion } of lint(text, { rules: everything })) {
          expect(rules.map(({ id }) => id)).toContain(rule);
          expect(message).toMatch(/^[A-Z'0-9].*\.$/);
          expect(message + suggestion).not.toContain('undefined');
          expect(suggestion).not.toBe('');
        }
      }),
      { numRuns: 200 },
    );
  }, 30_000);

  it.for(Object.entries(adversarialProtobuf('double')))('is done with %s soon', ([, text]) => {
    const schema = parseSchema('PROTOBUF', text, { validation: 'stored' });
    expect(cpuTime(() => lintSchema(schema, { rules: everything }))).toBeLessThan(2000);
  });
});

describe('lintRules, for Protobuf', () => {
  it('is a table to document: a sentence for each', () => {
    expect(rules.length).toBeGreaterThanOrEqual(25);
    for (const { id, summary } of rules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(summary).toMatch(/^[A-Z].*\.$/s);
    }
  });
});
