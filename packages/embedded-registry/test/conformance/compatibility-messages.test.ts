import { beforeEach, describe, expect, it } from 'vitest';
import { avro, json, protobuf } from './schemas.ts';
import { specification } from './specification.ts';

/** The new schema, what is said about it, and where. */
type Case = [type: string, before: string, after: string, description: string];

const field = (type: unknown) =>
  JSON.stringify({ type: 'record', name: 'M', namespace: 'n', fields: [{ name: 'a', type }] });
const fixed = (name: string, size: number) => field({ type: 'fixed', name, size });
const enumOf = (...symbols: string[]) => field({ type: 'enum', name: 'E', symbols });

const avroCases: [...Case, additionalInfo: string][] = [
  [
    'READER_FIELD_MISSING_DEFAULT_VALUE',
    avro('M', 'a'),
    avro('M', 'a', 'b'),
    "The field 'b' at path '/fields/1' in the new schema has no default value and is missing in the old schema",
    'b',
  ],
  [
    'TYPE_MISMATCH',
    field('int'),
    field('boolean'),
    "The type (path '/fields/0/type') of a field in the new schema does not match with the old schema",
    'reader type: BOOLEAN not compatible with writer type: INT',
  ],
  [
    'MISSING_UNION_BRANCH',
    field(['null', 'int', 'string']),
    field(['null', 'int']),
    "The new schema is missing a type inside a union field at path '/fields/0/type/2' in the old schema",
    'reader union lacking writer type: STRING',
  ],
  [
    'MISSING_ENUM_SYMBOLS',
    enumOf('A', 'B'),
    enumOf('A'),
    "The new schema is missing enum symbols '[B]' at path '/fields/0/type/symbols' in the old schema",
    '[B]',
  ],
  [
    'FIXED_SIZE_MISMATCH',
    fixed('F', 20),
    fixed('F', 16),
    "The size of FIXED type field at path '/fields/0/type/size' in the new schema does not match with the old schema",
    'expected: 20, found: 16',
  ],
  [
    'NAME_MISMATCH',
    fixed('F', 4),
    fixed('G', 4),
    "The name of the schema has changed (path '/fields/0/type/name')",
    'expected: n.F',
  ],
];

const object = (keywords: object) => JSON.stringify({ type: 'object', ...keywords });
const jsonCases: Case[] = [
  [
    'TYPE_CHANGED',
    '{}',
    '{"type":"string"}',
    "A type at path '#/' is different between the new schema and the old schema",
  ],
  [
    'MAX_LENGTH_DECREASED',
    '{"type":"string","maxLength":2}',
    '{"type":"string","maxLength":1}',
    "The value at path '#/maxLength' in the new schema is less than its value in the old schema",
  ],
  [
    'MIN_LENGTH_ADDED',
    '{"type":"string"}',
    '{"type":"string","minLength":2}',
    "The keyword at path '#/minLength' in the new schema is not present in the old schema",
  ],
  [
    'PATTERN_ADDED',
    '{"type":"string"}',
    '{"type":"string","pattern":"^n$"}',
    "The keyword at path '#/pattern' in the new schema is not present in the old schema",
  ],
  [
    'MAXIMUM_ADDED',
    '{"type":"number"}',
    '{"type":"number","maximum":2}',
    "The keyword at path '#/maximum' in the new schema is not present in the old schema",
  ],
  [
    'UNIQUE_ITEMS_ADDED',
    '{"type":"array"}',
    '{"type":"array","uniqueItems":true}',
    "The keyword at path '#/uniqueItems' in the new schema is not present in the old schema",
  ],
  [
    'ADDITIONAL_PROPERTIES_REMOVED',
    object({ properties: { a: {} } }),
    object({ properties: { a: {} }, additionalProperties: false }),
    "The keyword at path '#/additionalProperties' in the new schema is not present in the old schema",
  ],
  [
    'MIN_PROPERTIES_ADDED',
    object({ properties: {} }),
    object({ properties: {}, minProperties: 1 }),
    "The keyword at path '#/minProperties' in the new schema is not present in the old schema",
  ],
  [
    'OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL',
    object({ properties: { a: {} } }),
    object({ properties: { a: {}, b: { type: 'string' } } }),
    "The new schema has an open content model and has a property or item at path '#/properties/b' which is missing in the old schema",
  ],
  [
    'NOT_TYPE_EXTENDED',
    '{"not":{"type":"string"}}',
    '{"not":{"type":"number"}}',
    "An array or combined type at path '#/not' has more elements in the new schema than the old schema",
  ],
];

const file = (declarations: string) => protobuf(declarations).schema;
const protobufCases: Case[] = [
  [
    'FIELD_SCALAR_KIND_CHANGED',
    file('message A { string a = 1; }'),
    file('message A { int32 a = 1; }'),
    "The kind of a SCALAR field at path '#/A/1' in the new schema does not match its kind in the old schema",
  ],
  [
    'FIELD_NAMED_TYPE_CHANGED',
    file('message A { B b = 1; } message B {} message C {}'),
    file('message A { C b = 1; } message B {} message C {}'),
    "The type of a MESSAGE field at path '#/A/1' in the new schema does not match its type in the old schema",
  ],
  [
    'MESSAGE_REMOVED',
    file('message A {} message B {}'),
    file('message A {}'),
    "The new schema is missing a MESSAGE type at path '#/B' in the old schema",
  ],
  [
    'FIELD_MOVED_TO_EXISTING_ONEOF',
    file('message A { oneof o { string a = 1; } int32 b = 2; }'),
    file('message A { oneof o { string a = 1; int32 b = 2; } }'),
    "A field in the oneof at path '#/A/o' in the new schema is outside an existing oneof in the old schema",
  ],
  [
    'ONEOF_FIELD_REMOVED',
    file('message A { oneof o { string a = 1; int32 b = 2; } }'),
    file('message A { oneof o { string a = 1; } }'),
    "The new schema is missing a oneof field at path '#/A/o/2' in the old schema",
  ],
  [
    'PACKAGE_CHANGED',
    file('package p; message A {}'),
    file('package q; message A {}'),
    "The package at '#/' in the new schema does not match the package in the old schema",
  ],
];

specification('What is said about a schema that does not fit (2.8)', (registry) => {
  const { register, must, call, aSubject } = registry;
  let subject: string;
  beforeEach(async () => {
    subject = aSubject();
    await must('PUT', `/config/${subject}`, { compatibility: 'BACKWARD' });
  });
  const messages = async (request: object): Promise<string[]> =>
    (await must('POST', `/compatibility/subjects/${subject}/versions/latest?verbose=true`, request))
      .messages;

  describe('for Avro', () => {
    it.each(avroCases)('%s', async (type, before, after, description, additionalInfo) => {
      await register(subject, before);
      expect((await messages({ schema: after }))[0]).toBe(
        `{errorType:'${type}', description:'${description}', additionalInfo:'${additionalInfo}'}`,
      );
    });
  });

  describe('for JSON Schema, with quotes that do not match', () => {
    it.each(jsonCases)('%s', async (type, before, after, description) => {
      await register(subject, { schema: before, schemaType: 'JSON' });
      expect(await messages({ schema: after, schemaType: 'JSON' })).toContain(
        `{errorType:"${type}", description:"${description}'}`,
      );
    });
  });

  describe('for Protobuf', () => {
    it.each(protobufCases)('%s', async (type, before, after, description) => {
      await register(subject, { schema: before, schemaType: 'PROTOBUF' });
      expect(await messages({ schema: after, schemaType: 'PROTOBUF' })).toContain(
        `{errorType:"${type}", description:"${description}"}`,
      );
    });
  });

  describe('after the reasons', () => {
    it('come the version, its schema, and the level', async () => {
      await register(subject, avro('M', 'a'));
      expect((await messages({ schema: avro('M', 'a:int') })).slice(1)).toEqual([
        '{oldSchemaVersion: 1}',
        `{oldSchema: '${avro('M', 'a')}'}`,
        "{validateFields: 'false', compatibility: 'BACKWARD'}",
      ]);
    });

    it('comes a schema that is cut after 10,240 characters', async () => {
      const fields = Array.from({ length: 500 }, (_, index) => `field${index}=""`);
      const long = avro('M', 'a', ...fields);
      await register(subject, long);
      const [, , oldSchema] = await messages({ schema: avro('M', 'a:int') });
      expect(oldSchema).toBe(`{oldSchema: <truncated> '${long.slice(0, 10_240)}...'}`);
    });
  });

  describe('at FORWARD', () => {
    it('old and new change places', async () => {
      await must('PUT', `/config/${subject}`, { compatibility: 'FORWARD' });
      await register(subject, avro('M', 'a', 'b=""'));
      const [first, ...rest] = await messages({ schema: avro('M', 'b=""') });
      expect(first).toBe(
        "{errorType:'READER_FIELD_MISSING_DEFAULT_VALUE', description:'The field 'a' at path '/fields/0' in the old schema has no default value and is missing in the new schema', additionalInfo:'a'}",
      );
      expect(rest.at(-1)).toBe("{validateFields: 'false', compatibility: 'FORWARD'}");
    });
  });

  describe('at FULL', () => {
    beforeEach(async () => {
      await must('PUT', `/config/${subject}`, { compatibility: 'FULL' });
      await register(subject, avro('M', 'a'));
    });

    it('what the old one cannot read comes before what the new one cannot', async () => {
      const reasons = (await messages({ schema: avro('M', 'b') })).filter((each) =>
        each.includes('errorType'),
      );
      expect(reasons.map((each) => /The field '(\w+)'/.exec(each)?.[1])).toEqual(['a', 'b']);
    });

    it('the old version is named only where the new one cannot read it', async () => {
      const onlyForward = await messages({ schema: avro('M', 'b=""') });
      expect(onlyForward.some((each) => each.includes('oldSchema'))).toBe(false);
      const both = await messages({ schema: avro('M', 'b') });
      expect(both.some((each) => each.includes('oldSchemaVersion: 1'))).toBe(true);
    });
  });

  it('another type is said in one sentence', async () => {
    await register(subject, avro('M', 'a'));
    expect(await messages(json({ type: 'string' }))).toEqual([
      'Incompatible because of different schema type',
      "{validateFields: 'false', compatibility: 'BACKWARD'}",
    ]);
  });

  it('a registration is refused with the same, joined by commas', async () => {
    await register(subject, avro('M', 'a'));
    const request = { schema: avro('M', 'a:int') };
    const reasons = await messages(request);
    const { body } = await call('POST', `/subjects/${subject}/versions`, request);
    expect(body.message).toBe(
      `Schema being registered is incompatible with an earlier schema for subject "${subject}", details: [${reasons.join(', ')}]`,
    );
  });
});
