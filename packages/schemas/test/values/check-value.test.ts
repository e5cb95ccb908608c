import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAvro } from '../../src/index.ts';
import type { CheckValueOptions, ValueProblem } from '../../src/values/index.ts';
import { checkValue, decodeValue, encodeValue } from '../../src/values/index.ts';
import { arbitraryMessageSchema } from './arbitrary-message-schema.ts';

const order = parseAvro(
  JSON.stringify({
    type: 'record',
    name: 'Order',
    namespace: 'shop',
    fields: [
      { name: 'id', type: 'long' },
      { name: 'email', type: ['null', 'string'], default: null },
      { name: 'status', type: { type: 'enum', name: 'Status', symbols: ['NEW', 'PAID'] } },
      {
        name: 'lines',
        type: {
          type: 'array',
          items: {
            type: 'record',
            name: 'Line',
            fields: [
              { name: 'sku', type: 'string' },
              { name: 'price', type: 'double' },
            ],
          },
        },
      },
      { name: 'tags', type: { type: 'map', values: 'int' }, default: {} },
      { name: 'parent', type: ['null', 'Order'], default: null },
    ],
  }),
);
const good = { id: 1, status: 'NEW', lines: [{ sku: 'a', price: 1 }] };

function problems(
  schema: string | typeof order,
  value: unknown,
  options?: CheckValueOptions,
): ValueProblem[] {
  const check = checkValue(typeof schema === 'string' ? parseAvro(schema) : schema, value, options);
  return check.valid ? [] : check.problems;
}

describe('checkValue of a JSON message', () => {
  it('takes plain JSON, where fields with a default may be missing', () => {
    expect(checkValue(order, good)).toEqual({ valid: true });
    expect(checkValue(order, { ...good, email: 'a@b', parent: good })).toEqual({ valid: true });
  });

  it('takes Avro JSON, where every field is written and every branch named', () => {
    const labelled = { ...good, email: { string: 'a@b' }, tags: {}, parent: null };
    expect(checkValue(order, labelled)).toEqual({ valid: true });
    const nested = { ...labelled, parent: { 'shop.Order': labelled } };
    expect(checkValue(order, nested, { encoding: 'avro-json' })).toEqual({ valid: true });
    expect(problems(order, good, { encoding: 'avro-json' })).toMatchObject([
      { path: '/email' },
      { path: '/tags' },
      { path: '/parent' },
    ]);
  });

  it('names every problem with its place, what is expected and what is there', () => {
    const wrong = {
      id: '17',
      email: 5,
      status: 'paid',
      lines: [{ sku: 'a', price: 1 }, { sku: null, price: '1.5' }, 'x'],
      tags: { 'a/b': 1.5, big: 2 ** 31 },
      totl: 1,
      parent: { id: 1, lines: {} },
    };
    expect(problems(order, wrong)).toEqual([
      {
        path: '/id',
        message: 'Expected long, found the text "17". Write it without quotes.',
        expected: 'long',
        found: 'the text "17"',
      },
      {
        path: '/email',
        message: 'Expected null or string, found the number 5.',
        expected: 'null or string',
        found: 'the number 5',
      },
      {
        path: '/status',
        message:
          'Expected one of NEW, PAID (enum shop.Status), found the text "paid". Write "PAID".',
        expected: 'one of NEW, PAID (enum shop.Status)',
        found: 'the text "paid"',
      },
      {
        path: '/lines/1/sku',
        message: 'Expected string, found null.',
        expected: 'string',
        found: 'null',
      },
      {
        path: '/lines/1/price',
        message: 'Expected double, found the text "1.5". Write it without quotes.',
        expected: 'double',
        found: 'the text "1.5"',
      },
      {
        path: '/lines/2',
        message: 'Expected record shop.Line, found the text "x". Write it as an object.',
        expected: 'record shop.Line',
        found: 'the text "x"',
      },
      {
        path: '/tags/a~1b',
        message: 'Expected int, found the number 1.5. A value of type int is a whole number.',
        expected: 'int',
        found: 'the number 1.5',
      },
      {
        path: '/tags/big',
        message:
          'Expected int, found the number 2147483648. An int goes from -2147483648 to 2147483647.',
        expected: 'int',
        found: 'the number 2147483648',
      },
      {
        path: '/parent/status',
        message:
          'The record shop.Order needs its field status (one of NEW, PAID (enum shop.Status)): it has no default.',
        expected: 'one of NEW, PAID (enum shop.Status)',
        found: 'nothing',
      },
      {
        path: '/parent/lines',
        message: 'Expected array, found an empty object. Write it as a list.',
        expected: 'array',
        found: 'an empty object',
      },
      {
        path: '/totl',
        message:
          'The record shop.Order has no field of this name. It has id, email, status, lines, tags, parent.',
        expected: 'id, email, status, lines, tags, parent',
        found: 'the number 1',
      },
    ]);
  });

  it('suggests the field that was probably meant', () => {
    const [problem] = problems(order, { ...good, e_mail: 'a@b' });
    expect(problem?.message).toBe('The record shop.Order has no field of this name. Write email.');
  });

  it('tells as many problems as are asked for', () => {
    const list = parseAvro('{"type":"array","items":"int"}');
    expect(problems(list, Array(100).fill('x'))).toHaveLength(20);
    expect(problems(list, Array(100).fill('x'), { maxProblems: 3 })).toHaveLength(3);
  });

  it('tells what is wrong in the reading that was meant', () => {
    const labelled = {
      id: 1,
      email: { string: 'a@b' },
      status: 'NEW',
      lines: [],
      tags: { a: 'x' },
    };
    expect(problems(order, { ...labelled, parent: null }).map(({ path }) => path)).toEqual([
      '/tags/a',
    ]);
    const plain = { ...good, lines: [{ sku: 1, price: 1 }], parent: { ...good, id: null } };
    expect(problems(order, plain).map(({ path }) => path)).toEqual(['/lines/0/sku', '/parent/id']);
  });

  it('refuses a message with two meanings until it is told the encoding', () => {
    const schema = '["string",{"type":"map","values":"string"}]';
    const value = { string: 'x' };
    expect(problems(schema, value)).toMatchObject([
      { path: '/', found: 'a message with two meanings' },
    ]);
    expect(problems(schema, value, { encoding: 'plain' })).toEqual([]);
    expect(problems(schema, value, { encoding: 'avro-json' })).toEqual([]);
  });

  it.for([
    ['"null"', null],
    ['"boolean"', true],
    ['"int"', -(2 ** 31)],
    ['"long"', 9223372036854775807n],
    ['"long"', 2 ** 60],
    ['"float"', 'NaN'],
    ['"double"', '-Infinity'],
    ['"double"', 10n ** 30n],
    ['"bytes"', 'ÿ\0'],
    ['{"type":"fixed","name":"F","size":2}', 'ab'],
    ['{"type":"map","values":"int"}', { ['__proto__']: 1 }],
    ['["null","double","string"]', 'NaN'],
    ['{"type":"int","logicalType":"date"}', 3],
  ] as const)('takes for %s the value %s', ([schema, value]) => {
    expect(problems(schema, value)).toEqual([]);
  });

  it.for([
    ['"boolean"', 'true', 'Write it without quotes.'],
    ['"int"', 2 ** 31, 'An int goes from'],
    ['"long"', 9223372036854775808n, 'A long goes from'],
    ['"long"', 2 ** 63, 'Beyond 2^53 only a bigint is exact.'],
    ['"float"', 1e300, 'beyond what a float holds'],
    ['"string"', '\ud800', 'half of a surrogate pair'],
    ['"bytes"', 'Ā', 'U+0000 to U+00FF'],
    ['{"type":"fixed","name":"F","size":2}', 'abc', 'It has 3 bytes.'],
    ['{"type":"map","values":"int"}', { '\udc00': 1 }, 'half of a surrogate pair'],
    ['{"type":"map","values":"int"}', [1], 'Write it as an object.'],
    ['[]', null, 'an empty union'],
    ['"int"', undefined, 'found nothing'],
  ] as const)('refuses for %s the value %s', ([schema, value, message]) => {
    const [problem] = problems(schema, value);
    expect(problem?.message).toContain(message);
  });

  it('takes bytes inside a message as they are', () => {
    const schema = '{"type":"array","items":["null","string","bytes"]}';
    expect(problems(schema, [Uint8Array.of(1, 255), 'x', null])).toEqual([]);
  });

  it('says when a default does not fit and so cannot stand in', () => {
    const schema = parseAvro(
      '{"type":"record","name":"R","fields":[{"name":"a","type":"int","default":"x"},{"name":"r","type":["R","null"],"default":{}}]}',
      { validation: 'stored' },
    );
    expect(problems(schema, {}).map(({ message }) => message)).toEqual([
      'The record R needs its field a (int): its default does not fit its type.',
      'The record R needs its field r (record R or null): its default does not fit its type.',
    ]);
  });

  it('never throws, whatever the value', () => {
    fc.assert(
      fc.property(arbitraryMessageSchema, fc.jsonValue(), (text, value) => {
        const schema = parseAvro(text);
        const check = checkValue(schema, value);
        if (check.valid) expect(encodeValue(schema, value)).toBeInstanceOf(Uint8Array);
        else expect(check.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('checkValue of bytes', () => {
  const bytes = encodeValue(order, { ...good, email: 'a@b' });

  it('takes a message with and without the prefix of a registry', () => {
    expect(checkValue(order, bytes)).toEqual({ valid: true });
    expect(checkValue(order, encodeValue(order, good, { schemaId: 77 }))).toEqual({
      valid: true,
      schemaId: 77,
    });
  });

  it('demands or ignores the prefix on request', () => {
    expect(problems(order, bytes, { wirePrefix: 'required' })).toMatchObject([
      { path: '/', offset: 0, message: expect.stringContaining('do not begin with the prefix') },
    ]);
    const prefixed = encodeValue(order, good, { schemaId: 77 });
    expect(checkValue(order, prefixed, { wirePrefix: 'none' }).valid).toBe(false);
  });

  it('names the place where the bytes end, at every length', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      const [problem] = problems(order, bytes.subarray(0, length));
      expect(problem?.message).toMatch(/^The bytes end/);
      expect(problem?.offset).toBeLessThanOrEqual(length);
    }
    expect(problems(order, bytes.subarray(0, 4))).toEqual([
      {
        path: '/email',
        message: 'The bytes end too early: a string at offset 3 takes 3 bytes, 1 byte is left.',
        expected: '3 bytes',
        found: '1 byte',
        offset: 3,
      },
    ]);
  });

  it.for([
    ['"boolean"', [2], '/', 'The boolean at offset 0 is 2, and neither 0 nor 1.'],
    ['"int"', [128, 128, 128, 128, 16], '/', 'does not fit into 32 bits'],
    ['"long"', [255, 255, 255, 255, 255, 255, 255, 255, 255, 2], '/', 'does not fit into 64 bits'],
    ['"string"', [1], '/', 'is negative: -1'],
    ['"string"', [2, 255], '/', 'is not UTF-8'],
    ['"null"', [1], '/', '1 byte more follows'],
    ['["null","int"]', [4], '/', 'is number 2, but there are 2, counted from 0'],
    ['{"type":"enum","name":"E","symbols":["A"]}', [2], '/', 'is number 1, but there are 1'],
    ['{"type":"array","items":"boolean"}', [4, 1, 9, 0], '/1', 'neither 0 nor 1'],
    ['{"type":"map","values":"boolean"}', [2, 2, 107, 3, 0], '/k', 'neither 0 nor 1'],
  ] as const)('locates what is wrong for %s in %j', ([schema, wrong, path, message]) => {
    expect(problems(schema, Uint8Array.from(wrong))).toMatchObject([
      { path, message: expect.stringContaining(message), offset: expect.any(Number) },
    ]);
  });

  it('takes blocks that tell their size', () => {
    const schema = parseAvro('{"type":"array","items":"int"}');
    const blocks = Uint8Array.of(3, 4, 2, 4, 2, 6, 0);
    expect(checkValue(schema, blocks)).toEqual({ valid: true });
    expect(decodeValue(schema, blocks)).toEqual([1, 2, 3]);
  });

  it('never throws, and decodes whatever it accepts', () => {
    fc.assert(
      fc.property(arbitraryMessageSchema, fc.uint8Array({ maxLength: 40 }), (text, any) => {
        const schema = parseAvro(text);
        const check = checkValue(schema, any);
        if (check.valid) expect(decodeValue(schema, any)).not.toBeUndefined();
        else expect(check.problems).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('checkValue of what is made to be too much', () => {
  const list = parseAvro(
    '{"type":"record","name":"L","fields":[{"name":"next","type":["null","L"]}]}',
  );
  const second = { timeout: 5000 };

  it('refuses a message that is too deep, in words', () => {
    let value: unknown = null;
    for (let level = 0; level < 10_000; level += 1) value = { next: value };
    expect(problems(list, value)).toMatchObject([
      { message: 'The message nests deeper than 1000 levels. Flatten it.' },
    ]);
    expect(problems(list, new Uint8Array(1_000_000).fill(2))[0]?.message).toContain(
      'more than 1000 levels',
    );
  });

  it.for([
    ['{"type":"array","items":"null"}', 'more than'],
    ['{"type":"array","items":"int"}', 'The bytes end'],
    ['"bytes"', 'The bytes end too early'],
    ['{"type":"array","items":{"type":"record","name":"E","fields":[]}}', 'more than'],
  ] as const)('believes no length that %s claims', ([schema, message]) => {
    const claim = Uint8Array.of(254, 255, 255, 255, 255, 255, 255, 255, 255, 1, 0);
    const began = performance.now();
    expect(problems(schema, claim)[0]?.message).toContain(message);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('answers about 10 MB', second, () => {
    const numbers = parseAvro('{"type":"array","items":["null","int","string"]}');
    const many = Array.from({ length: 5_000_000 }, (_, index) => index % 10);
    expect(checkValue(numbers, many)).toEqual({ valid: true });
    expect(checkValue(parseAvro('"string"'), 'x'.repeat(10_000_000))).toEqual({ valid: true });
  });

  it('does not try nested unions again and again', second, () => {
    const schema = parseAvro(
      '{"type":"record","name":"A","fields":[{"name":"n","type":["null","A",{"type":"record","name":"B","fields":[{"name":"n","type":["null","A","B"]},{"name":"x","type":"string"}]}]},{"name":"x","type":"int"}]}',
    );
    let value: object | null = null;
    for (let level = 0; level < 300; level += 1) value = { n: value, x: level % 2 ? 'a' : 1 };
    expect(checkValue(schema, value)).toMatchObject({ valid: false });
    expect(checkValue(schema, { n: value, x: 1 })).toEqual({ valid: true });
  });

  it('gives up in words where every message would take all fields of a wide record', second, () => {
    const fields = Array.from({ length: 5000 }, (_, index) => ({
      name: `f${index}`,
      type: ['null', 'int'],
      default: null,
    }));
    const wide = { type: 'array', items: { type: 'record', name: 'W', fields } };
    const empty = Array.from({ length: 100_000 }, () => ({}));
    expect(problems(JSON.stringify(wide), empty)).toMatchObject([
      { message: expect.stringContaining('too large to be checked') },
    ]);
  });
});
