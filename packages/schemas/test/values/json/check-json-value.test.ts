import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSchemaError, parseSchema } from '../../../src/index.ts';
import type { CheckValueOptions, ValueProblem } from '../../../src/values/index.ts';
import { checkValue, encodeValue } from '../../../src/values/index.ts';
import { arbitraryJson, arbitraryJsonSchema } from './arbitrary-json-schema.ts';

function problems(schema: unknown, value: unknown, options?: CheckValueOptions): ValueProblem[] {
  const text = typeof schema === 'string' ? schema : JSON.stringify(schema);
  const check = checkValue(parseSchema('JSON', text, { validation: 'stored' }), value, options);
  return check.valid ? [] : check.problems;
}

const order = {
  type: 'object',
  required: ['id', 'lines'],
  properties: {
    id: { type: 'integer', minimum: 1 },
    email: { type: 'string', format: 'email' },
    status: { enum: ['NEW', 'PAID'] },
    lines: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['sku'],
        properties: { sku: { type: 'string', pattern: '^[A-Z]+$' }, price: { type: 'number' } },
      },
    },
    payment: {
      oneOf: [
        {
          type: 'object',
          properties: { kind: { const: 'card' }, number: { type: 'string' } },
          required: ['kind', 'number'],
        },
        {
          type: 'object',
          properties: { kind: { const: 'iban' }, iban: { type: 'string' } },
          required: ['kind', 'iban'],
        },
      ],
    },
    note: { anyOf: [{ type: 'null' }, { type: 'string', maxLength: 5 }] },
  },
  additionalProperties: false,
};
const good = { id: 1, lines: [{ sku: 'A' }] };

describe('the problems of a message', () => {
  it('have a place, what is expected and what is there', () => {
    const wrong = {
      id: '17',
      email: 'nobody',
      status: 'paid',
      lines: [{ sku: 'a', price: '1.5' }, {}, 'x'],
      'a/b': 1,
    };
    expect(problems(order, wrong)).toEqual([
      {
        path: '/id',
        message: 'Expected integer, found the text "17". Write it without quotes.',
        expected: 'integer',
        found: 'the text "17"',
      },
      {
        path: '/email',
        message: 'Expected email, such as ada@example.com, found the text "nobody".',
        expected: 'email, such as ada@example.com',
        found: 'the text "nobody"',
      },
      {
        path: '/status',
        message: 'Expected one of "NEW", "PAID", found the text "paid". Write "PAID".',
        expected: 'one of "NEW", "PAID"',
        found: 'the text "paid"',
      },
      {
        path: '/lines/0/sku',
        message: 'Expected a string that matches the pattern ^[A-Z]+$, found the text "a".',
        expected: 'a string that matches the pattern ^[A-Z]+$',
        found: 'the text "a"',
      },
      {
        path: '/lines/0/price',
        message: 'Expected number, found the text "1.5". Write it without quotes.',
        expected: 'number',
        found: 'the text "1.5"',
      },
      {
        path: '/lines/1/sku',
        message: 'The property "sku" (string) is required.',
        expected: 'string',
        found: 'nothing',
      },
      {
        path: '/lines/2',
        message: 'Expected object, found the text "x". Write it as an object.',
        expected: 'object',
        found: 'the text "x"',
      },
      {
        path: '/a~1b',
        message:
          'The schema allows no property of this name here. It allows id, email, status, lines, payment, note.',
        expected: 'id, email, status, lines, payment, note',
        found: 'the number 1',
      },
    ]);
  });

  it('suggest the property that was probably meant', () => {
    const [problem] = problems(order, { ...good, e_mail: 'a@b.example' });
    expect(problem?.message).toBe('The schema allows no property of this name here. Write email.');
  });

  it('are as many as are asked for', () => {
    const list = { items: { type: 'integer' } };
    expect(problems(list, Array(100).fill('x'))).toHaveLength(20);
    expect(problems(list, Array(100).fill('x'), { maxProblems: 3 })).toHaveLength(3);
  });

  it('are told once, even if two schemas find them', () => {
    expect(problems({ allOf: [{ type: 'null' }, { type: 'null' }] }, 1)).toHaveLength(1);
  });

  it.for([
    [
      { kind: 'iban', iban: 5 },
      ['/payment/iban: Expected string, found the number 5. Write it in quotes.'],
    ],
    [{ kind: 'card' }, ['/payment/number: The property "number" (string) is required.']],
    [
      { kind: 'cash', number: '1', iban: '1' },
      ['/payment/kind: Expected the text "card" or the text "iban", found the text "cash".'],
    ],
    [5, ['/payment: Expected object, found the number 5.']],
  ] as const)('are those of the form that %j is nearest to', ([payment, told]) => {
    const found = problems(order, { ...good, payment });
    expect(found.map(({ path, message }) => `${path}: ${message}`)).toEqual(told);
  });

  it('look into the form that is meant, also behind references', () => {
    const schema = {
      anyOf: [{ $ref: '#/definitions/leaf' }, { $ref: '#/definitions/node' }],
      definitions: {
        leaf: { type: 'object', required: ['value'], properties: { value: { type: 'integer' } } },
        node: {
          type: 'object',
          required: ['children'],
          properties: { children: { type: 'array', items: { $ref: '#' } } },
        },
      },
    };
    const value = { children: [{ value: 1 }, { children: [{ value: '2' }] }] };
    expect(problems(schema, value)).toMatchObject([
      { path: '/children/1/children/0/value', expected: 'integer' },
    ]);
  });

  it.for([
    [{ anyOf: [{ type: 'null' }, { type: 'string' }] }, 5, '/', 'Expected null or string, found'],
    [{ oneOf: [{ minimum: 1 }, { maximum: 5 }] }, 3, '/', '/oneOf/0 and /oneOf/1 of the schema'],
    [{ not: { type: 'string' } }, 'x', '/', 'The schema at /not must not fit'],
    [
      { type: 'array', uniqueItems: true },
      [1, 2, 1],
      '/2',
      'the elements 0 and 2, which are equal',
    ],
    [{ contains: { type: 'null' } }, [1], '/', 'at least 1 element of the kind: null'],
    [{ minProperties: 2 }, { a: 1 }, '/', 'an object with at least 2 properties'],
    [
      { propertyNames: { pattern: '^a' } },
      { b: 1 },
      '/b',
      'The name of this property does not fit',
    ],
    [{ dependencies: { a: ['b'] } }, { a: 1 }, '/b', 'is required where "a" is there'],
    ['{"if":{"required":["a"]},"then":{"required":["b"]}}', { a: 1 }, '/b', 'is required'],
    [{ items: [true], additionalItems: false }, [1, 2], '/', 'a list of at most 1'],
    [{ properties: { a: false } }, { a: 1 }, '/a', 'Nothing may stand here'],
    [{ exclusiveMinimum: 5 }, 5, '/', 'a number of more than 5'],
    [{ type: 'integer' }, 1.5, '/', 'An integer is a whole number.'],
    [{ multipleOf: 0.1 }, 0.25, '/', 'a multiple of 0.1'],
    [{ minLength: 3 }, 'ab', '/', 'a string of at least 3 characters'],
    [{ type: 'array' }, {}, '/', 'Write it as a list.'],
    [{ type: 'string' }, undefined, '/', 'found nothing'],
    [{}, { a: [Number.NaN] }, '/a/0', 'JSON has no such value: found the number NaN'],
    [{}, [() => 1], '/0', 'JSON has no such value: found a function'],
  ] as const)('say for %j what is wrong with %j', ([schema, value, path, message]) => {
    expect(problems(schema, value)).toMatchObject([
      { path, message: expect.stringContaining(message) },
    ]);
  });

  it('say which properties are left over when all schemas together leave them', () => {
    const schema = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      allOf: [{ properties: { name: true } }],
      properties: { size: true },
      unevaluatedProperties: false,
    };
    expect(problems(schema, { name: 1, size: 1, colour: 1 })).toMatchObject([
      { path: '/colour', message: expect.stringContaining('allows no property') },
    ]);
  });

  it('take members without a value for absent', () => {
    expect(problems(order, { ...good, email: undefined, other: undefined })).toEqual([]);
    expect(problems(order, { id: undefined, lines: [{ sku: 'A' }] })).toHaveLength(1);
  });

  it('are there whenever a message is refused, and never an exception', { timeout: 30_000 }, () => {
    for (const draft of ['draft-04', 'draft-07', '2019-09', '2020-12'] as const) {
      fc.assert(
        fc.property(arbitraryJsonSchema(draft), arbitraryJson, (text, value) => {
          const schema = parseSchema('JSON', text, { validation: 'stored' });
          const check = checkValue(schema, value);
          if (check.valid) expect(encodeValue(schema, value)).toBeInstanceOf(Uint8Array);
          else expect(check.problems[0]?.message).not.toContain('too long to be found');
        }),
        { numRuns: 300 },
      );
    }
  });
});

describe('what is made to be too much', { timeout: 30_000 }, () => {
  const nest = (levels: number, wrap: (inner: unknown) => unknown, core: unknown = {}): unknown => {
    let value = core;
    for (let level = 0; level < levels; level += 1) value = wrap(value);
    return value;
  };
  const list = { properties: { next: { $ref: '#' } } };

  /** Within about a second, with room for a busy machine. */
  function quickly<Result>(work: () => Result): Result {
    const began = performance.now();
    const result = work();
    expect(performance.now() - began).toBeLessThan(10_000);
    return result;
  }

  it('is refused in words where a message nests too deep', () => {
    expect(
      problems(
        list,
        nest(900, (next) => ({ next })),
      ),
    ).toEqual([]);
    for (const levels of [1001, 100_000]) {
      const deep = quickly(() =>
        problems(
          list,
          nest(levels, (next) => ({ next })),
        ),
      );
      expect(deep).toMatchObject([
        { message: 'The message nests deeper than 1000 levels. Flatten it.' },
      ]);
    }
    const circle: Record<string, unknown> = {};
    circle['next'] = circle;
    expect(problems({}, circle)).toMatchObject([{ expected: 'at most 1000 levels' }]);
  });

  it('is answered where message and schema nest deep together', () => {
    const definitions = { deep: nest(200, (inner) => ({ allOf: [inner] }), { $ref: '#' }) };
    const schema = {
      type: 'object',
      properties: { next: { $ref: '#/definitions/deep' } },
      definitions,
    };
    const message = (leaf: unknown): unknown => nest(900, (next) => ({ next }), leaf);
    expect(quickly(() => problems(schema, message({})))).toEqual([]);
    expect(quickly(() => problems(schema, message(7)))).toEqual([
      {
        path: '/next'.repeat(900),
        expected: 'object',
        found: 'the number 7',
        message: 'Expected object, found the number 7. Write it as an object.',
      },
    ]);
  });

  it('is told at its place where several deep parts do not fit', () => {
    const node = {
      anyOf: [
        { type: 'null' },
        {
          type: 'object',
          properties: {
            left: { $ref: '#/definitions/node' },
            right: { $ref: '#/definitions/node' },
          },
        },
      ],
    };
    const schema = { definitions: { node }, allOf: [{ $ref: '#/definitions/node' }] };
    const branch = (leaf: unknown): unknown => nest(400, (left) => ({ left, right: null }), leaf);
    const message = nest(300, (right) => ({ right }), { left: branch(1), right: branch('a') });
    const found = quickly(() => problems(schema, message));
    const trunk = '/right'.repeat(300);
    expect(found.map(({ path, found }) => [path, found])).toEqual([
      [`${trunk}${'/left'.repeat(401)}`, 'the number 1'],
      [`${trunk}/right${'/left'.repeat(400)}`, 'the text "a"'],
    ]);
  });

  it('is refused in words where one reference leads to the next too often', () => {
    const definitions = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [
        `a${index}`,
        { $ref: `#/definitions/a${index + 1}` },
      ]),
    );
    const schema = { $ref: '#/definitions/a0', definitions: { ...definitions, a20000: {} } };
    expect(() => quickly(() => problems(schema, {}))).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, 'too_large')),
    );
  });

  it('does not try nested choices again and again', () => {
    const schema = {
      anyOf: [
        { properties: { next: { $ref: '#' } }, required: ['a'] },
        { properties: { next: { $ref: '#' } }, required: ['b'] },
      ],
    };
    const wrong = nest(300, (next) => ({ next, b: 1 }));
    expect(quickly(() => problems(schema, wrong))).toHaveLength(1);
    expect(
      quickly(() =>
        problems(
          schema,
          nest(300, (next) => ({ next, b: 1 }), 1),
        ),
      ),
    ).toEqual([]);
  });

  it('compares many elements with each other', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({ index }));
    expect(quickly(() => problems({ uniqueItems: true }, many))).toEqual([]);
  });

  it.for([
    [
      'many forms for many elements',
      { items: { oneOf: Array.from({ length: 2000 }, (_, index) => ({ const: [index] })) } },
      Array(20_000).fill([1]),
    ],
    [
      'a message that shares its parts',
      { items: { $ref: '#' } },
      nest(60, (inner) => [inner, inner], 1),
    ],
    [
      'many patterns for many names',
      {
        patternProperties: Object.fromEntries(
          Array.from({ length: 5000 }, (_, index) => [`a${index}$`, {}]),
        ),
      },
      Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`b${index}`, 1])),
    ],
    ['backreferences', { pattern: '^(a*)*\\1b$' }, 'a'.repeat(100_000)],
  ] as const)('gives up in words on %s', ([, schema, value]) => {
    expect(() => quickly(() => problems(schema, value))).toThrow('steps to be checked');
  });

  it('takes numbers with any exponent', () => {
    const schema =
      '{"multipleOf":1e-999999999,"maximum":1e999999999,"minimum":-1E+99999999999999999999}';
    expect(quickly(() => problems(schema, 123.5))).toEqual([]);
  });
});
