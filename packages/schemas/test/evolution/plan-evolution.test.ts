import { describe, expect, it } from 'vitest';
import type { CompatibilityLevel, EvolutionPlan, SchemaType } from '../../src/index.ts';
import { checkCompatibility, parseSchema, planEvolution } from '../../src/index.ts';
import { adversarialProtobuf } from '../adversarial-protobuf.ts';
import { adversarialSchemas } from '../adversarial-schemas.ts';
import { cpuTime } from '../cpu-time.ts';
import { avroPlans } from './avro-plans.ts';
import { expectProven } from './expect-proven.ts';

const textOf = (schema: unknown): string =>
  typeof schema === 'string' && schema.includes('{') ? schema : JSON.stringify(schema);

/** A plan whose steps were registered one after another; the versions are 1, 2, … */
function planned(
  type: SchemaType,
  level: CompatibilityLevel,
  past: readonly unknown[],
  wanted: unknown,
): EvolutionPlan {
  const versions = past.map((schema, index) => ({
    version: index + 1,
    schema: parseSchema(type, textOf(schema)),
  }));
  const asked = { versions, target: parseSchema(type, textOf(wanted)), level };
  const plan = planEvolution(asked);
  expectProven(plan, asked);
  return plan;
}

const avro = (level: CompatibilityLevel, past: readonly unknown[], wanted: unknown) =>
  planned('AVRO', level, past, wanted);
const schemasOf = ({ steps }: Pick<EvolutionPlan, 'steps'>) => steps.map(({ schema }) => schema);

const int = '{"type":"record","name":"R","fields":[{"name":"a","type":"int"}]}';
const text = '{"type":"record","name":"R","fields":[{"name":"a","type":"string"}]}';

describe('planEvolution for Avro', () => {
  it.for(avroPlans)('leads to %s under %s', ([, level, versions, target, reaches, expected]) => {
    const plan = avro(level, versions, target);
    const own = parseSchema('AVRO', JSON.stringify(target)).text;
    const steps = expected.map((schema) =>
      schema === '=' ? own : parseSchema('AVRO', JSON.stringify(schema)).text,
    );
    expect([plan.reaches, schemasOf(plan)]).toEqual([reaches, steps]);
    expect(plan.steps.every(({ why }) => why.length > 0)).toBe(true);
  });

  it('says of each step what it does, who goes first and what to wait for', () => {
    const { steps, stillMissing } = avro('BACKWARD', [int], text);
    expect(
      steps.map(({ version, why, upgrade, rollout }) => [version, why, upgrade, rollout]),
    ).toEqual([
      [
        2,
        [
          "Leaves out 'a' of R: its type changes from int to string, and those do not read each other.",
        ],
        'consumers_first',
        [
          'Register it as version 2.',
          'Then upgrade all consumers, and the producers after them: version 1 cannot read what they write then.',
        ],
      ],
      [
        3,
        ['Brings \'a\' of R back with its new type, and with the default "".'],
        'any_order',
        [
          'Before that, every consumer reads with version 2: version 1 cannot read what is written with this one.',
          'Before that, every producer writes with version 2, and what version 1 wrote has been read or has expired: this schema cannot read it.',
          'Register it as version 3.',
          'Then upgrade consumers and producers in any order.',
        ],
      ],
      [
        4,
        ['The target itself: what only helped on the way goes again.'],
        'any_order',
        [
          'Before that, every consumer reads with version 3: version 1 cannot read what is written with this one.',
          'Before that, every producer writes with version 3, and what versions 1 and 2 wrote has been read or has expired: this schema cannot read it.',
          'Register it as version 4.',
          'Then upgrade consumers and producers in any order.',
        ],
      ],
    ]);
    expect(steps.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual([
      ['field_removed'],
      ['field_added'],
      ['default_removed'],
    ]);
    expect(stillMissing).toEqual({ changes: [], dangers: [] });
  });

  it('offers steps that keep older data readable where the shortest way gives it up', () => {
    const { keepingData } = avro('FULL', [int], text);
    expect(schemasOf(keepingData ?? { steps: [] })).toEqual([
      '{"type":"record","name":"R","fields":[{"name":"a","type":"int"},{"name":"a_v2","type":"string","default":""}]}',
      '{"type":"record","name":"R","fields":[{"name":"a","type":"int","default":0},{"name":"a_v2","type":"string","default":""}]}',
      '{"type":"record","name":"R","fields":[{"name":"a_v2","type":"string","default":""}]}',
    ]);
    expect(keepingData?.stillMissing.changes.map(({ kind, path }) => [kind, path])).toEqual([
      ['field_removed', 'a_v2'],
      ['field_added', 'a'],
    ]);
    expect(
      avro('BACKWARD', [text], int.replace('"int"', '["string","int"]')).keepingData,
    ).toBeUndefined();
  });

  it('proves that a transitive level leaves no way, with the versions and the reasons', () => {
    const other = '{"type":"record","name":"R","fields":[{"name":"b","type":"int"}]}';
    const { unreachable, obstacles } = avro(
      'BACKWARD_TRANSITIVE',
      [int, other, int.replace('"a"', '"c"')],
      text,
    );
    expect(unreachable).toEqual({
      proven: true,
      message:
        'BACKWARD_TRANSITIVE compares every schema with versions 1 to 3 too, whatever comes between, and the target does not fit them.',
    });
    expect(
      obstacles.map(({ version, differences }) => [version, differences.map(({ type }) => type)]),
    ).toEqual([
      [3, ['READER_FIELD_MISSING_DEFAULT_VALUE']],
      [2, ['READER_FIELD_MISSING_DEFAULT_VALUE']],
      [1, ['TYPE_MISMATCH']],
    ]);
  });

  it('names what else would do, the level that takes the target first', () => {
    const grown =
      '{"type":"record","name":"R","fields":[{"name":"a","type":"int"},{"name":"b","type":"int"}]}';
    expect(avro('BACKWARD', [int], grown).otherWays.map(({ kind }) => kind)).toEqual([
      'other_level',
      'new_subject',
      'compatibility_group',
      'level_none_once',
    ]);
    expect(avro('BACKWARD', [int], grown).otherWays[0]?.message).toContain(
      'The level FORWARD_TRANSITIVE takes it',
    );
    expect(avro('BACKWARD', [int], text).otherWays.map(({ kind }) => kind)).not.toContain(
      'other_level',
    );
  });

  it('passes at once what fits, what comes first, and anything under NONE', () => {
    const direct = ({ direct, reaches, steps }: EvolutionPlan) => [direct, reaches, steps.length];
    expect(direct(avro('BACKWARD', [text], '{"type":"record","name":"R","fields":[]}'))).toEqual([
      true,
      true,
      1,
    ]);
    expect(direct(avro('FULL_TRANSITIVE', [], text))).toEqual([true, true, 1]);
    expect(direct(avro('NONE', [int], text))).toEqual([true, true, 1]);
    expect(avro('FULL_TRANSITIVE', [], text).steps[0]?.rollout).toEqual([
      'Register it as version 1.',
    ]);
  });

  it('makes no steps to a version that is there, nor through one', () => {
    expect(avro('BACKWARD', [int, text], int)).toMatchObject({
      already: 1,
      reaches: true,
      steps: [],
    });
    const empty = '{"type":"record","name":"R","fields":[]}';
    // The way leads through the empty record, which is version 1 and so cannot become version 3.
    expect(avro('BACKWARD', [empty, int], text).reaches).toBe(false);
  });

  it('keeps what a schema says beside its types, numbers to the last digit', () => {
    const rich =
      '{"type":"record","name":"R","namespace":"x","doc":"Wörds","fields":[{"name":"id","type":{"type":"long","logicalType":"timestamp-millis","x":1.5},"doc":"d","default":9223372036854775807,"order":"ignore","aliases":["key"],"p":{"b":1,"a":[1.0E300]}},{"name":"a","type":"int"}],"team":"payments","aliases":["Old"]}';
    const wanted = rich.replace(
      '"name":"a","type":"int"',
      '"name":"a","type":"string","doc":"new"',
    );
    const [first, second] = schemasOf(avro('BACKWARD', [rich], wanted));
    expect(first).toBe(rich.replace(',{"name":"a","type":"int"}', ''));
    expect(second).toBe(
      rich.replace(
        '"name":"a","type":"int"',
        '"name":"a","type":"string","doc":"new","default":""',
      ),
    );
  });

  it('writes a definition where it is used first when the field that had it is left out', () => {
    const address = '{"type":"record","name":"Address","fields":[{"name":"city","type":"string"}]}';
    const before = `{"type":"record","name":"R","fields":[{"name":"home","type":"int"},{"name":"work","type":${address}}]}`;
    const after = `{"type":"record","name":"R","fields":[{"name":"home","type":${address}},{"name":"work","type":"Address"}]}`;
    expect(schemasOf(avro('BACKWARD', [before], after))).toEqual([
      `{"type":"record","name":"R","fields":[{"name":"work","type":${address}}]}`,
      `{"type":"record","name":"R","fields":[{"name":"home","type":${address},"default":{"city":""}},{"name":"work","type":"Address"}]}`,
      after,
    ]);
  });

  it('treats types of references as given, and names the references of each step', () => {
    const enumOf = (symbols: string) => ({
      references: [{ name: 'Kind', text: `{"type":"enum","name":"Kind","symbols":${symbols}}` }],
    });
    const schema = '{"type":"record","name":"R","fields":[{"name":"kind","type":"Kind"}]}';
    const versions = [{ version: 4, schema: parseSchema('AVRO', schema, enumOf('["A","B"]')) }];
    const target = parseSchema('AVRO', schema, enumOf('["A"]'));
    const plan = planEvolution({ versions, target, level: 'BACKWARD' });
    expect(
      plan.steps.map(({ version, references, schema: step }) => [version, references, step]),
    ).toEqual([
      [5, ['Kind'], '{"type":"record","name":"R","fields":[]}'],
      [6, ['Kind'], schema.replace('"type":"Kind"', '"type":"Kind","default":"A"')],
      [7, ['Kind'], schema],
    ]);
  });

  it('knows nothing where a version that counts could not be read', () => {
    const versions = [{ version: 2, schema: parseSchema('AVRO', int) }];
    const target = parseSchema('AVRO', '{"type":"record","name":"R","fields":[]}');
    const unreadable = [{ version: 1, reason: 'The registry timed out.' }];
    const plan = (level: CompatibilityLevel, more: object) =>
      planEvolution({ versions, target, level, ...more });
    expect(plan('BACKWARD', { unreadable }).reaches).toBe(true);
    expect(plan('BACKWARD_TRANSITIVE', { unreadable })).toMatchObject({
      reaches: false,
      steps: [],
      unreachable: {
        proven: false,
        message:
          'BACKWARD_TRANSITIVE compares with version 1, which could not be read, so nothing can be proven: The registry timed out.',
      },
    });
    expect(plan('BACKWARD', { unreadable: [{ version: 3, reason: 'No.' }] }).steps).toEqual([]);
    expect(plan('BACKWARD', { incomplete: 'The list failed.' }).unreachable?.message).toContain(
      'The list failed.',
    );
    expect(plan('NONE', { incomplete: 'The list failed.' }).reaches).toBe(true);
  });

  it('says that no schema fits two types', () => {
    const versions = [{ version: 1, schema: parseSchema('JSON', '{}') }];
    const target = parseSchema('AVRO', int);
    expect(planEvolution({ versions, target, level: 'FULL' })).toMatchObject({
      reaches: false,
      steps: [],
      unreachable: { proven: true },
      obstacles: [{ differences: [{ type: 'SCHEMA_TYPE' }] }],
    });
  });
});

describe('planEvolution for JSON Schema', () => {
  const json = (
    level: CompatibilityLevel,
    before: unknown,
    after: unknown,
    policy: 'STRICT' | 'LENIENT' = 'STRICT',
  ) => {
    const versions = [{ version: 1, schema: parseSchema('JSON', JSON.stringify(before)) }];
    const asked = { versions, target: parseSchema('JSON', JSON.stringify(after)), level, policy };
    const plan = planEvolution(asked);
    expectProven(plan, asked);
    return plan;
  };
  const closed = (properties: object, required: string[] = []) => ({
    type: 'object',
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  });
  const parsed = (plan: EvolutionPlan) => schemasOf(plan).map((step): unknown => JSON.parse(step));
  const a = { type: 'integer' };
  const b = { type: 'string', description: 'B', minLength: 1 };

  it('gives a property that must be there a default for one version', () => {
    const target = closed({ a, b }, ['b']);
    const plan = json('BACKWARD', closed({ a }), target);
    expect(parsed(plan)).toEqual([closed({ a, b: { ...b, default: '' } }, ['b']), target]);
    expect(plan.steps[0]?.why[0]).toContain('validators do not fill defaults in');
  });

  it('leaves a property optional where that is all that is taken', () => {
    expect(parsed(json('BACKWARD_TRANSITIVE', closed({ a }), closed({ a, b }, ['b'])))).toEqual([
      closed({ a, b }),
    ]);
  });

  it('lets a property of an open schema be anything, and names the policy that takes more', () => {
    const open = (properties: object) => ({ type: 'object', properties });
    const plan = json('BACKWARD', open({ a }), open({ a, b }));
    expect([plan.reaches, parsed(plan)]).toEqual([false, [open({ a, b: { description: 'B' } })]]);
    expect(plan.otherWays.map(({ kind }) => kind)).toContain('lenient_policy');
    expect(plan.stillMissing.changes.length).toBeGreaterThan(0);
  });

  it('leaves a property out for one version where the policy is lenient', () => {
    const open = (properties: object) => ({ type: 'object', properties });
    const plan = json('BACKWARD', open({ a, c: a }), open({ a: b, c: a }), 'LENIENT');
    expect([plan.reaches, parsed(plan)]).toEqual([true, [open({ c: a }), open({ a: b, c: a })]]);
  });

  it('takes old and new where a type or a list of values changes, through references too', () => {
    const before = closed({ a: { type: 'integer' }, s: { $ref: '#/definitions/S' } });
    const after = closed({ a: { type: 'string' }, s: { $ref: '#/definitions/S' } });
    const plan = json(
      'BACKWARD',
      { ...before, definitions: { S: { enum: ['x', 'y'] } } },
      { ...after, definitions: { S: { enum: ['x', 'z'] } } },
    );
    expect(parsed(plan)).toEqual([
      {
        ...closed({ a: { type: ['integer', 'string'] }, s: { $ref: '#/definitions/S' } }),
        definitions: { S: { enum: ['x', 'z', 'y'] } },
      },
    ]);
  });

  it('keeps the order of keys and the spelling of numbers', () => {
    const text = (more: string) =>
      `{"b":1.50,"type":"object","a":[1e2],"properties":{"2":{"maximum":1e30},"1":{}${more}},"additionalProperties":false}`;
    const plan = planned(
      'JSON',
      'BACKWARD',
      [text('')],
      text(',"n":{"type":"null"}').replace('"2"', '"2x"'),
    );
    const [step] = schemasOf(plan);
    expect(step).toMatch(
      /^\{"b":1\.50,"type":"object","a":\[1E\+2\],"properties":\{"2x":\{"maximum":1E\+30\},"1"/,
    );
  });
});

describe('planEvolution for Protobuf', () => {
  const proto = (level: CompatibilityLevel, before: string, after: string) =>
    planned('PROTOBUF', level, [`syntax = "proto3"; ${before}`], `syntax = "proto3"; ${after}`);
  const flat = (plan: EvolutionPlan) =>
    schemasOf(plan).map((step) => step.replace(/\s+/g, ' ').trim());

  it('gives a field of another type a number of its own and reserves the old one', () => {
    const plan = proto(
      'FULL_TRANSITIVE',
      'message M { int32 a = 1; int32 b = 2; reserved 9; }',
      'message M { string a = 1; int32 b = 2; }',
    );
    expect(flat(plan)).toEqual([
      'syntax = "proto3"; message M { reserved 1; string a = 10; int32 b = 2; }',
    ]);
    expect(plan.steps[0]?.why[0]).toContain('would be read as something else');
  });

  it('never uses a number for two types on the way, although the checker would take it', () => {
    const before = 'message M { int32 a = 1; int32 b = 2; }';
    const after = 'message M { string a = 1; int32 b = 2; }';
    const plan = proto('BACKWARD', before, after);
    expect([plan.reaches, plan.unreachable?.proven]).toEqual([false, false]);
    expect(plan.unreachable?.message).toContain('older data would then be read as something else');
    const [was, between, is] = [before, 'message M { int32 b = 2; }', after].map((each) =>
      parseSchema('PROTOBUF', `syntax = "proto3"; ${each}`),
    );
    if (was === undefined || between === undefined || is === undefined) throw new Error('unread');
    expect(checkCompatibility(between, [{ version: 1, schema: was }], 'FULL').compatible).toBe(
      true,
    );
    expect(checkCompatibility(is, [{ version: 2, schema: between }], 'FULL').compatible).toBe(true);
  });

  it('takes a oneof apart for one version to let a field of it go', () => {
    const plan = proto(
      'BACKWARD',
      'message M { oneof o { int32 a = 1; int32 b = 2; } }',
      'message M { oneof o { int32 a = 1; } }',
    );
    expect(flat(plan)).toEqual([
      'syntax = "proto3"; message M { int32 a = 1; }',
      'syntax = "proto3"; message M { oneof o { int32 a = 1; } }',
    ]);
  });

  it('keeps a message, and says that new ones go into a file of their own', () => {
    const plan = proto(
      'FULL',
      'message M { A a = 1; } message A {}',
      'message M { B b = 2; string c = 3; } message B {}',
    );
    expect(flat(plan)).toEqual(['syntax = "proto3"; message M { string c = 3; } message A {}']);
    expect(plan.otherWays.map(({ kind }) => kind)).toContain('own_file');
    const references = [{ name: 'b.proto', text: 'syntax = "proto3"; message B {}' }];
    const split = parseSchema(
      'PROTOBUF',
      'syntax = "proto3"; import "b.proto"; message M { B b = 2; string c = 3; } message A {}',
      { references },
    );
    const first = parseSchema('PROTOBUF', 'syntax = "proto3"; message M { A a = 1; } message A {}');
    expect(checkCompatibility(split, [{ version: 1, schema: first }], 'FULL').messages).toEqual([]);
  });

  it('makes what is required optional for one version', () => {
    const plan = planned(
      'PROTOBUF',
      'FULL',
      ['syntax = "proto2"; message M { required string a = 1; optional int32 b = 2; }'],
      'syntax = "proto2"; message M { optional int32 b = 2; }',
    );
    expect(flat(plan)).toEqual([
      'syntax = "proto2"; message M { optional string a = 1; optional int32 b = 2; }',
      'syntax = "proto2"; message M { optional int32 b = 2; }',
    ]);
  });
});

describe('planEvolution of what is too much', () => {
  const [ints, strings] = [adversarialSchemas('int'), adversarialSchemas('string')];
  it.for(['many fields', 'a ring', 'all against all', 'diamonds of depth 30'])(
    'ends soon for %s',
    (name) => {
      const versions = [{ version: 1, schema: parseSchema('AVRO', ints[name] ?? '') }];
      const target = parseSchema('AVRO', strings[name] ?? '');
      const time = cpuTime(() => planEvolution({ versions, target, level: 'FULL' }));
      expect(time).toBeLessThan(20_000);
    },
  );

  const [numbers, texts] = [adversarialProtobuf('int32'), adversarialProtobuf('string')];
  it.for(['many messages', 'a huge oneof', 'deep messages'])(
    'ends soon for Protobuf with %s',
    (name) => {
      const versions = [{ version: 1, schema: parseSchema('PROTOBUF', numbers[name] ?? '') }];
      const target = parseSchema('PROTOBUF', texts[name] ?? '');
      const time = cpuTime(() => planEvolution({ versions, target, level: 'FULL_TRANSITIVE' }));
      expect(time).toBeLessThan(20_000);
    },
  );

  it('goes through a long past', () => {
    const fields = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        name: `f${index}`,
        type: 'int',
        default: 0,
        doc: 'x'.repeat(100),
      }));
    const text = (count: number, ...more: object[]) =>
      JSON.stringify({ type: 'record', name: 'R', fields: [...fields(count), ...more] });
    const past = Array.from({ length: 250 }, (_, index) =>
      text(40 + (index % 200), { name: `only${index}`, type: 'int', default: index }),
    );
    const plan = avro('FULL_TRANSITIVE', past, text(40, { name: 'new', type: 'string' }));
    expect(plan.steps.map(({ proof }) => proof.versions.length)).toEqual([250]);
    expect(plan.stillMissing.changes.map(({ kind, path }) => [kind, path])).toEqual([
      ['default_removed', 'new'],
    ]);
  });

  it('reads names like those of JavaScript as any other', () => {
    const named = (type: string) =>
      `{"type":"record","name":"constructor","fields":[{"name":"__proto__","type":"${type}"},{"name":"toString","type":"int"}]}`;
    expect(schemasOf(avro('BACKWARD', [named('int')], named('string')))[0]).toBe(
      '{"type":"record","name":"constructor","fields":[{"name":"toString","type":"int"}]}',
    );
    const json = (type: string) =>
      `{"type":"object","properties":{"__proto__":{"type":"${type}"}},"additionalProperties":false}`;
    expect(schemasOf(planned('JSON', 'BACKWARD', [json('integer')], json('string')))).toEqual([
      '{"type":"object","properties":{"__proto__":{"type":["integer","string"]}},"additionalProperties":false}',
    ]);
  });
});
