import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StructuralChange } from '../../../src/index.ts';
import { diffSchemas, normalizeSchema, parseSchema } from '../../../src/index.ts';
import { cpuTime } from '../../cpu-time.ts';
import {
  arbitraryJsonPair,
  arbitraryJsonSchema,
} from '../../field-walk/json/arbitrary-json-schema.ts';
import { hostileJsonSchemas } from '../../field-walk/json/hostile-json-schemas.ts';

const parseText = (text: string, references: { name: string; text: string }[] = []) =>
  parseSchema('JSON', text, { validation: 'stored', references });
const parse = (schema: unknown) => parseText(JSON.stringify(schema));

/** The changes as `kind path: before -> after`, the last part where there is one. */
function show(changes: readonly StructuralChange[]): string[] {
  return changes.map((change) => {
    const start = `${change.kind} ${change.path}`.trim();
    if (change.before === undefined && change.after === undefined) return start;
    return `${start}: ${change.before ?? ''} -> ${change.after ?? ''}`;
  });
}
const diff = (before: unknown, after: unknown): string[] =>
  show(diffSchemas(parse(before), parse(after)));

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const string = { type: 'string' };
const integer = { type: 'integer' };
const ofA = (before: unknown, after: unknown) => diff(object({ a: before }), object({ a: after }));
const newest = { $schema: 'https://json-schema.org/draft/2020-12/schema' };

describe('diffSchemas, for JSON Schema', () => {
  it('says each change in one sentence, in the order of the newer schema', () => {
    const before = object(
      { id: integer, note: string, old: { type: ['string', 'null'] }, z: integer },
      { required: ['id', 'note'] },
    );
    const after = object(
      {
        id: { type: 'number', description: 'Key.' },
        mail: { type: ['string', 'null'], default: null, format: 'email' },
        note: { type: ['string', 'null'], maxLength: 9 },
        z: { ...integer, enum: [1, 2] },
      },
      { required: ['id'], additionalProperties: false },
    );
    expect(diffSchemas(parse(before), parse(after)).map(({ message }) => message)).toEqual([
      'The schema may not have other properties any more.',
      "'id' is documented now.",
      "The type of 'id' changed from integer to number.",
      "The optional field 'mail' of type nullable string was added to the schema, with the default null.",
      "'note' is not required any more.",
      "'note' may be null now.",
      "'note' must fit 'maxLength' now: 9.",
      "The optional field 'old' of type nullable string was removed from the schema.",
      "'z' must fit 'enum' now: [1,2].",
    ]);
  });

  it.for<[string, unknown, unknown, string[]]>([
    ['types', string, integer, ['type_changed a: string -> integer']],
    [
      'more types',
      string,
      { type: ['string', 'integer'] },
      ['type_changed a: string -> union of string, integer'],
    ],
    ['null', string, { type: ['null', 'string'] }, ['made_nullable a: string -> nullable string']],
    [
      'null as a branch',
      string,
      { oneOf: [{ type: 'null' }, string] },
      ['made_nullable a: string -> nullable string'],
    ],
    [
      'null as a branch that becomes a type',
      { anyOf: [{ ...string, maxLength: 1 }, { type: 'null' }] },
      { type: ['string', 'null'], maxLength: 2 },
      [
        'written_otherwise a: anyOf: [{"type":"string","maxLength":1},{"type":"null"}] -> ',
        'constraint_changed a: maxLength: 1 -> maxLength: 2',
      ],
    ],
    [
      'the order of types',
      { type: ['string', 'null'] },
      { type: ['null', 'string'] },
      ['written_otherwise a: type: ["string","null"] -> type: ["null","string"]'],
    ],
    [
      'a single branch',
      string,
      { allOf: [string] },
      ['written_otherwise a:  -> allOf: [{"type":"string"}]'],
    ],
    ['titles', { title: 'A' }, { title: 'B' }, ['doc_changed a: A -> B']],
    ['descriptions', { description: 'A' }, {}, ['doc_removed a: A -> ']],
    ['defaults', { default: 1 }, { default: 1.5 }, ['default_changed a: 1 -> 1.5']],
    ['formats', { format: 'date' }, { format: 'time' }, ['logical_type_changed a: date -> time']],
    ['constants', { const: 1 }, { const: 2 }, ['constraint_changed a: const: 1 -> const: 2']],
    [
      'values',
      { enum: ['x', 'y'] },
      { enum: ['y', 'z'] },
      ['symbol_removed a: "x" -> ', 'symbol_added a:  -> "z"'],
    ],
    ['the order of values', { enum: [1, 2, 3] }, { enum: [3, 1, 2] }, ['symbol_moved a: 3 -> 1']],
    ['values named twice', { enum: [1] }, { enum: [1, 1] }, ['symbol_added a:  -> 1']],
    [
      'bounds',
      { minimum: 1, pattern: 'x' },
      { minimum: 2, maxLength: 3 },
      [
        'constraint_changed a: minimum: 1 -> minimum: 2',
        'constraint_added a:  -> maxLength: 3',
        'constraint_removed a: pattern: "x" -> ',
      ],
    ],
    [
      'elements',
      { type: 'array', items: string },
      { type: 'array', items: integer },
      ['type_changed a[]: string -> integer'],
    ],
    [
      'elements that were not described',
      { type: 'array' },
      { type: 'array', items: integer },
      ['type_changed a[]: anything -> integer'],
    ],
    [
      'tuples',
      { items: [string, string] },
      { items: [integer] },
      ['type_changed a[0]: string -> integer', 'constraint_removed a[1]: string -> '],
    ],
    [
      'a tuple that becomes a list',
      { items: [string] },
      { items: string },
      ['type_changed a: tuple of string -> array of string'],
    ],
    [
      'other properties',
      object({}),
      object({}, { additionalProperties: string }),
      ['content_model_changed a: anything -> string'],
    ],
    [
      'the type of other properties',
      { additionalProperties: string },
      { additionalProperties: integer },
      ['type_changed a{}: string -> integer'],
    ],
    [
      'patterns of properties',
      { patternProperties: { '^x': string } },
      { patternProperties: { '^y': string } },
      ['content_model_changed a:  -> ^y: string', 'content_model_changed a: ^x: string -> '],
    ],
    [
      'what is required and not described',
      { required: ['b'] },
      { required: ['c'] },
      ['made_required a.c', 'made_optional a.b'],
    ],
    [
      'the order of required',
      { required: ['b', 'c'] },
      { required: ['c', 'b'] },
      ['written_otherwise a: required: ["b","c"] -> required: ["c","b"]'],
    ],
    [
      'dependencies',
      { dependencies: { b: ['c'] } },
      { dependencies: { b: ['d'] } },
      ['constraint_changed a: dependencies: b: ["c"] -> dependencies: b: ["d"]'],
    ],
    [
      'conditions',
      { if: string, else: integer },
      { if: integer, else: integer },
      ['type_changed a(if): string -> integer'],
    ],
    [
      'negations',
      { not: string },
      { not: true },
      ['constraint_changed a: not: {"type":"string"} -> not: true'],
    ],
    [
      'unknown keywords',
      { 'x-a': 1 },
      { 'x-b': { y: 2 } },
      ['property_added a:  -> x-b: {"y":2}', 'property_removed a: x-a: 1 -> '],
    ],
    ['booleans', true, false, ['type_changed a: anything -> nothing']],
    ['true and an empty schema', true, {}, ['type_changed a: true -> {}']],
    [
      'what is no schema',
      { properties: 1 },
      { properties: [2] },
      ['property_changed a: properties: 1 -> properties: [2]'],
    ],
  ])('tells of %s', ([, before, after, expected]) => {
    expect(ofA(before, after)).toEqual(expected);
  });

  it('matches branches by what they are', () => {
    const kind = (name: string, more: object) => object({ kind: { const: name }, ...more });
    expect(
      ofA(
        { oneOf: [kind('a', { x: string }), kind('b', { y: string })] },
        { oneOf: [kind('b', { y: integer }), kind('a', { x: string }), { type: 'boolean' }] },
      ),
    ).toEqual([
      'branches_moved a: object, object -> object, object, boolean',
      'type_changed a(oneOf 1).y: string -> integer',
      'branch_added a:  -> boolean',
    ]);
    expect(ofA({ anyOf: [string, integer] }, { anyOf: [integer] })).toEqual([
      'branch_removed a: string -> ',
    ]);
    expect(ofA({ anyOf: [string, integer] }, { oneOf: [string, integer] })).toEqual([
      'constraint_changed a: anyOf -> oneOf',
    ]);
    expect(ofA(string, { ...string, oneOf: [{ maxLength: 1 }, { minLength: 9 }] })).toEqual([
      'constraint_added a:  -> oneOf: anything, anything',
    ]);
  });

  it('tells of a definition that is used twice once, and ends on recursive ones', () => {
    const twice = (type: object) => ({
      properties: { first: { $ref: '#/definitions/Node' }, second: { $ref: '#/definitions/Node' } },
      definitions: { Node: object({ value: type, next: { $ref: '#/definitions/Node' } }) },
    });
    expect(diff(twice(string), twice(integer))).toEqual([
      'type_changed first.value: string -> integer',
    ]);
  });

  it('tells of definitions that came, went, got another name or stand elsewhere', () => {
    const named = (keyword: string, name: string, more: object = {}) => ({
      properties: { a: { $ref: `#/${keyword}/${name}` } },
      [keyword]: { [name]: object({ x: string, y: string, ...more }) },
    });
    expect(diff(named('definitions', 'Old'), named('definitions', 'New', { z: string }))).toEqual([
      'field_added a.z:  -> string',
      'type_renamed a: Old -> New',
    ]);
    expect(diff(named('definitions', 'A'), named('$defs', 'A', { y: integer }))).toEqual([
      'type_changed a.y: string -> integer',
      'type_moved: #/definitions -> #/$defs',
    ]);
    expect(diff({ $defs: { A: string } }, { $defs: { B: integer } })).toEqual([
      'type_added (B):  -> B',
      'type_removed (A): A -> ',
    ]);
    expect(diff({ $defs: { A: string } }, { $defs: { A: integer } })).toEqual([
      'type_changed (A): string -> integer',
    ]);
  });

  it('compares what is spelt out with the definition that takes its place', () => {
    const place = object({ x: string });
    const defined = (definition: object) => ({
      properties: { a: { $ref: '#/$defs/Place' } },
      $defs: { Place: definition },
    });
    const changed = object({ x: integer });
    expect(diff({ properties: { a: place } }, defined(changed))).toEqual([
      'reference_changed a: object -> Place',
      'type_changed a.x: string -> integer',
    ]);
    expect(diff(defined(place), { properties: { a: changed } })).toEqual([
      'reference_changed a: Place -> object',
      'type_changed a.x: string -> integer',
    ]);
  });

  it('tells where a reference leads elsewhere', () => {
    const lead = (name: string) => ({
      properties: { a: { $ref: `#/$defs/${name}` } },
      $defs: { Person: object({ name: string }), Place: object({ street: string }) },
    });
    expect(diff(lead('Person'), lead('Place'))).toEqual(['reference_changed a: Person -> Place']);
  });

  it('looks into references, and tells where only they changed', () => {
    const schema = '{"properties":{"line":{"$ref":"line.json"}}}';
    const line = (type: string) => [
      { name: 'line.json', text: `{"properties":{"n":{"type":"${type}"}}}` },
    ];
    const changes = diffSchemas(
      parseText(schema, line('string')),
      parseText(schema, line('integer')),
    );
    expect(show(changes)).toEqual(['type_changed line.n: string -> integer']);
    expect(
      diffSchemas(parseText(schema, line('string')), parseText(schema, line('string'))),
    ).toEqual([]);
  });

  it('tells of a field that moved to another object, and of another draft', () => {
    const place = object({ x: { type: 'number', minimum: 3 } });
    expect(
      diff(
        object({ street: { ...string, maxLength: 70 }, home: place }),
        object({
          home: {
            ...place,
            properties: { ...place.properties, street: { ...string, maxLength: 70 } },
          },
        }),
      ),
    ).toEqual(['field_moved home.street: street -> home.street']);
    expect(diff({ $schema: 'http://json-schema.org/draft-07/schema#' }, newest)).toEqual([
      'draft_changed: draft-07 -> 2020-12',
    ]);
  });

  it('takes white space and the order of keys for no change', () => {
    const text = '{"type":"object","properties":{"a":{"type":"string","x":{"p":1,"q":2}},"b":{}}}';
    const other = `{ "properties": {"b": {}, "a": {"x":{"q":2,"p":1}, "type":"string"}},
      "type": "object" }`;
    expect(diffSchemas(parseText(text), parseText(other))).toEqual([]);
  });

  it('finds nothing between a schema and itself, its keys in another order', () => {
    fc.assert(
      fc.property(arbitraryJsonSchema, (text) => {
        const schema = parseText(text);
        expect(diffSchemas(schema, schema)).toEqual([]);
        expect(diffSchemas(schema, parseText(normalizeSchema(schema)))).toEqual([]);
      }),
    );
  });

  it('finds something wherever the normalised texts differ, both ways, and never throws', () => {
    fc.assert(
      fc.property(arbitraryJsonPair, ([before, after]) => {
        const references = [{ name: 'other.json', text: '{"properties":{"x":{"type":"string"}}}' }];
        const [old, next] = [parseText(before, references), parseText(after, references)];
        const isChanged = normalizeSchema(old) !== normalizeSchema(next);
        for (const changes of [diffSchemas(old, next), diffSchemas(next, old)]) {
          expect(changes.length > 0).toBe(isChanged);
          for (const { message } of changes) expect(message).toMatch(/^['TO].*\.$/s);
        }
      }),
      { numRuns: 2000 },
    );
  });

  const [integers, strings] = [hostileJsonSchemas('integer'), hostileJsonSchemas('string')];
  const names = Object.keys(integers);
  it.for(
    names.flatMap(
      (name) =>
        [
          [name, name],
          [name, names[0] ?? name],
          ['many properties', name],
        ] as const,
    ),
  )('is soon done with %s and %s', ([before, after]) => {
    const [old, next] = [parseText(integers[before] ?? ''), parseText(strings[after] ?? '')];
    let changes: StructuralChange[] = [];
    const time = cpuTime(() => {
      changes = diffSchemas(old, next);
    });
    expect(time).toBeLessThan(3000);
    expect(changes.length).toBeGreaterThan(0);
  });
});
